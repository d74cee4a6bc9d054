import { isPathTo } from '../facts/any-member.ts';
import { isHmacAlgorithm, publicKeyAlgorithm } from '../jwt/algorithms.ts';
import type { ConfigEntry, FileFacts, JwtCall, KeyUse, SecretLiteral, SettingUse } from '../facts/model.ts';
import { isLookUpKey, namesOwner, repeatsName } from '../facts/repeated-names.ts';
import { classifyName, isAboutJwt, isCallName, splitWords } from '../facts/secret-names.ts';
import { mergeLiterals } from '../facts/javascript/collect.ts';
import { deploymentOf, serviceOf } from './deployment.ts';
import { byCodeUnit } from './files.ts';
import { Callers, type CalledFunction, type CallerAccess } from './callers.ts';
import { CodeSurvey, type SurveyAccess } from './code-survey.ts';
import { CallLinker } from './link-calls.ts';
import type { InstalledPackages } from './installed/index.ts';
import { followImports, withPath, type FollowedFacts, type ModuleAccess } from './follow-imports.ts';
import type { LinkedFile, Secret } from './model.ts';
import { passedOnSettings, type PassedOn } from './passed-on.ts';
import { Proofs, type ProofContext, type ProofFile, type SearchElsewhere } from './proof/index.ts';
import { withUnnamedSecrets } from './proof/unnamed-secrets.ts';
import { SettingDefinitions } from './setting-definitions.ts';
import { SharedValues } from './sharing.ts';

/** What linking needs beside the facts. */
export interface LinkContext extends ModuleAccess, CallerAccess, SurveyAccess {
  isCommitted(path: string): boolean;
  /** The facts of a file that says nothing by itself. */
  emptyFacts(path: string): FileFacts;
  readonly projectWords: readonly string[];
  readonly installed: InstalledPackages;
  readonly proof: ProofContext;
}

/** The facts of all files, seen together. Built once; each file is then linked on its own. */
export class ProjectIndex {
  readonly #facts: ReadonlyMap<string, FileFacts>;
  readonly #context: LinkContext;
  readonly #followed: FollowedFacts;
  readonly #variables = new Map<string, SettingUse[]>();
  readonly #settings = new Map<string, SettingUse[]>();
  /** The files that use a variable for something else than JSON Web Tokens. */
  readonly #otherUses = new Map<string, string[]>();
  readonly #signing: readonly string[];
  readonly #callers: Callers;
  readonly #calls: CallLinker;
  readonly #secrets = new Map<string, Secret[]>();
  readonly #passedOn: ReadonlyMap<string, PassedOn>;
  readonly #shared = new SharedValues();
  readonly #proofs: Proofs;

