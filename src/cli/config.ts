import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse, printParseErrorCode, visit, type ParseError } from 'jsonc-parser';
import { lineIndexOf } from '../findings/position.ts';
import { checkConfig, NO_CONFIG, type Config } from './config-check.ts';
import { UsageProblem } from './exit-codes.ts';

export { NO_CONFIG, type Config } from './config-check.ts';

const CONFIG_FILE = 'jwt-secrets.config.json';
const MANIFEST = 'package.json';
const KEY = 'jwt-secrets';

/** Settings are short: what is longer is something else, and not read. Bytes. */
const MAX_SIZE = 1_000_000;

/**
 * The settings for a scan of `root`; `file` is what `--config` names, relative to `cwd`. Data only: nothing of the
 * scanned repository runs. Throws {@link UsageProblem}.
 */
export function loadConfig(root: string, cwd: string, file: string | null): Config {
  if (file !== null) {
    const text = readSettings(path.resolve(cwd, file), `--config ${file}`);
    if (text === null) throw new UsageProblem(`--config ${file}: no such file`);
    return checkConfig(parseJson(text, file), file);
  }
  const own = readSettings(path.join(root, CONFIG_FILE), CONFIG_FILE);
  return own === null ? loadFromManifest(root) : checkConfig(parseJson(own, CONFIG_FILE), CONFIG_FILE);
}

function loadFromManifest(root: string): Config {
  const text = readManifest(path.join(root, MANIFEST));
  if (text === null || !text.includes(`"${KEY}"`)) return NO_CONFIG;
  const manifest = parseJson(text, MANIFEST);
  const isObject = typeof manifest === 'object' && manifest !== null && Object.hasOwn(manifest, KEY);
  if (!isObject) return NO_CONFIG;
  return checkConfig((manifest as Record<string, unknown>)[KEY], `${MANIFEST}, "${KEY}"`);
}

/** A package.json that cannot be read holds no settings of ours; the scan itself will say what is wrong with it. */
function readManifest(file: string): string | null {
  try {
    return readSettings(file, MANIFEST);
  } catch {
    return null;
  }
}

/** The text of a regular file; null where there is none. */
function readSettings(file: string, where: string): string | null {
  try {
    // Looked at first: opening a pipe would wait for ever.
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return null;
    if (!stat.isFile()) throw new UsageProblem(`${where}: not a file`);
    if (stat.size > MAX_SIZE) throw new UsageProblem(`${where}: too large for settings`);
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof UsageProblem) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageProblem(`${where}: cannot be read (${code ?? 'unknown error'})`);
  }
}

function parseJson(text: string, where: string): unknown {
  const errors: ParseError[] = [];
  const value = parseLeniently(text, errors, where);
  const [error] = errors;
  if (!error) return value;
  const { line, column } = lineIndexOf(text).at(error.offset);
  throw new UsageProblem(`${where}:${line}:${column}: not valid JSON (${printParseErrorCode(error.error)})`);
}

/** With comments and trailing commas, as people know it from tsconfig.json. */
function parseLeniently(text: string, errors: ParseError[], where: string): unknown {
  let hasPrototype = false;
  try {
    // The parser takes this key for the prototype, and with it whatever settings stand there.
    visit(text, { onObjectProperty: (name) => void (hasPrototype ||= name === '__proto__') });
    if (!hasPrototype) return parse(text, errors, { allowTrailingComma: true });
  } catch {
    throw new UsageProblem(`${where}: not valid JSON (nested too deeply)`);
  }
  throw new UsageProblem(`${where}: unknown key "__proto__"`);
}
