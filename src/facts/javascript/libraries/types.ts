import type { KeyKind, Operation } from '../../model.ts';
import type { Severity } from '../../severity.ts';

/*
 * The format of the library tables: data only, so that a user can write one in a settings file (`jwt-secrets/libraries`).
 * `check.ts` holds tables from outside to it.
 */

/**
 * Where a value stands in a call: the number of the argument, then property names. `'1'` is the second argument, `'0.secret'`
 * a property of the first. `'<0'` is an argument of the call that a chain of methods starts with: the claims in
 * `new SignJWT(claims).setIssuer(…).sign(key)`. `''` is the call itself.
 */
export type ValuePath = string;

/** What something means for the versions of a package, newest first: the first grade that fits counts. */
export interface Grade {
  /** The first version it holds for; absent where it holds from the beginning. */
  readonly since?: string;
  /** The first version it no longer holds for. */
  readonly before?: string;
  /** The kinds of key it holds for; absent where the key does not matter. */
  readonly keys?: readonly KeyKind[];
  /** It holds only where the key may be missing when the program runs. */
  readonly whenUnset?: boolean;
  /** What an attacker gains; `none` where there is nothing to report. */
  readonly severity: Severity | 'none';
  /** Such code does not run on these versions: where the version is not known, it must be an older one. */
  readonly refuses?: boolean;
  /** What an attacker can do, as the end of a sentence. */
  readonly risk: string;
}

/** How the signature of a token is bound to an algorithm at this entry point. */
export interface AlgorithmsTable {
  /** Where the library honours a pin. The first one is where a suggestion writes it. */
  readonly honoured?: readonly ValuePath[];
  /** Methods of a builder whose first argument is the pin: `setSigningAlgorithm`. */
  readonly chain?: readonly string[];
  readonly form: 'array' | 'string';
  /** Places that look like a pin and that the library ignores. */
  readonly ignored?: readonly ValuePath[];
  /** What an empty list means: most libraries refuse every token then, some take it for no list. Default `refuses`. */
  readonly emptyList?: 'refuses' | 'ignored';
  /** What verification without a pin means; absent where it means nothing, and for signing. */
  readonly unpinned?: readonly Grade[];
  /** What a list that mixes HMAC with public-key algorithms means; `low` where nothing is said. */
  readonly mixed?: readonly Grade[];
  /** The package whose version counts for the grades, where it is not the library itself. */
  readonly engine?: string;
}

/** A switch by which unsigned or unverified tokens get through. */
export interface UnsignedSwitch {
  readonly at: ValuePath;
  /** `given`: whatever the value is, a function for instance. */
  readonly when: boolean | 'truthy' | 'none' | 'given';
  readonly how: 'no-verify' | 'signs-none' | 'accepts-none';
}

/** Where the lifetime of a signed token is said. */
export interface ExpiryTable {
  /** Options that limit the lifetime. */
  readonly options?: readonly ValuePath[];
  /** The claims, where `exp` counts as well. */
  readonly payload?: ValuePath;
  /** Methods of a builder that set it: `setExpirationTime`. */
  readonly chain?: readonly string[];
  /** The library sets one by itself. */
  readonly byDefault?: boolean;
  /** What a plain number means in the options. */
  readonly unit: 'seconds' | 'milliseconds';
}

/** A setting that lets expired or not yet valid tokens pass. */
export interface LenientSwitch {
  readonly at: ValuePath;
  readonly what: 'expiration' | 'not-before' | 'tolerance' | 'clock';
  /** The value that switches it on; for a tolerance, the seconds or milliseconds from which it is one. */
  readonly when: boolean | 'constant' | { readonly above: number; readonly unit: 'seconds' | 'milliseconds' };
}

/** A setting by which a verifier trusts the key that the token brings along. */
export interface EmbeddedKeySwitch {
  readonly at: ValuePath;
  /** `true`: the option is on; a text: the value is this export of the library. */
  readonly when: true | string;
}

