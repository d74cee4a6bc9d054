import { isJavaScriptPath } from '../facts/collect.ts';
import { importUse, mergeLiterals, settingUse, usedLiteral } from '../facts/javascript/collect.ts';
import type { JavaScriptModule } from '../facts/javascript/module.ts';
import { spanOf } from '../facts/javascript/syntax.ts';
import { traceExport, tracePassed, type Origin } from '../facts/javascript/trace/index.ts';
import type {
  Fallback,
  FlowStep,
  ImportUse,
  KeyUse,
  PassedUse,
  SecretLiteral,
  SettingUse,
} from '../facts/model.ts';
import type { Callers } from './callers.ts';
import { mayExport } from './reexports.ts';
import type { SettingDefinitions } from './setting-definitions.ts';

/** What the stage needs of the project: other files, on demand. */
export interface ModuleAccess {
  resolve(from: string, specifier: string): string | null;
  textOf(path: string): string | null;
  moduleAt(path: string): JavaScriptModule | null;
}

/** Facts about files that only other files' JWT calls bring to light. */
export interface FollowedFacts {
  /** Literals by the path of the file they stand in. */
  readonly literals: ReadonlyMap<string, readonly SecretLiteral[]>;
  /** Entries of JSON and YAML files that code imports as a key, by path and key path. */
  readonly entryUses: ReadonlyMap<
    string,
    readonly { readonly keyPath: readonly string[]; readonly use: KeyUse }[]
  >;
  readonly settingUses: readonly SettingUse[];
}

/** Where a key comes from that stands in no file so far: another module's export, what callers pass, a setting by its name. */
export type OpenUse = { readonly from: string } & (
  { readonly use: ImportUse } | { readonly passed: PassedUse } | { readonly setting: SettingUse }
);

/** Modules a value may pass through between the place it is written and the call that uses it. */
const MAX_HOPS = 12;

/** Follow what reaches JWT keys through the modules of the project, up to literals and settings. */
export function followImports(
  uses: readonly OpenUse[],
  access: ModuleAccess,
  callers: Callers,
  definitions: SettingDefinitions,
): FollowedFacts {
  const follower = new Follower(access, callers, definitions);
  let open = uses;
  for (let hop = 0; hop <= MAX_HOPS && open.length > 0; hop++) {
    callers.lookFor(
      open.flatMap((use) => ('passed' in use ? [{ path: use.from, name: use.passed.as.name }] : [])),
    );
    open = open.flatMap((use) => follower.follow(use));
  }
  return follower.facts();
}

class Follower {
  readonly #access: ModuleAccess;
  readonly #callers: Callers;
  readonly #definitions: SettingDefinitions;
  readonly #literals = new Map<string, SecretLiteral[]>();
  readonly #entryUses = new Map<string, { keyPath: readonly string[]; use: KeyUse }[]>();
  readonly #settingUses: SettingUse[] = [];
  readonly #done = new Set<string>();

  constructor(access: ModuleAccess, callers: Callers, definitions: SettingDefinitions) {
    this.#access = access;
    this.#callers = callers;
    this.#definitions = definitions;
  }

  follow(open: OpenUse): OpenUse[] {
    if ('use' in open) return this.#imported(open.from, open.use);
    return 'passed' in open ? this.#passed(open.from, open.passed) : this.#defined(open.from, open.setting);
  }

