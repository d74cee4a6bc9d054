import type { ConfigEntry } from '../model.ts';
import { isDotenvPath, readDotenv } from './dotenv.ts';
import { holdsNoSettings, readJson } from './json.ts';
import { readYaml } from './yaml.ts';

/** What a configuration file says; `error` completes "this file …" where not all of it could be read. */
export interface ConfigReading {
  readonly entries: ConfigEntry[];
  readonly error: string | null;
}

/** Endings that say only that a file is a sample or a copy of the file before them. */
const NEUTRAL_ENDING =
  /[._-](?:example|sample|template|dist|tpl|tmpl|bak|backup|old|orig|default|local|erb|j2|gotmpl)$/i;

/** Read a configuration file by its name. Null: not a format that has a reader. */
export function readConfig(path: string, text: string): ConfigReading | null {
  return readNamed(path, text, 0);
}

const MAX_NESTING = 3;

function readNamed(path: string, text: string, nesting: number): ConfigReading | null {
  const bare = path.replace(NEUTRAL_ENDING, '');
  if (/\.ya?ml$/i.test(bare)) {
    if (holdsNoSettings(bare)) return { entries: [], error: null };
    return readYaml(bare, text, (inner, value) =>
      nesting < MAX_NESTING ? readInner(inner, value, nesting + 1) : null,
    );
  }
  if (isJsonPath(bare)) return holdsNoSettings(bare) ? { entries: [], error: null } : readJson(text);
  return isDotenvPath(path) ? { entries: readDotenv(text), error: null } : null;
}

/** A file inside a value is known by the key it stands under, or by what it looks like. */
function readInner(name: string, text: string, nesting: number): readonly ConfigEntry[] | null {
  const named = readNamed(name, text, nesting)?.entries;
  if (named !== undefined) return named;
  return /^\s{0,100}\{\s{0,100}"/.test(text) ? readJson(text).entries : null;
}

function isJsonPath(path: string): boolean {
  return (
    /\.(?:json5?|jsonc|postman_collection|postman_environment|code-workspace|babelrc|eslintrc)$/i.test(
      path,
    ) || /(?:^|\/)\.[a-z]{2,20}rc\.json$/i.test(path)
  );
}
