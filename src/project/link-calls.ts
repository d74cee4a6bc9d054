import { exportedPin, passedPin } from '../facts/javascript/algorithms.ts';
import { exportedLifetime, passedLifetime } from '../facts/javascript/expiry.ts';
import type { JavaScriptModule } from '../facts/javascript/module.ts';
import type { AlgorithmsFact, ExpiryFact, ImportedValue, JwtCall, KeyFact } from '../facts/model.ts';
import type { Callers } from './callers.ts';
import { gradeFor } from './grade.ts';
import type { InstalledPackages } from './installed/index.ts';
import type { CheckAccess } from './setting-checks.ts';
import { SettingChecks } from './setting-checks.ts';
import type { LinkedCall } from './model.ts';

/** Modules an option may pass through between the place it is written and the call that takes it. */
const MAX_HOPS = 12;

/** What a registration of a library says for the calls that say nothing themselves. */
interface Registration {
  readonly path: string;
  readonly isPinned: boolean;
  readonly mayExpire: boolean;
}

/** What the version that is installed makes of a call with that key. */
function gradesOf(
  { table }: JwtCall,
  version: string | null,
  key: KeyFact | null,
): Pick<LinkedCall, 'unpinned' | 'mixed' | 'unset'> {
  const how = key?.unset?.how;
  const { unpinned, mixed, unset, emptyBytes } = table;
  return {
    unpinned: gradeFor(unpinned, version, key),
    mixed: gradeFor(mixed, version, key),
    unset: gradeFor(how === 'empty-bytes' ? emptyBytes : how === 'missing' ? unset : undefined, version, key),
  };
}

/** The folder of an application in a repository of several that share one manifest: `apps/shop`, `packages/api`. */
function applicationOf(path: string): string {
  return (
    /^(?:[^/]{1,100}\/){0,3}?(?:apps|packages|services|projects|libs)\/[^/]{1,100}(?=\/)/.exec(path)?.[0] ??
    ''
  );
}

/** Other modules, on demand. */
export interface CallAccess extends CheckAccess {
  resolve(from: string, specifier: string): string | null;
}

/** Joins a call with what other files say about it: options of other modules, registrations, installed versions. */
export class CallLinker {
  readonly #access: CallAccess;
  readonly #callers: Callers;
  readonly #installed: InstalledPackages;
  readonly #registrations = new Map<string, Registration[]>();
  readonly #checks: SettingChecks;

  constructor(
    calls: Iterable<{ path: string; call: JwtCall }>,
    access: CallAccess,
    callers: Callers,
    installed: InstalledPackages,
  ) {
    this.#access = access;
    this.#callers = callers;
    this.#installed = installed;
    this.#checks = new SettingChecks(access, installed);
    for (const { path, call } of calls) if (call.operation === 'configure') this.#register(path, call);
  }

  link(call: JwtCall, path: string): LinkedCall {
    const { engine, engines } = call.table;
    const installed = this.#installed.versionOf(path, call.library, engine, engines);
    const version = installed?.version ?? null;
    const key = this.#key(call, version, path);
    return {
      ...call,
      key,
      algorithms: call.algorithms && this.#algorithms(call, call.algorithms, path),
      expiry: call.expiry && this.#expiry(call, call.expiry, path),
      installed,
      ...gradesOf(call, version, key),
    };
  }

