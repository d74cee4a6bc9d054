import type { Operation } from '../../model.ts';
import type { Severity } from '../../severity.ts';

/**
 * Where a value stands in a call: the number of the argument, then property names.
 * `'1'` is the second argument, `'0.secret'` a property of the first.
 */
export type ValuePath = string;

/** How the signature of a token is bound to an algorithm at this entry point. */
export interface AlgorithmsTable {
  /** Where the library honours a pin. The first one is where a suggestion writes it. */
  readonly honoured: readonly ValuePath[];
  readonly form: 'array' | 'string';
  /** Places that look like a pin and that the library ignores. */
  readonly ignored?: readonly ValuePath[];
  /** The library refuses to run, or fixes the algorithm by itself, when nothing is said. */
  readonly mandatory?: boolean;
  /** What the newest major does without a pin, and what older ones did. Newest first. */
  readonly grades?: readonly Grade[];
}

/** What a missing pin means for versions from `since` on (a major, or `major.minor.patch`). */
export interface Grade {
  readonly since: string;
  readonly severity: Severity;
  /** What an attacker can do, as the end of a sentence. */
  readonly risk: string;
}

/** A switch by which unsigned or unverified tokens get through. */
export interface UnsignedSwitch {
  readonly at: ValuePath;
  readonly when: boolean | 'truthy' | 'none';
  readonly how: 'no-verify' | 'signs-none' | 'accepts-none';
}

export interface EntryPoint {
  /** The name in messages: `verify`, `JwtModule.register`. */
  readonly name: string;
  /**
   * The way from the module to the callee: `'verify'`, `'JwtModule.register'`, `''` for the module itself.
   * `#` stands for an instance of a class, `()` for the result of a call: `'SignJWT.#.sign'`, `'createSigner.()'`.
   */
  readonly members: readonly string[];
  /** `new` covers `super(…)` of subclasses too; `plugin` is a call that gets the callee as first argument. */
  readonly invoked: 'call' | 'new' | 'plugin';
  readonly operation: Operation;
  /** Where the key is; the first path that leads to a value counts. */
  readonly key?: readonly ValuePath[];
  readonly algorithms?: AlgorithmsTable;
  readonly unsigned?: readonly UnsignedSwitch[];
  /** An option object that a function returns instead: `registerAsync({ useFactory })`. */
  readonly factory?: { readonly at: ValuePath; readonly members: readonly string[] };
  /** Where the key is a text, the library decodes it first. */
  readonly decodesKey?: 'base64';
}

/** One library, as facts. Adding a library is adding one such table. */
export interface Library {
  readonly name: string;
  readonly modules: readonly string[];
  /** Classes whose methods return the instance: `new SignJWT(…).setIssuer(…).sign(…)`. */
  readonly fluent?: readonly string[];
  readonly entries: readonly EntryPoint[];
}