  constructor(facts: Iterable<FileFacts>, context: LinkContext) {
    this.#facts = new Map(
      [...facts].sort((a, b) => byCodeUnit(a.path, b.path)).map((file) => [file.path, file]),
    );
    this.#context = context;
    const files = [...this.#facts.values()];
    const survey = new CodeSurvey(context);
    const callers = new Callers(context, survey);
    this.#callers = callers;
    this.#followed = followImports(
      files.flatMap(({ path, importUses, passedUses, settingUses }) => [
        ...importUses.map((use) => ({ from: path, use })),
        ...passedUses.map((passed) => ({ from: path, passed })),
        ...settingUses.map((setting) => ({ from: path, setting })),
      ]),
      context,
      callers,
      new SettingDefinitions(context, survey),
    );
    for (const file of files)
      this.#addUses(
        file.settingUses.filter((use) => !isReplaced(use, files)).map((use) => withPath(use, file.path)),
      );
    this.#addUses(this.#followed.settingUses);
    for (const { path, otherUses } of files)
      for (const name of otherUses) this.#otherUses.set(name, [...(this.#otherUses.get(name) ?? []), path]);
    const calls = files.flatMap((file) => file.calls);
    this.#signing = [...new Set(calls.flatMap(signingAlgorithms))].sort(byCodeUnit);
    this.#calls = new CallLinker(
      files.flatMap(({ path, calls: own }) => own.map((call) => ({ path, call }))),
      context,
      callers,
      context.installed,
    );
    this.#passedOn = passedOnSettings(files, (entry, file) => {
      const use = this.#useOf(entry, file);
      return { use, isSecret: use !== null || this.#isNamedJwtSecret(entry, file) };
    });
    for (const file of files) {
      const secrets = this.#secretsOf(file, true);
      this.#secrets.set(file.path, secrets);
      this.#shared.add(file, secrets);
    }
    const proofFiles = this.paths().map((path) => this.#proofFile(path));
    this.#proofs = new Proofs(proofFiles, context.proof);
  }

  /** A file's facts with what the rest of the project says about them; null for a file without facts. */
  link(path: string): LinkedFile | null {
    if (!this.#facts.has(path) && !this.#followed.literals.has(path)) return null;
    const { facts, secrets } = this.#proofFile(path);
    return this.#linked(facts, secrets, this.#proofs);
  }

  /** The same for facts that are newer than the index: an editor's unsaved text. */
  linkFresh(facts: FileFacts, isSameText: boolean): LinkedFile {
    const secrets = this.#secretsOf(facts, isSameText);
    return this.#linked(facts, secrets, this.#proofs.with({ facts, secrets }));
  }

  #linked(facts: FileFacts, found: readonly Secret[], proofs: Proofs): LinkedFile {
    const { path } = facts;
    const secrets = withUnnamedSecrets(found, proofs.unnamedSecrets(path), facts);
    return {
      path,
      context: facts.context,
      environment: facts.environment,
      facts,
      calls: facts.calls.map((call) => this.#calls.link(call, path)),
      secrets: secrets.map((secret) => ({
        ...secret,
        sharedWith: this.#shared.others(secret, facts),
        signedTokens: proofs.tokensSignedBy(secret.value),
      })),
      tokens: facts.tokens.map((token) => ({
        ...token,
        proof: proofs.ofToken(token.token, token.algorithm, path),
      })),
      privateKeys: facts.privateKeys.map((key) => ({ ...key, ...proofs.ofKey(key) })),
      isCommitted: this.#context.isCommitted(path),
      signingAlgorithms: [...new Set([...this.#signing, ...facts.calls.flatMap(signingAlgorithms)])].sort(
        byCodeUnit,
      ),
      projectWords: this.#context.projectWords,
    };
  }

  /** False where some token was not tried on everything, since that was too much. */
  get isProofComplete(): boolean {
    return this.#proofs.isComplete;
  }

  /** Look for the secrets that sign tokens, which else is done when the first file is linked. */
  prepareProofs(search: SearchElsewhere): Promise<void> {
    return this.#proofs.prepare(search);
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

  /** The functions whose callers were looked for. */
  get called(): readonly CalledFunction[] {
    return this.#callers.called;
  }

  /** The variables whose checks were looked for in all files. */
  get checked(): readonly string[] {
    return this.#calls.checked;
  }

  /** Files with literals that reach a JWT call of a file. */
  originsOf(path: string): string[] {
    const origins = [...this.#followed.literals].filter(([origin, literals]) => {
      return origin !== path && literals.some(({ flow }) => flow.at(-1)?.path === path);
    });
    return origins.map(([origin]) => origin).sort(byCodeUnit);
  }

  /** Configuration that code imports a key from. */
  importedConfigs(): string[] {
    return [...this.#followed.entryUses.keys()];
  }

  /** The facts and secrets of a file; of one without words of its own interest, those that other files' JWT calls lead to. */
  #proofFile(path: string): ProofFile {
    const facts = this.#facts.get(path) ?? this.#context.emptyFacts(path);
    return { facts, secrets: this.#secrets.get(path) ?? this.#secretsOf(facts, true) };
  }

  /* ---------------------------------------------------------------- secrets */

  #addUses(uses: readonly SettingUse[]): void {
    for (const use of uses) {
      const map = use.source === 'environment' ? this.#variables : this.#settings;
      // nconf writes `jwt:secret` for what other libraries call `jwt.secret`.
      const name = use.source === 'config' ? use.name.replaceAll(':', '.') : use.name;
      const list = map.get(name);
      if (list) list.push(use);
      else map.set(name, [use]);
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
    if (!use && !passedOn && !this.#isNamedJwtSecret(entry, file)) return [];
    const way = passedOn ?? use;
    const { value, span, writtenAs, fallback } = entry;
    return [
      {
        value,
        span,
        name: nameOf(entry),
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
        signedTokens: [],
      },
    ];
  }

  /** By its name, where no code shows that the variable is for something else. */
  #isNamedJwtSecret(entry: ConfigEntry, file: FileFacts): boolean {
    if (!isNamedJwtSecret(entry, file)) return false;
    const name = entry.keyPath.at(-1) ?? '';
    // Many a program takes its JWT secret for cookies too.
    const others = /jwt|jws|jose/i.test(name) ? [] : (this.#otherUses.get(name) ?? []);
    return !others.some((path) => this.#context.installed.mayFeed(file.path, path));
  }

  #passedOnOf(entry: ConfigEntry): PassedOn | undefined {
    const name = entry.keyPath.at(-1) ?? '';
    return this.#passedOn.get(entry.object ? `${entry.object}/${name}` : name);
  }

  #useOf(entry: ConfigEntry, file: FileFacts): KeyUse | null {
    if (entry.reaches) return entry.reaches;
    const name = entry.keyPath.at(-1) ?? '';
    const { installed } = this.#context;
    const byVariable =
      this.#variables
        .get(name)
        ?.find(({ flow }) => installed.mayFeed(file.path, flow[0]?.path ?? file.path)) ??
      file.settingUses.find((use) => use.name === name);
    if (byVariable) return byVariable;
    const dotted = entry.keyPath.join('.');
    for (const [setting, uses] of this.#settings) {
      if ((dotted === setting || dotted.endsWith(`.${setting}`)) && uses[0]) return uses[0];
    }
    const imported = this.#followed.entryUses
      .get(file.path)
      ?.find(({ keyPath }) => isPathTo(keyPath, entry.keyPath));
    return imported?.use ?? null;
  }
}

/** Whether another setting is the key in the place of this one. */
function isReplaced({ unless, call }: SettingUse, files: readonly FileFacts[]): boolean {
  if (unless === undefined) return false;
  return files.some(({ settingUses }) =>
    settingUses.some((other) => other.name === unless && other.call?.library === call?.library),
  );
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
    signedTokens: [],
  };
}

/** Longer names of several words are texts that broken syntax makes a name of, with whatever stands in them. Characters. */
const LONGEST_PHRASE = 60;

/** `JWT_SECRET="…"` as a name holds a value itself. */
const ASSIGNED = /[="'`]/;

/** What a value is called, if it is called anything. */
function nameOf({ keyPath }: ConfigEntry): string | null {
  const name = keyPath.findLast((segment) => !/^\d{1,9}$/.test(segment));
  if (name === undefined || isCallName(name)) return null;
  const isText = (name.length > LONGEST_PHRASE && /\s/.test(name)) || ASSIGNED.test(name);
  return isText ? null : name;
}

/** By its own name, by that of the Kubernetes object, or as "the secret" of a file about JWT. */
function isNamedJwtSecret(entry: ConfigEntry, file: FileFacts): boolean {
  const { keyPath, value, format } = entry;
  const says = classifyName(keyPath);
  if (namesOwner(value, keyPath) || isLookUpKey(value, keyPath)) return false;
  if (says === 'jwt-secret') return !isHalfOfAccessKey(entry, file);
  if (entry.object && classifyName([entry.object, keyPath.at(-1) ?? '']) === 'jwt-secret') return true;
  const isLabel =
    format === 'text' && repeatsName(value, keyPath) && splitWords(keyPath.at(-1) ?? '').length > 1;
  return says === 'generic-secret' && !isLabel && isAboutJwt(stemOf(file.path));
}

/** `secretKey` or `accessSecret` beside `accessKey`: the pair that clouds hand out. */
function isHalfOfAccessKey({ keyPath }: ConfigEntry, { entries }: FileFacts): boolean {
  if (!/^(?:secretkey|accesssecret)$/.test(splitWords(keyPath.at(-1) ?? '').join(''))) return false;
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

function signingAlgorithms(call: JwtCall): readonly string[] {
  const isSigning = call.operation === 'sign' || call.entry === 'SignJWT.setProtectedHeader';
  return isSigning && call.algorithms
    ? call.algorithms.values.filter((name) => isHmacAlgorithm(name) || publicKeyAlgorithm(name) !== null)
    : [];
}