  /** A variable that the program's start makes sure of is no key that may be unset; looked for where it makes a difference. */
  #key(call: JwtCall, version: string | null, path: string): KeyFact | null {
    const { key } = call;
    const unset = key?.unset ?? null;
    if (key === null || unset === null || unset.variable === null) return key;
    const ifSet = { ...key, unset: null };
    const [risk, without] = [gradesOf(call, version, key), gradesOf(call, version, ifSet)];
    const matters =
      unset.how === 'word' || risk.unset !== without.unset || risk.unpinned !== without.unpinned;
    return matters && this.#checks.isChecked(unset.variable, path) ? ifSet : key;
  }

  /** The variables whose checks were looked for in other files. */
  get checked(): readonly string[] {
    return this.#checks.asked;
  }

  /* ---------------------------------------------------------------- registrations */

  #register(path: string, call: JwtCall): void {
    const pin = call.algorithms && this.#imported(call.algorithms, path).state;
    const lifetime = call.expiry && this.#importedLifetime(call.expiry, path).state;
    const registration: Registration = {
      path,
      isPinned: pin === 'pinned' || pin === 'unknown',
      mayExpire: lifetime === 'set' || lifetime === 'unknown',
    };
    const list = this.#registrations.get(call.library);
    if (list) list.push(registration);
    else this.#registrations.set(call.library, [registration]);
  }

  /** The registrations that may hold for a call: those of its package, of one around it, and of those on either side of a dependency. */
  #registrationsFor(call: JwtCall, path: string): readonly Registration[] {
    const all = this.#registrations.get(call.library) ?? [];
    const near = all.filter(
      (one) => this.#installed.mayFeed(one.path, path) || this.#installed.mayFeed(path, one.path),
    );
    const own = near.filter((one) => applicationOf(one.path) === applicationOf(path));
    return own.length > 0 ? own : near;
  }

  #algorithms(call: JwtCall, fact: AlgorithmsFact, path: string): AlgorithmsFact {
    const known = this.#imported(fact, path);
    const isSaid =
      call.inherits &&
      known.state === 'missing' &&
      this.#registrationsFor(call, path).some(({ isPinned }) => isPinned);
    return isSaid ? { ...known, state: 'unknown' } : known;
  }

  /** Where nobody registers the library in this project, somebody does elsewhere. */
  #expiry(call: JwtCall, fact: ExpiryFact, path: string): ExpiryFact {
    const known = this.#importedLifetime(fact, path);
    if (!call.inherits || known.state !== 'missing') return known;
    const registrations = this.#registrationsFor(call, path);
    const maySay = registrations.length === 0 || registrations.some(({ mayExpire }) => mayExpire);
    return maySay ? { ...known, state: 'unknown' } : known;
  }

  /* ---------------------------------------------------------------- options of other modules */

  #imported(fact: AlgorithmsFact, path: string): AlgorithmsFact {
    const { imported, passed } = fact;
    if (fact.state !== 'unknown') return fact;
    if (passed) {
      const pins = this.#callers
        .of(path, passed.name)
        .map((caller) => passedPin(caller.module, caller.call, passed));
      const pin =
        pins.find(({ state }) => state === 'missing' || state === 'empty') ??
        pins.find(({ state }) => state === 'unknown') ??
        pins[0];
      if (!pin || pin.state === 'unknown') return fact;
      return { ...fact, state: pin.state, values: pin.values };
    }
    const found = imported && this.#follow(path, imported, (module, members) => exportedPin(module, members));
    if (!found || found.state === 'unknown') return fact;
    return { ...fact, state: found.state, values: found.values };
  }

  #importedLifetime(fact: ExpiryFact, path: string): ExpiryFact {
    const { imported, passed, unit } = fact;
    if (fact.state !== 'unknown') return fact;
    if (passed) {
      const given = this.#callers
        .of(path, passed.name)
        .map(({ module, call }) => passedLifetime(module, call, passed, unit));
      const lifetime =
        given.find(({ state }) => state === 'missing') ??
        given.find(({ state }) => state === 'unknown') ??
        given[0];
      if (!lifetime || lifetime.state === 'unknown') return fact;
      return { ...fact, state: lifetime.state, seconds: null };
    }
    const found =
      imported && this.#follow(path, imported, (module, members) => exportedLifetime(module, members, unit));
    return found ? { ...fact, state: found.state, seconds: found.seconds } : fact;
  }

  /** Ask module after module, until one answers without pointing to the next. */
  #follow<T extends { readonly imported?: ImportedValue }>(
    from: string,
    start: ImportedValue,
    ask: (module: JavaScriptModule, members: readonly string[]) => T,
  ): T | null {
    let file = from;
    let wanted = start;
    for (let hop = 0; hop < MAX_HOPS; hop++) {
      const target = this.#access.resolve(file, wanted.module);
      const module = target === null ? null : this.#access.moduleAt(target);
      if (target === null || !module) return null;
      const answer = ask(module, wanted.members);
      if (!answer.imported) return answer;
      file = target;
      wanted = answer.imported;
    }
    return null;
  }
}
