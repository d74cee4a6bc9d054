import path from 'node:path';
import { loadSecretList, stampOfWordList } from '../project/word-list.ts';
import type { KnownSecrets } from '../strength/known.ts';
import { secretListOf } from '../strength/secret-list.ts';

const SETTING = 'jwt-secrets/knownSecrets';

const byValues = new WeakMap<readonly string[], KnownSecrets>();
const byFile = new Map<string, { readonly stamp: string; readonly list: KnownSecrets }>();

/**
 * The setting `jwt-secrets/knownSecrets`: secrets that are no longer secret, as a list of texts or as the path of a file with one
 * a line, relative to `cwd`. Read once a process, and again when the file changes. Throws where it is neither, or cannot be read.
 */
export function knownSecretsOf(
  settings: Readonly<Record<string, unknown>>,
  cwd: string,
): KnownSecrets | null {
  const setting = settings[SETTING];
  if (setting === undefined || setting === null) return null;
  if (typeof setting === 'string') return fromFile(path.resolve(cwd, setting));
  if (isTexts(setting)) return fromValues(setting);
  throw new TypeError(`${SETTING} must be a list of texts, or the path of a file with one a line`);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function fromValues(values: readonly string[]): KnownSecrets {
  let list = byValues.get(values);
  if (!list) byValues.set(values, (list = secretListOf(values)));
  return list;
}

function fromFile(file: string): KnownSecrets {
  const stamp = stampOfWordList(file);
  const known = byFile.get(file);
  if (known?.stamp === stamp) return known.list;
  const list = loadSecretList(file);
  byFile.set(file, { stamp, list });
  return list;
}