  facts(): FollowedFacts {
    const literals = new Map([...this.#literals].map(([path, list]) => [path, mergeLiterals(list)]));
    return { literals, entryUses: this.#entryUses, settingUses: this.#settingUses };
  }

  /** What another module exports: the origins there, and what is left to follow. */
  #imported(from: string, use: ImportUse): OpenUse[] {
    const target = this.#access.resolve(from, use.module);
    if (target === null || !this.#isNew([target, use.members, use.call, use.fallback, use.algorithm]))
      return [];
    if (isJavaScriptPath(target) && !mayExport(this.#access.textOf(target) ?? '', use.members[0] ?? ''))
      return [];
    const reached: KeyUse = { ...use, flow: withImportStep(from, use) };
    const module = this.#access.moduleAt(target);
    if (module) return this.#reach(target, traceExport(module, use.members), reached, use.fallback);
    const keyPath = use.members.filter((name) => name !== 'default');
    push(this.#entryUses, target, [{ keyPath, use: reached }]);
    return [];
  }

  /** What the callers of an exported function pass. */
  #passed(from: string, use: PassedUse): OpenUse[] {
    if (!this.#isNew([from, use.as, use.call, use.algorithm])) return [];
    const flow = use.flow.map((step) => (step.path === undefined ? { ...step, path: from } : step));
    return this.#callers.of(from, use.as.name).flatMap(({ path, module, call }) => {
      const step: FlowStep = {
        path,
        span: spanOf(call),
        message: `passed to \`${spoken(use.as.name)}\` here`,
      };
      const reached: KeyUse = { ...use, flow: [step, ...flow] };
      return this.#reach(path, tracePassed(module, call, use.as), reached, null);
    });
  }

  /** What code elsewhere gives to a setting that is read by name. */
  #defined(from: string, use: SettingUse): OpenUse[] {
    if (!this.#isNew([use.source, use.name, use.call, use.algorithm])) return [];
    const reached: KeyUse = withPath(use, from);
    return this.#definitions
      .of(use)
      .flatMap(({ path, origins }) => this.#reach(path, origins, reached, null));
  }

  #reach(path: string, origins: readonly Origin[], use: KeyUse, fallback: Fallback | null): OpenUse[] {
    return origins.flatMap((origin): OpenUse[] => {
      const encoding = origin.encoding === 'utf8' ? use.encoding : origin.encoding;
      const { algorithm, call } = use;
      const reached: KeyUse = { algorithm, call, encoding, flow: [...origin.steps, ...use.flow] };
      switch (origin.kind) {
        case 'literal':
          push(
            this.#literals,
            path,
            usedLiteral({ ...origin, fallback: origin.fallback ?? fallback }, reached),
          );
          return [];
        case 'environment':
        case 'config':
          return settingUse(origin, reached).map((setting) => {
            this.#settingUses.push(withPath(setting, path));
            return { from: path, setting };
          });
        case 'import': {
          const next = importUse(origin, reached);
          return [{ from: path, use: { ...next, fallback: next.fallback ?? fallback } }];
        }
        case 'passed':
          return [{ from: path, passed: { ...reached, as: origin.as, span: origin.span } }];
        default:
          return [];
      }
    });
  }

  #isNew(task: unknown): boolean {
    const id = JSON.stringify(task);
    if (this.#done.has(id)) return false;
    this.#done.add(id);
    return true;
  }
}

/** Steps without a path belong to the file that the use was collected from; the first one is the read itself. */
export function withPath(use: SettingUse, path: string): SettingUse {
  const flow = use.flow.map((step) => (step.path === undefined ? { ...step, path } : step));
  return { ...use, flow: [{ path, span: use.span, message: `\`${use.name}\` is read here` }, ...flow] };
}

/** As the code would name it: an instance has no name of its own. */
function spoken(name: string): string {
  return name.replace(/(?:^|\.)#\./, '.').replace(/^\./, '');
}

/** The steps in the importing file get its path: they are shown from another file now. */
function withImportStep(from: string, use: ImportUse): FlowStep[] {
  const steps: FlowStep[] = [
    { span: use.span, message: `imported from \`${use.module}\` here` },
    ...use.flow,
  ];
  return steps.map((step) => (step.path === undefined ? { ...step, path: from } : step));
}

function push<T>(map: Map<string, T[]>, key: string, items: readonly T[]): void {
  if (items.length === 0) return;
  const list = map.get(key);
  if (list) list.push(...items);
  else map.set(key, [...items]);
}
