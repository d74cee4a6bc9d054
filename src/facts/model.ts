import type { HmacAlgorithm } from '../jwt/algorithms.ts';
import type { KeyText } from '../jwt/asymmetric.ts';
import type { AlgorithmsTable, EngineTable, EntryPoint } from './javascript/libraries/types.ts';

/** `[start, end)` offsets, in UTF-16 code units, into the text of the file. */
export type Span = readonly [start: number, end: number];

/** What kind of file a fact stands in. Everything but source and config falls to severity `low`. */
export type FileContext = 'source' | 'config' | 'test' | 'docs' | 'template' | 'history';

/** What one file says, as plain data and without judgement. */
export interface FileFacts {
  /** Relative to the root of the scan, always with `/`. */
  readonly path: string;
  readonly context: FileContext;
  /** `production`, `staging`, `test`, `development`, a custom name, or null where the file does not say. */
  readonly environment: string | null;
  readonly calls: readonly JwtCall[];
  /** Literals of the code that are JWT secrets by their use or by their name. */
  readonly literals: readonly SecretLiteral[];
  /** Named values of configuration; the link stage decides which of them are JWT secrets. */
  readonly entries: readonly ConfigEntry[];
  readonly tokens: readonly TokenFact[];
  readonly privateKeys: readonly PrivateKeyFact[];
  readonly publicKeys: readonly PublicKeyFact[];
  /** Environment variables and settings that reach the key of a JWT call in this file. */
  readonly settingUses: readonly SettingUse[];
  /** Values of other modules that reach the key of a JWT call in this file. */
  readonly importUses: readonly ImportUse[];
  /** What callers in other modules pass on to the key of a JWT call in this file. */
  readonly passedUses: readonly PassedUse[];
  /** Environment variables that reach the key of something else: a session, a webhook, an OAuth client. */
  readonly otherUses: readonly string[];
  readonly logs: readonly LogFact[];
  readonly exposures: readonly ExposureFact[];
}

/** A secret or a token that the code writes to a log. */
export interface LogFact {
  /**
   * - `secret`: a JWT secret, or the variable that holds it
   * - `token`: a token that lets somebody in
   * - `header`: the Authorization header
   * - `headers`: all headers of a request, that one among them
   * - `environment`: all variables of the environment
   */
  readonly what: 'secret' | 'token' | 'header' | 'headers' | 'environment';
  readonly span: Span;
  /** How the code names it. */
  readonly name: string;
  /** The log is that of a browser, which only its user sees. */
  readonly isBrowser: boolean;
}

/** A JWT secret that the code of a browser gets to see. */
export interface ExposureFact {
  /**
   * - `prefix`: a variable under a name that bundlers inline
   * - `define`: a value that a bundler or framework is told to write into the code
   * - `browser`: a call that signs or verifies in the browser
   */
  readonly how: 'prefix' | 'define' | 'browser';
  readonly span: Span;
  /** The variable, the key or the call. */
  readonly name: string;
  /** The prefix, the option or the library. */
  readonly by: string;
}

/** One step on the way from a value to the call that uses it; a path only when it is another file. */
export interface FlowStep {
  readonly path?: string;
  readonly span: Span;
  readonly message: string;
}

/* ------------------------------------------------------------------ JWT calls */

export type Operation = 'sign' | 'verify' | 'decode' | 'configure';

/** A call, construction, registration or object that signs, verifies, decodes or configures JSON Web Tokens. */
export interface JwtCall {
  /** The npm package. */
  readonly library: string;
  /** The entry point as the library's table names it: `verify`, `Strategy`, `JwtModule.register`. */
  readonly entry: string;
  readonly operation: Operation;
  /** The whole call expression. */
  readonly span: Span;
  /** The callee, where a diagnostic about the call is shown. */
  readonly calleeSpan: Span;
  readonly key: KeyFact | null;
  /** Null where the entry point takes no algorithm at all. */
  readonly algorithms: AlgorithmsFact | null;
  /** Settings by which this call accepts or produces unsigned tokens. */
  readonly unsigned: readonly UnsignedFact[];
  /** How long a signed token lives; null where the entry point does not sign. */
  readonly expiry: ExpiryFact | null;
  /** Settings by which tokens pass that have expired or are not valid yet. */
  readonly lenient: readonly LenientFact[];
  /** Settings by which the key that a token brings along is trusted. */
  readonly embeddedKeys: readonly EmbeddedKeyFact[];
  /** What the program does with claims that nobody verified; null where the call does not decode. */
  readonly claims: ClaimsFact | null;
  /** What this call leaves open, a registration of the same library may say. */
  readonly inherits: boolean;
  /** What the library's table says about missing pins and keys, by version. */
  readonly table: CallTable;
}

