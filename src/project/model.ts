import type {
  ConfigFormat,
  Evidence,
  Fallback,
  FileContext,
  FileFacts,
  FlowStep,
  JwtCall,
  KeyEncoding,
  PrivateKeyFact,
  Span,
  TokenFact,
} from '../facts/model.ts';
import type { Grade } from '../facts/javascript/libraries/types.ts';
import type { HmacAlgorithm } from '../jwt/algorithms.ts';
import type { KeyForm } from '../jwt/key-forms.ts';
import type { KnownSecrets } from '../strength/known.ts';
import type { InstalledVersion } from './installed/index.ts';

/** The facts of one file, seen together with those of the whole project. */
export interface LinkedFile {
  readonly path: string;
  readonly context: FileContext;
  readonly environment: string | null;
  readonly facts: FileFacts;
  readonly calls: readonly LinkedCall[];
  readonly secrets: readonly Secret[];
  readonly tokens: readonly LinkedToken[];
  readonly privateKeys: readonly LinkedKey[];
  /** Tracked by git or, outside git, not ignored. */
  readonly isCommitted: boolean;
  /** The algorithms that the project's own `sign` calls name, for suggestions. */
  readonly signingAlgorithms: readonly string[];
  /** Names of the package, repository and organisation, which people build secrets from. */
  readonly projectWords: readonly string[];
  /** The user's own list of secrets that are no longer secret. */
  readonly knownSecrets?: KnownSecrets;
  /** Files that ESLint passes over and that a key of this one comes from: their problems are shown here. */
  readonly elsewhere?: readonly Elsewhere[];
}

/** A call with what its library really does in the version that is installed. */
export interface LinkedCall extends JwtCall {
  /** The package that does the work, and its version; null where nothing says it, and the newest counts. */
  readonly installed: InstalledVersion | null;
  /** What the missing pin means; null where it means nothing. */
  readonly unpinned: Grade | null;
  /** What a list of both families means. */
  readonly mixed: Grade | null;
  /** What a key that is missing at run time means. */
  readonly unset: Grade | null;
}

/** A file without a word of interest, in which a secret stands that this file's JWT calls use. */
export interface Elsewhere {
  readonly file: LinkedFile;
  readonly text: string;
}

/** A value that is a JWT secret, wherever it is written. */
export interface Secret {
  readonly value: string;
  readonly span: Span;
  /** Variable, property or key path, for messages. */
  readonly name: string | null;
  readonly source: 'code' | 'config';
  /** How the value is written in the file, where that is not as it stands. */
  readonly writtenAs: 'plain' | 'base64';
  readonly evidence: Evidence;
  readonly fallback: Fallback | null;
  /** Further places in the file where the value stands in for something. */
  readonly moreFallbacks?: readonly Fallback[];
  readonly partial: boolean;
  readonly algorithm: HmacAlgorithm | null;
  readonly encoding: KeyEncoding;
  readonly flow: readonly FlowStep[];
  readonly call: Pick<JwtCall, 'library' | 'entry' | 'operation'> | null;
  readonly environment: string | null;
  /** The environment or, where none is named, how the file is deployed. */
  readonly deployment: string;
  /** The same value elsewhere: one place for each other environment, for each other service of its own, and a template. */
  readonly sharedWith: readonly SharedPlace[];
  /** The service that the value is given to; null for the whole project. */
  readonly service: string | null;
  /** The format of the configuration it stands in; null in code. */
  readonly format: ConfigFormat | null;
  /** Tokens of the project that the value signs: proof that it is a JWT secret. */
  readonly signedTokens: readonly KnownPlace[];
}

export interface SharedPlace {
  readonly path: string;
  readonly span: Span;
  readonly name: string | null;
  readonly environment: string;
  readonly service: string | null;
  readonly isTemplate: boolean;
}

/** A place in the project. */
export interface KnownPlace {
  readonly path: string;
  readonly span: Span;
}

/** Where a public key stands, by itself or in a certificate. */
export interface PublicKeyPlace extends KnownPlace {
  readonly isCertificate: boolean;
}

/**
 * How the signature of a token was made.
 *
 * - `secret`: with a value of the project
 * - `known-secret`, `guessable-secret`, `listed-secret`: with one that everybody knows, a common word, one of the user's list
 * - `empty-key`: with no key at all
 * - `public-key-as-secret`, `private-key-as-secret`: by HMAC with the text of a key for a secret
 * - `private-key`: with a private key of the project; `published-key`: with one that everybody has
 * - `public-key`: with the private key to a public key of the project
 */
export interface TokenProof {
  readonly how:
    | 'secret'
    | 'known-secret'
    | 'guessable-secret'
    | 'listed-secret'
    | 'empty-key'
    | 'public-key-as-secret'
    | 'private-key-as-secret'
    | 'private-key'
    | 'published-key'
    | 'public-key';
  /** How the secret's text becomes key bytes; null where no secret was used. */
  readonly form: KeyForm | 'empty' | null;
  /** Where the secret or the key stands; null where it is not in the project. */
  readonly place: KnownPlace | null;
}

export interface LinkedToken extends TokenFact {
  /** How the token is signed, where that was found out. */
  readonly proof: TokenProof | null;
}

export interface LinkedKey extends PrivateKeyFact {
  /** Tokens of the project that the key signed. */
  readonly tokens: readonly KnownPlace[];
  /** Its public half elsewhere in the project. */
  readonly publicKeys: readonly PublicKeyPlace[];
}
