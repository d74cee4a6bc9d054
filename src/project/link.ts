import type {
  ConfigEntry,
  FileFacts,
  JwtCall,
  KeyUse,
  SecretLiteral,
  SettingUse,
  Span,
} from '../facts/model.ts';
import { classifyName, isAboutJwt, splitWords } from '../facts/secret-names.ts';
import { mergeLiterals } from '../facts/javascript/collect.ts';
import { findSigningKey } from '../jwt/proof.ts';
import { builtInSecrets } from '../strength/known.ts';
import { deploymentOf, serviceOf } from './deployment.ts';
import { byCodeUnit } from './files.ts';
import { CallLinker } from './link-calls.ts';
import type { InstalledPackages } from './installed/index.ts';
import { followImports, type FollowedFacts, type ModuleAccess } from './follow-imports.ts';
import type { LinkedFile, LinkedToken, Secret } from './model.ts';
import { passedOnSettings, type PassedOn } from './passed-on.ts';
import { SharedValues } from './sharing.ts';

/** What linking needs beside the facts. */
export interface LinkContext extends ModuleAccess {
  isCommitted(path: string): boolean;
  /** The facts of a file that says nothing by itself. */
  emptyFacts(path: string): FileFacts;
  readonly projectWords: readonly string[];
  readonly installed: InstalledPackages;
}

/** The facts of all files, seen together. Built once; each file is then linked on its own. */
export class ProjectIndex {
  readonly #facts: ReadonlyMap<string, FileFacts>;
  readonly #context: LinkContext;
  readonly #followed: FollowedFacts;
  readonly #variables = new Map<string, SettingUse[]>();
  readonly #settings = new Map<string, SettingUse[]>();
  readonly #signing: readonly string[];
  readonly #calls: CallLinker;
  readonly #secrets = new Map<string, Secret[]>();
  readonly #passedOn: ReadonlyMap<string, PassedOn>;
  readonly #shared = new SharedValues();