/** The parts of a library's table that need the installed version. */
export type CallTable = Pick<EntryPoint, 'unset' | 'emptyBytes'> &
  Pick<AlgorithmsTable, 'unpinned' | 'mixed'> & {
    /** Where the library looks for a pin: the number of the argument, then property names. */
    readonly pinAt: string | null;
    /** The package whose version counts. */
    readonly engine: string;
    readonly engines: EngineTable | null;
  };

/**
 * The kind of key a call gets, as far as the code shows it.
 *
 * - `padded-public-key`: a PEM that does not start with its header line
 * - `public-key-bytes`: the text of a public key where bytes of a secret belong
 * - `jwk-text`: a JWK as JSON text
 * - `bound-key`: a key that carries its algorithm
 * - `key-set`: a JWKS, from which the token's `kid` chooses
 * - `resolver`: a function that finds the key at run time
 */
export type KeyKind =
  | 'secret'
  | 'public-key'
  | 'padded-public-key'
  | 'public-key-bytes'
  | 'certificate'
  | 'private-key'
  | 'key-object'
  | 'bound-key'
  | 'jwk-text'
  | 'key-set'
  | 'resolver'
  | 'falsy'
  | 'unknown';

export interface KeyFact {
  readonly kind: KeyKind;
  readonly span: Span;
  /** Names of the environment variables that can reach the key. */
  readonly variables: readonly string[];
  /** The text of the key itself stands in the code. */
  readonly hasText: boolean;
  /** The key may be missing when the program runs, and how. */
  readonly unset: UnsetKey | null;
}

export interface UnsetKey {
  /**
   * - `missing`: nothing at all reaches the library
   * - `empty-bytes`: an empty byte array does
   * - `word`: the text `undefined` does
   * - `resolver`: the function that finds the key may answer with nothing
   */
  readonly how: 'missing' | 'empty-bytes' | 'word' | 'resolver';
  /** The variable that nobody checks; null for resolvers. */
  readonly variable: string | null;
  /** Where it is read, or the answer that may be nothing. */
  readonly span: Span;
}

/**
 * What a call says about the algorithms it takes.
 *
 * - `pinned`: a list (or one name) that the library honours; `values` holds what is readable of it
 * - `missing`: nothing said, and the library does not know by itself
 * - `empty`: said, but `undefined`, `null` or a list that the library takes for none
 * - `refusing`: an empty list, by which every token is refused
 * - `misplaced`: said where the library does not look; `span` is that place
 * - `from-token`: taken from the token's own header, so that the attacker chooses
 * - `unknown`: comes from somewhere the analysis cannot see; never reported
 */
export type AlgorithmsState =
  'pinned' | 'missing' | 'empty' | 'refusing' | 'misplaced' | 'from-token' | 'unknown';

export interface AlgorithmsFact {
  readonly state: AlgorithmsState;
  readonly values: readonly string[];
  /** The place of the pin, or of the call where there is none. */
  readonly span: Span;
  /** The misplaced or misspelt option. */
  readonly option?: string;
  /** How to write a pin here, when there is one clear way. */
  readonly insertion?: PinInsertion;
  /** Where another module decides, by what it exports or by what it passes. */
  readonly imported?: ImportedValue;
  readonly passed?: PassedValue;
}

/** A value that another module exports, on the way from an option to what it says. */
export interface ImportedValue {
  readonly module: string;
  readonly members: readonly string[];
}

/** What the callers of an exported function pass, on the way from an option to what it says. */
export interface PassedValue {
  /** The way under which the module exports the function: see `exportedNames`. */
  readonly name: string;
  /** The number of the argument, and the properties inside it. */
  readonly index: number;
  readonly path: readonly string[];
}

/** Text around the algorithm list that makes a valid edit: `prefix + list + suffix` replaces `span`. */
export interface PinInsertion {
  readonly span: Span;
  readonly prefix: string;
  readonly suffix: string;
  /** `array` for `['HS256']`, `string` for `'HS256'`. */
  readonly form: 'array' | 'string';
}

