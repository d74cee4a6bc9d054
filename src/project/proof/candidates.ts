import { HashSet, hashOf } from '../../strength/hash-set.ts';
import { stringsNearSecrets, writtenStrings } from '../../facts/text/strings.ts';
import type { SecretCandidate } from '../../jwt/proof.ts';
import { builtInSecrets } from '../../strength/known.ts';
import { stockWords } from './stock-words.ts';

/** A file whose strings are looked through. */
export interface TextFile {
  readonly path: string;
  /** It lies beside a token: all its strings are tried, not only those that words for secrets stand by. */
  readonly isClose: boolean;
  text(): string | null;
}

/** Files that programs write, full of hashes: https://docs.npmjs.com/cli/configuring-npm/package-lock-json and its like. */
const GENERATED =
  /(?:^|[-./])(?:lock(?:file)?|min)\.[a-z]{1,5}$|(?:^|\/)[^/]{0,40}(?:-lock|\.lock|\.lockb|\.map|\.snap|\.svg)(?:\.[a-z]{1,5})?$/i;
const MAX_TEXT = 2 * 1024 * 1024;
const MAX_STRINGS = 400_000;
/** A file that is one secret, such as those of Docker and Kubernetes, is no longer than this. */
const MAX_SECRET_FILE = 4096;

/** A value to try, and where it comes from. */
export interface Candidate extends SecretCandidate {
  readonly source: 'project' | 'known' | 'words' | 'list';
}

/** Secrets that everybody knows, and common words. */
export function* commonCandidates(): Generator<Candidate> {
  for (const value of builtInSecrets()) yield { value, source: 'known' };
  for (const value of stockWords()) yield { value, reading: 'text', source: 'words' };
}

/**
 * The strings of the files, whatever they are called: those beside words for secrets first, then all of the files that lie beside
 * a token. Values that were tried already are left out.
 */
export function* stringCandidates(
  files: Iterable<TextFile>,
  isTried: (value: string) => boolean,
): Generator<Candidate> {
  // By their hashes: strings would keep the texts in memory that they were cut out of.
  const seen = new HashSet();
  const later = new Set<string>();
  for (const { path, isClose, text } of files) {
    if (GENERATED.test(path)) continue;
    const content = text() ?? '';
    if (content.length > MAX_TEXT) continue;
    if (content.length <= MAX_SECRET_FILE) yield* wholeText(content);
    const { near, far } = isClose ? writtenStrings(content) : { near: stringsNearSecrets(content), far: [] };
    for (const value of near) {
      if (seen.size >= MAX_STRINGS) return;
      const hash = hashOf(value);
      if (seen.has(hash) || isTried(value)) continue;
      seen.add(hash);
      yield { value, source: 'project' };
    }
    if (later.size < MAX_STRINGS) for (const value of far) later.add(value);
  }
  for (const value of later)
    if (!seen.has(hashOf(value)) && !isTried(value)) yield { value, reading: 'encoded', source: 'project' };
}

/** A file that is nothing but a secret, read with and without the line break at its end, which decoders skip. */
function* wholeText(text: string): Generator<Candidate> {
  const value = text.trimEnd();
  if (value !== text) yield { value: text, reading: 'text', source: 'project' };
  yield { value, source: 'project' };
}