/** An object that configures a library without being an argument of a call. */
export interface ConfigurationObject {
  /** Exported types of the library that such objects are declared with: `const options: StrategyOptions = {…}`. */
  readonly types?: readonly string[];
  /** The end of the paths of files whose exports the framework reads, as a regular expression. */
  readonly files?: string;
  /** The exported name that is the object: `jwt` in `exports.jwt = {…}`; absent where it is the whole export. */
  readonly under?: string;
}

export interface EntryPoint {
  /** The name in messages: `verify`, `JwtModule.register`. */
  readonly name: string;
  /**
   * The way from the module to the callee: `'verify'`, `'JwtModule.register'`, `''` for the module itself.
   * `#` stands for an instance of a class, `()` for the result of a call: `'SignJWT.#.sign'`, `'createSigner.()'`.
   */
  readonly members?: readonly string[];
  /**
   * Where the callee hangs on an object that a framework makes: the last names of the way to it (`jwt.sign`, `jwtVerify`).
   * Only counts in packages that depend on the library.
   */
  readonly receivers?: readonly string[];
  /**
   * `new` covers `super(…)` of subclasses too; `plugin` is a call that gets the callee as an argument, `scheme` one
   * that names it (`server.auth.strategy('a', 'jwt', …)`); `object` is no call but a {@link ConfigurationObject}.
   */
  readonly invoked: 'call' | 'new' | 'plugin' | 'scheme' | 'object';
  readonly operation: Operation;
  readonly object?: ConfigurationObject;
  /** For `scheme`: the last names of the method, and the name that it is given as one of its arguments. */
  readonly scheme?: { readonly method: string; readonly argument: number; readonly name: string };
  /** Where the key is; the first path that leads to a value counts. */
  readonly key?: readonly ValuePath[];
  /** Methods of a builder whose first argument is the key: `setSigningKey`. */
  readonly keyChain?: readonly string[];
  /** Where the token is, for a verification or a reading. */
  readonly token?: ValuePath;
  readonly algorithms?: AlgorithmsTable;
  readonly unsigned?: readonly UnsignedSwitch[];
  readonly expiry?: ExpiryTable;
  readonly lenient?: readonly LenientSwitch[];
  readonly embedded?: readonly EmbeddedKeySwitch[];
  /** What a key that is missing when the program runs means, although a call was made. */
  readonly unset?: readonly Grade[];
  /** What the bytes of an empty text mean as a key: `new TextEncoder().encode(process.env.X)`. */
  readonly emptyBytes?: readonly Grade[];
  /** What the call leaves open, the library's registration says: the module's options, the plugin's. */
  readonly inherits?: boolean;
  /** An option object that a function returns instead: `registerAsync({ useFactory })`. */
  readonly factory?: { readonly at: ValuePath; readonly members: readonly string[] };
  /** Where the key is a text, the library decodes it first. */
  readonly decodesKey?: 'base64';
}

/** A function of the library whose result is a key, or finds one at run time. */
export interface KeySource {
  readonly members: readonly string[];
  readonly kind: KeyKind;
  /** It answers with no key at all, instead of an error, where it finds none. */
  readonly mayAnswerNothing?: boolean;
}

/** The package that does a library's work, by the library's own version, where no lock file tells. Newest first. */
export interface EngineTable {
  readonly package: string;
  readonly versions: readonly { readonly since: string; readonly is: string }[];
}

/** One library, as facts. Adding a library is adding one such table. */
export interface Library {
  /** The npm package. */
  readonly name: string;
  /** The specifiers it is imported by; one that starts with a star stands for all specifiers with that end. */
  readonly modules: readonly string[];
  /** Classes, and functions with `()`, whose methods return the same object: `new SignJWT(…).setIssuer(…).sign(…)`. */
  readonly fluent?: readonly string[];
  readonly engine?: EngineTable;
  readonly keys?: readonly KeySource[];
  readonly entries: readonly EntryPoint[];
}