  constructor(facts: Iterable<FileFacts>, context: LinkContext) {
    this.#facts = new Map(
      [...facts].sort((a, b) => byCodeUnit(a.path, b.path)).map((file) => [file.path, file]),
    );
    this.#context = context;
    const files = [...this.#facts.values()];
    this.#followed = followImports(
      files.flatMap((file) => file.importUses.map((use) => ({ from: file.path, use }))),
      context,
    );
    for (const file of files) this.#addUses(file.settingUses.map((use) => withPath(use, file.path)));
    this.#addUses(this.#followed.settingUses);
    const calls = files.flatMap((file) => file.calls);
    this.#signing = [...new Set(calls.flatMap(signingAlgorithms))].sort(byCodeUnit);
    this.#calls = new CallLinker(
      files.flatMap(({ path, calls: own }) => own.map((call) => ({ path, call }))),
      context,
      context.installed,
    );
    this.#passedOn = passedOnSettings(files, (entry, file) => {
      const use = this.#useOf(entry, file);
      return { use, isSecret: use !== null || isNamedJwtSecret(entry, file) };
    });
    for (const file of files) {
      const secrets = this.#secretsOf(file, true);
      this.#secrets.set(file.path, secrets);
      this.#shared.add(file, secrets);
    }
  }

  /** A file's facts with what the rest of the project says about them; null for a file without facts. */
  link(path: string): LinkedFile | null {
    const facts = this.#facts.get(path) ?? this.#emptyFactsOf(path);
    return facts && this.#linked(facts, this.#secrets.get(path) ?? this.#secretsOf(facts, true));
  }

  /** The same for facts that are newer than the index: an editor's unsaved text. */
  linkFresh(facts: FileFacts, isSameText: boolean): LinkedFile {
    return this.#linked(facts, this.#secretsOf(facts, isSameText));
  }

  #linked(facts: FileFacts, secrets: readonly Secret[]): LinkedFile {
    const { path } = facts;
    return {
      path,
      context: facts.context,
      environment: facts.environment,
      facts,
      calls: facts.calls.map((call) => this.#calls.link(call, path)),
      secrets: secrets.map((secret) => ({ ...secret, sharedWith: this.#shared.others(secret, facts) })),
      tokens: facts.tokens.map((token) => ({ ...token, signedBy: this.#signedBy(token.token, facts) })),
      privateKeys: facts.privateKeys,
      isCommitted: this.#context.isCommitted(path),
      signingAlgorithms: [...new Set([...this.#signing, ...facts.calls.flatMap(signingAlgorithms)])].sort(
        byCodeUnit,
      ),
      projectWords: this.#context.projectWords,
    };
  }

  /** Paths that have something to judge, sorted. */
  paths(): string[] {
    return [...new Set([...this.#facts.keys(), ...this.#followed.literals.keys()])].sort(byCodeUnit);
  }

  /** The last words of all variables and settings that reach a JWT key. */
  settingNames(): string[] {
    const names = [...this.#variables.keys(), ...this.#settings.keys(), ...this.#passedOn.keys()];
    return [...new Set(names.map((name) => name.replace(/^.*[./]/, '')))];
  }

  /** A module without words of its own interest, which another file's JWT call leads to. */
  #emptyFactsOf(path: string): FileFacts | null {
    return this.#followed.literals.has(path) ? this.#context.emptyFacts(path) : null;
  }

  /* ---------------------------------------------------------------- secrets */

  #addUses(uses: readonly SettingUse[]): void {
    for (const use of uses) {
      const map = use.source === 'environment' ? this.#variables : this.#settings;
      const list = map.get(use.name);
      if (list) list.push(use);
      else map.set(use.name, [use]);
    }
  }

  /** Literals found from other files stand at offsets of the text on disk: only valid for the same text. */
  #secretsOf(file: FileFacts, withFollowed: boolean): Secret[] {
    const followed = withFollowed ? (this.#followed.literals.get(file.path) ?? []) : [];
    const literals = mergeLiterals([...file.literals, ...followed]);
    const entries = file.entries.flatMap((entry) => this.#secretOfEntry(entry, file));
    const ofCode = literals.map((literal) => secretOfLiteral(literal, file));
    return onePerPlace([...ofCode, ...entries]).sort((a, b) => a.span[0] - b.span[0]);
  }

  #secretOfEntry(entry: ConfigEntry, file: FileFacts): Secret[] {
    const passedOn = this.#passedOnOf(entry);
    const use = this.#useOf(entry, file) ?? passedOn?.use ?? null;
    if (!use && !passedOn && !isNamedJwtSecret(entry, file)) return [];
    const way = passedOn ?? use;
    const { value, span, writtenAs, fallback } = entry;
    return [
      {
        value,
        span,
        name: entry.keyPath.at(-1) ?? null,
        source: entry.format === 'code' ? 'code' : 'config',
        writtenAs,
        evidence: use ? 'use' : 'name',
        fallback,
        partial: false,
        algorithm: use?.algorithm ?? null,
        encoding: use?.encoding ?? 'utf8',
        flow: way ? [{ span, message: 'the secret is written here' }, ...way.flow] : [],
        call: use?.call ?? null,
        environment: entry.environment ?? file.environment,
        deployment: entry.environment ?? file.environment ?? deploymentOf(file),
        sharedWith: [],
        service: serviceOf(entry, file),
        format: entry.format,
      },
    ];
  }

  #passedOnOf(entry: ConfigEntry): PassedOn | undefined {
    const name = entry.keyPath.at(-1) ?? '';
    return this.#passedOn.get(entry.object ? `${entry.object}/${name}` : name);
  }

  #useOf(entry: ConfigEntry, file: FileFacts): KeyUse | null {
    const name = entry.keyPath.at(-1) ?? '';
    const byVariable = this.#variables.get(name)?.[0] ?? file.settingUses.find((use) => use.name === name);
    if (byVariable) return byVariable;
    const dotted = entry.keyPath.join('.');
    for (const [setting, uses] of this.#settings) {
      if ((dotted === setting || dotted.endsWith(`.${setting}`)) && uses[0]) return uses[0];
    }
    const imported = this.#followed.entryUses
      .get(file.path)
      ?.find(({ keyPath }) => keyPath.join('.') === dotted);
    return imported?.use ?? null;
  }

  /* ---------------------------------------------------------------- proof */

  #candidates: readonly { value: string; path: string | null; span: Span | null }[] | null = null;

  #signedBy(token: string, file: FileFacts): LinkedToken['signedBy'] {
    this.#candidates ??= [...this.#projectCandidates(), ...builtInCandidates()];
    const own = this.#candidates.filter((candidate) => candidate.path === file.path);
    return findSigningKey(token, [...own, ...this.#candidates])?.candidate ?? null;
  }

  *#projectCandidates(): Iterable<{ value: string; path: string; span: Span }> {
    for (const [path, secrets] of this.#secrets) {
      for (const { value, span } of secrets) yield { value, path, span };
    }
    for (const [path, file] of this.#facts) {
      for (const { value, span } of file.entries) yield { value, path, span };
    }
  }
}

/** Aliases and merges lead to one written value by several ways: the gravest environment speaks for it. */
function onePerPlace(secrets: readonly Secret[]): Secret[] {
  const places = new Map<string, Secret>();
  for (const secret of secrets) {
    const place = secret.span.join(':');
    const known = places.get(place);
    if (!known || (secret.environment === 'production' && known.environment !== 'production'))
      places.set(place, secret);
  }
  return [...places.values()];
}

function builtInCandidates(): { value: string; path: null; span: null }[] {
  return [...builtInSecrets()].map((value) => ({ value, path: null, span: null }));
}

function secretOfLiteral(literal: SecretLiteral, file: FileFacts): Secret {
  return {
    ...literal,
    source: 'code',
    writtenAs: 'plain',
    environment: file.environment,
    deployment: file.environment ?? deploymentOf(file),
    sharedWith: [],
    service: null,
    format: null,
  };
}

/** By its own name, by that of the Kubernetes object, or as "the secret" of a file about JWT. */
function isNamedJwtSecret(entry: ConfigEntry, file: FileFacts): boolean {
  const says = classifyName(entry.keyPath);
  if (says === 'jwt-secret') return !isHalfOfAccessKey(entry, file);
  if (entry.object && classifyName([entry.object, entry.keyPath.at(-1) ?? '']) === 'jwt-secret') return true;
  return says === 'generic-secret' && isAboutJwt(stemOf(file.path));
}

/** `secretKey` beside `accessKey`: the pair that clouds hand out. */
function isHalfOfAccessKey({ keyPath }: ConfigEntry, { entries }: FileFacts): boolean {
  if (splitWords(keyPath.at(-1) ?? '').join('') !== 'secretkey') return false;
  const above = keyPath.slice(0, -1).join('\0');
  return entries.some(
    (other) =>
      other.keyPath.length === keyPath.length &&
      other.keyPath.slice(0, -1).join('\0') === above &&
      /^accesskey/.test(splitWords(other.keyPath.at(-1) ?? '').join('')),
  );
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]{1,12}$/, '');
}

/** Steps without a path belong to the file that the use was collected from. */
function withPath(use: SettingUse, path: string): SettingUse {
  const flow = use.flow.map((step) => (step.path === undefined ? { ...step, path } : step));
  return { ...use, flow: [{ path, span: use.span, message: `\`${use.name}\` is read here` }, ...flow] };
}

function signingAlgorithms(call: JwtCall): readonly string[] {
  const isSigning = call.operation === 'sign' || call.entry === 'SignJWT.setProtectedHeader';
  return isSigning && call.algorithms
    ? call.algorithms.values.filter((name) => name.toLowerCase() !== 'none')
    : [];
}