export interface UnsignedFact {
  /**
   * - `accepts-none`: `none` in the list of accepted algorithms
   * - `signs-none`: a token is produced with `alg: none`
   * - `no-verify`: a switch turns the signature check off
   * - `falsy-key`: the key is empty, null, undefined or false
   */
  readonly how: 'accepts-none' | 'signs-none' | 'no-verify' | 'falsy-key';
  readonly span: Span;
  /** Removing this span drops `none` and leaves valid code. */
  readonly removal?: Span;
  /** How the removal is replaced, where it cannot simply go. */
  readonly replacement?: string;
}

/**
 * How long a signed token lives.
 *
 * - `set`: by an option, a claim or a builder; `seconds` where it is readable
 * - `missing`: for ever
 * - `unknown`: decided where the analysis cannot see; never reported
 */
export interface ExpiryFact {
  readonly state: 'set' | 'missing' | 'unknown';
  readonly span: Span;
  readonly seconds: number | null;
  /** What a plain number means to the library, and whether one was written. */
  readonly unit: 'seconds' | 'milliseconds';
  readonly isNumber: boolean;
  /** Not every claim can be read: one of them may be `exp`. */
  readonly isOpen: boolean;
  readonly imported?: ImportedValue;
  readonly passed?: PassedValue;
}

export interface LenientFact {
  readonly what: 'expiration' | 'not-before' | 'tolerance' | 'clock';
  /** The option, and the whole property where it can be removed. */
  readonly span: Span;
  readonly option: string;
  /** The tolerance in seconds. */
  readonly seconds: number | null;
  readonly removal?: Span;
}

export interface EmbeddedKeyFact {
  readonly how: 'option' | 'resolver' | 'header';
  readonly span: Span;
  readonly text: string;
}

/**
 * What becomes of claims that were decoded and not verified.
 *
 * - `verified`: the same token is verified as well
 * - `own`: the program made the token itself
 * - `display`: shown, or read for a header, an expiry or a key only
 * - `decision`: `decisions` says what is decided by them
 * - `unknown`: they leave the function, or the file is the browser's
 */
export interface ClaimsFact {
  readonly use: 'verified' | 'own' | 'display' | 'decision' | 'unknown';
  readonly decisions: readonly ClaimsDecision[];
  /** The token comes from a provider over a connection of the program's own. */
  readonly isFromProvider: boolean;
}

export interface ClaimsDecision {
  readonly how: 'identity' | 'comparison' | 'lookup' | 'signing' | 'result';
  readonly span: Span;
}

/* ------------------------------------------------------------------ secrets */

/** Why a value is taken for a JWT secret: it reaches a JWT call, its name says so, or only a token that it signs. */
export type Evidence = 'use' | 'name' | 'proof';

/** How the literal stands in for something that should have been there. */
export interface Fallback {
  readonly operator:
    '||' | '??' | '?:' | 'if' | 'default' | 'parameter' | 'schema' | 'interpolation' | 'lookup';
  /** Where it stands in, when the value itself is written somewhere else in the file. */
  readonly at?: Span;
  /** The variable or setting it stands in for, where that is readable. */
  readonly of: string | null;
  /** Replace `span` by `text` to drop the fallback and leave valid code. */
  readonly removal?: { readonly span: Span; readonly text: string };
}

/** How the consumer turns the text into key bytes. */
export type KeyEncoding = 'utf8' | 'base64' | 'base64url' | 'hex';

export interface SecretLiteral {
  /** The value as the program sees it, after unescaping. */
  readonly value: string;
  /** The literal with its quotes. */
  readonly span: Span;
  /** The variable, property or parameter it is written under. */
  readonly name: string | null;
  readonly evidence: Evidence;
  readonly fallback: Fallback | null;
  /** Further places where the same literal stands in for something. */
  readonly moreFallbacks?: readonly Fallback[];
  /** The literal is only the constant part of a larger, partly unknown value. */
  readonly partial: boolean;
  readonly algorithm: HmacAlgorithm | null;
  readonly encoding: KeyEncoding;
  /** From the literal to the call, the literal first; empty when only the name speaks. */
  readonly flow: readonly FlowStep[];
  readonly call: Pick<JwtCall, 'library' | 'entry' | 'operation'> | null;
}

