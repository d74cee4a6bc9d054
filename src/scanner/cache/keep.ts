import { fileURLToPath } from 'node:url';
import { stampOf, stateOf } from '../../project/content-ids.ts';
import type { GitAnswers } from '../../project/git/answers.ts';
import { VERSION } from '../../version.ts';
import type { ScanOptions } from '../options.ts';
import { LastResult } from './last-result.ts';
import { CacheStore, digestOf } from './store.ts';

/** Where what is known of a folder is kept. */
export interface Keep {
  readonly store: CacheStore;
  readonly filesName: string;
  readonly last: LastResult;
}

/** Null where nothing may be kept: a list of secrets may come from a pipe, and what is shown unmasked is kept nowhere. */
export function openKeep(options: ScanOptions, answers: GitAnswers | null): Keep | null {
  if (!options.cache || options.showSecrets || options.wordlist !== undefined) return null;
  if (answers?.unstaged === null) return null;
  const { root, changed } = options;
  const store = new CacheStore();
  // What a commit before this one is called says nothing of what it is.
  const state = answers && changed === undefined ? stateOf(root, answers) : null;
  // What a file says by itself is the same in every mode: a whole scan helps the next commit.
  const filesName = nameOf('files', [root, ...tool(), options.libraries ?? []]);
  const name = nameOf('result', [root, ...tool(), ...settingsOf(options)]);
  return { store, filesName, last: new LastResult({ store, root, name, state }) };
}

function nameOf(kind: string, parts: readonly unknown[]): string {
  return `${digestOf(JSON.stringify(parts)).slice(0, 32)}.${kind}`;
}

/** While this tool itself is worked on, its version stays. */
function tool(): readonly unknown[] {
  return [VERSION, stampOf(fileURLToPath(import.meta.url))];
}

/** All that a result depends on beside files. */
function settingsOf(options: ScanOptions): readonly unknown[] {
  const { paths, ignore, rules, libraries, environments, staged, changed, baseline } = options;
  const key = baseline?.key ?? null;
  return [
    paths ?? [],
    ignore ?? [],
    [...(rules ?? [])],
    libraries ?? [],
    environments ?? {},
    staged ?? false,
    changed ?? null,
    key === null ? null : digestOf(key),
  ];
}
