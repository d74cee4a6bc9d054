import { USUAL_ENVIRONMENTS } from '../environment-names.ts';
import type { ConfigEntry } from '../model.ts';
import { classifyName } from '../secret-names.ts';
import { isDockerfilePath, readDockerfile } from './dockerfile.ts';
import { isDotenvPath, readDotenv } from './dotenv.ts';
import { isJsonText, TOO_MANY_SECRETS, type RawEntry, type Reader, type RawReading } from './entry.ts';
import { type FileScope, finishEntries } from './finish.ts';
import { isHttpPath, readHttp } from './http.ts';
import { readJson } from './json.ts';
import { MAX_SECRETS, MAX_TEXT, TOO_LONG } from './limits.ts';
import { holdsNoSettings } from './no-settings.ts';
import { isPropertiesPath, readProperties } from './properties.ts';
import { isMakefilePath, readMakefile } from './shell/makefile.ts';
import { isProcfilePath, isShellPath, readProcfile, readShell } from './shell/shell.ts';
import { isWindowsScriptPath, readWindowsScript } from './shell/windows.ts';
import { isSystemdPath, readSystemd } from './systemd.ts';
import { isTerraformPath, readTerraform } from './terraform.ts';
import { isTomlPath, readToml } from './toml.ts';
import { isXmlPath, readXml } from './xml.ts';
import { withVariableNames } from './variable-names.ts';
import { isRunCommandsPath, readRunCommands } from './run-commands.ts';
import { readYaml } from './yaml/read.ts';

/** What a configuration file says; `error` completes "this file …" where not all of it could be read. */
export interface ConfigReading {
  readonly entries: ConfigEntry[];
  readonly error: string | null;
}

/** The formats, by the names of their files; the first that fits counts. */
export const READERS: readonly (readonly [matches: (path: string, text: string) => boolean, read: Reader])[] =
  [
    [(path) => /\.ya?ml$/i.test(path), readYaml],
    [
      (path) =>
        /\.(?:json5?|jsonc|postman_collection|postman_environment|code-workspace|babelrc|har|tfstate)$/i.test(
          path,
        ),
      readJson,
    ],
    [isDotenvPath, readDotenv],
    [isTomlPath, readToml],
    [isDockerfilePath, readDockerfile],
    [isXmlPath, readXml],
    [isSystemdPath, readSystemd],
    [isPropertiesPath, readProperties],
    [isTerraformPath, readTerraform],
    [isMakefilePath, readMakefile],
    [isProcfilePath, readProcfile],
    [isShellPath, readShell],
    [isWindowsScriptPath, readWindowsScript],
    [isHttpPath, readHttp],
    [isRunCommandsPath, readRunCommands],
  ];

/** Endings that say only that a file is a sample or a copy of the file before them. */
const NEUTRAL_ENDING =
  /[._-](?:example|sample|template|dist|tpl|tmpl|bak|backup|old|orig|default|local|erb|j2|jinja2?|gotmpl|hbs|in)$/i;
const MAX_NESTING = 3;

/** Whether a file is of a format that has a reader, by its name alone. */
export function isConfigPath(path: string): boolean {
  return readerOf(path, '') !== null;
}

/** Whether a file of such a format holds no settings, by its name: a lock file, translations. */
export function isWithoutSettings(path: string): boolean {
  const found = readerOf(path, '');
  return found !== null && holdsNoSettings(found.path);
}

/** Read a configuration file by its name. Null: not a format that has a reader. */
export function readConfig(path: string, text: string, scope: FileScope = NO_SCOPE): ConfigReading | null {
  const isCut = text.length > MAX_TEXT;
  const reading = readNamed(path, isCut ? text.slice(0, MAX_TEXT) : text, 0);
  if (reading === null) return null;
  const finished = withVariableNames(path, finishEntries(text, reading.entries, scope));
  const entries = finished.length > MAX_SECRETS ? withFewSecrets(finished) : [...finished];
  const isThinned = entries.length < finished.length;
  return { entries, error: isCut ? TOO_LONG : (reading.error ?? (isThinned ? TOO_MANY_SECRETS : null)) };
}

function withFewSecrets(entries: readonly ConfigEntry[]): ConfigEntry[] {
  let secrets = 0;
  return entries.filter(({ keyPath }) => classifyName(keyPath) !== 'jwt-secret' || ++secrets <= MAX_SECRETS);
}

const NO_SCOPE: FileScope = { names: USUAL_ENVIRONMENTS, environment: null };

function readNamed(path: string, text: string, nesting: number): RawReading | null {
  const found = readerOf(path, text);
  if (found === null) return null;
  if (holdsNoSettings(found.path)) return { entries: [], error: null };
  return found.read(text, found.path, (inner, value) =>
    nesting < MAX_NESTING ? readInner(inner, value, nesting + 1) : null,
  );
}

/** `.env.example` is a name of its own; `application.yml.example` is one of `application.yml`. */
function readerOf(path: string, text: string): { read: Reader; path: string } | null {
  for (const name of [
    path,
    path.replace(NEUTRAL_ENDING, ''),
    path.replace(NEUTRAL_ENDING, '').replace(NEUTRAL_ENDING, ''),
  ]) {
    const reader = READERS.find(([matches]) => matches(name, text));
    if (reader) return { read: reader[1], path: name };
  }
  return null;
}

/** A file inside a value is known by the key it stands under, or by what it looks like. */
function readInner(name: string, text: string, nesting: number): readonly RawEntry[] | null {
  const isYaml = /^\s{0,100}(?:apiVersion|kind|- (?:name|key|value|op)):\s/m.test(text.slice(0, 2000));
  const named = readNamed(isYaml ? 'inner.yaml' : name, text, nesting)?.entries;
  if (named !== undefined) return named;
  return isJsonText(text) ? (readNamed('inner.json', text, nesting)?.entries ?? null) : null;
}