/** How the call that a value reaches will use it. */
export interface KeyUse {
  readonly algorithm: HmacAlgorithm | null;
  readonly encoding: KeyEncoding;
  readonly flow: readonly FlowStep[];
  readonly call: Pick<JwtCall, 'library' | 'entry' | 'operation'>;
}

export interface SettingUse extends KeyUse {
  readonly source: 'environment' | 'config';
  /** The variable's name, or the dotted key path of a configuration service. */
  readonly name: string;
  /** Where it is read. */
  readonly span: Span;
  /** Another setting of the same library, which is the key in its place wherever it is set. */
  readonly unless?: string;
}

export interface PassedUse extends KeyUse {
  readonly as: PassedValue;
  /** The parameter. */
  readonly span: Span;
}

export interface ImportUse extends KeyUse {
  /** The specifier as written. */
  readonly module: string;
  /** The exported name and the properties inside it. */
  readonly members: readonly string[];
  readonly span: Span;
  readonly fallback: Fallback | null;
}

/** A named value of a configuration file, or an assignment in a language we only read as text. */
export interface ConfigEntry {
  /** `['JWT_SECRET']`, `['services', 'api', 'environment', 'JWT_SECRET']`, `['jwt', 'secret']`. */
  readonly keyPath: readonly string[];
  /** The value as the consumer will see it: unquoted, unescaped, decoded. */
  readonly value: string;
  /** The text of the value, without quotes. */
  readonly span: Span;
  /** How the value is written, where that is not as it stands. */
  readonly writtenAs: 'plain' | 'base64';
  /** Entries of one format share conventions: how references look, what a default is. */
  readonly format: ConfigFormat;
  /** The environment the entry is for, when the file as a whole does not say it. */
  readonly environment: string | null;
  /** A default behind a reference (`${X:-x}`, `${X:x}`): `value` is the default itself. */
  readonly fallback: Fallback | null;
  /** The comment behind the value or, where there is none, on the line above. */
  readonly comment?: string | null;
  /** The variable or setting that the whole value is taken from: `${NAME}`, a key of a Kubernetes Secret. */
  readonly refersTo?: string | null;
  /** The call of the same text whose key it is. */
  readonly reaches?: KeyUse;
  /** The Kubernetes object it is a part of. */
  readonly object?: string | null;
}

export type ConfigFormat =
  | 'dotenv'
  | 'json'
  | 'yaml'
  | 'compose'
  | 'kubernetes'
  | 'pipeline'
  | 'cloud-template'
  | 'toml'
  | 'properties'
  | 'ini'
  | 'dockerfile'
  | 'terraform'
  | 'shell'
  | 'makefile'
  | 'xml'
  | 'text'
  | 'code';

/* ------------------------------------------------------------------ tokens and keys */

/** A complete, decodable JWT that stands in the file. The token itself is kept for proof, never for output. */
export interface TokenFact {
  readonly span: Span;
  readonly token: string;
  readonly algorithm: string;
  readonly header: Readonly<Record<string, unknown>>;
  /** Null for a JWE, whose payload is encrypted. */
  readonly claims: Readonly<Record<string, unknown>> | null;
}

export interface PrivateKeyFact {
  readonly span: Span;
  /** `der`: base64 without PEM armour. */
  readonly form: 'pem' | 'jwk' | 'der';
  /** `RSA`, `EC`, `OKP`, `oct`, `DSA`, or `unknown` where the label does not say. */
  readonly type: string;
  /** Modulus bits of RSA keys and bits of `oct` keys, when readable. */
  readonly bits: number | null;
  readonly curve: string | null;
  readonly encrypted: boolean;
  /** The PEM text or the key's own bytes as base64url: for proof and fingerprint, never for output. */
  readonly material: string;
  /** The text as it is written, freed from escapes and quotes; null for JWK. */
  readonly written: string | null;
  /** What its public half can be read from; null where that takes a passphrase, and for symmetric keys. */
  readonly publicKey: KeyText | null;
  /** A key that everybody has: published in an RFC or a library's documentation. */
  readonly published: string | null;
  /** The name that it is written under says that it was made for tests. */
  readonly isForTests?: boolean;
}

/** A public key or a certificate: no finding, but what tokens and private keys can be held to. */
export interface PublicKeyFact {
  readonly span: Span;
  readonly text: KeyText;
  /** PEM in the lines in which it is written; null for JWK. */
  readonly written: string | null;
}
