import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageProblem } from './exit-codes.ts';
import { NO_CONFIG, type Config } from './settings.ts';

const CONFIG_FILE = 'jwt-secrets.config.json';
const MANIFEST = 'package.json';
const KEY = 'jwt-secrets';

/** Settings are short: what is longer is something else, and not read. Bytes. */
const MAX_SIZE = 1_000_000;

/**
 * The settings for a scan of `root`; `file` is what `--config` names, relative to `cwd`. Data only: nothing of the
 * scanned repository runs. Rejects with {@link UsageProblem}.
 */
export async function loadConfig(root: string, cwd: string, file: string | null): Promise<Config> {
  const where = file ?? CONFIG_FILE;
  const text =
    file === null
      ? readSettings(path.join(root, CONFIG_FILE), where)
      : readSettings(path.resolve(cwd, file), `--config ${file}`);
  if (text === null && file !== null) throw new UsageProblem(`--config ${file}: no such file`);
  return text === null ? loadFromManifest(root) : checked(text, where);
}

/** What reads and checks settings is loaded where there are some. */
async function checked(text: string, where: string): Promise<Config> {
  const { parseJson } = await import('./settings-json.ts');
  const { checkConfig } = await import('./config-check.ts');
  return checkConfig(parseJson(text, where), where);
}

async function loadFromManifest(root: string): Promise<Config> {
  const text = readManifest(path.join(root, MANIFEST));
  if (text === null || !text.includes(`"${KEY}"`)) return NO_CONFIG;
  const { parseJson } = await import('./settings-json.ts');
  const manifest = parseJson(text, MANIFEST);
  const isObject = typeof manifest === 'object' && manifest !== null && Object.hasOwn(manifest, KEY);
  if (!isObject) return NO_CONFIG;
  const { checkConfig } = await import('./config-check.ts');
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
