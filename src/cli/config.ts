import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { rules } from '../../rules/index.ts';
import { SEVERITIES, type Severity } from '../findings/model.ts';
import { lineIndexOf } from '../findings/position.ts';
import type { RuleSetting } from '../scanner/scan.ts';
import { FAIL_ON } from './arguments.ts';
import { UsageProblem } from './exit-codes.ts';
import { didYouMean } from './suggest.ts';

/** Settings of a project: data only, nothing of the scanned repository runs. */
export interface Config {
  readonly ignore: readonly string[];
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly failOn?: Severity | 'never';
  readonly minSeverity?: Severity;
}

const CONFIG_FILE = 'jwt-secrets.config.json';
const NONE: Config = { ignore: [], rules: new Map() };

/** The settings for a scan of `root`; `file` is what `--config` names. Throws {@link UsageProblem}. */
export function loadConfig(root: string, file: string | null): Config {
  if (file !== null) {
    const text = readText(file);
    if (text === null) throw new UsageProblem(`--config ${file}: no such file, or not readable`);
    return checkConfig(parseJson(text, file), file);
  }
  const own = readText(path.join(root, CONFIG_FILE));
  if (own !== null) return checkConfig(parseJson(own, CONFIG_FILE), CONFIG_FILE);
  const manifest = readText(path.join(root, 'package.json'));
  if (manifest === null || !manifest.includes('"jwt-secrets"')) return NONE;
  const section = (parseJson(manifest, 'package.json') as Record<string, unknown> | null)?.['jwt-secrets'];
  return section === undefined || typeof section === 'string' ? NONE : checkConfig(section, 'package.json, "jwt-secrets"');
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}

function parseJson(text: string, where: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (!error) return value;
  const { line, column } = lineIndexOf(text).at(error.offset);
  throw new UsageProblem(`${where}:${line}:${column}: not valid JSON (${printParseErrorCode(error.error)})`);
}

/** Check settings key by key. Throws {@link UsageProblem} naming the key and what was expected. */
export function checkConfig(value: unknown, where: string): Config {
  const object = asObject(value, where, '');
  const known = ['$schema', 'ignore', 'rules', 'failOn', 'minSeverity'];
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) throw new UsageProblem(`${where}: unknown key "${key}"${didYouMean(key, known)}`);
  }
  const { ignore, failOn, minSeverity } = object;
  return {
    ignore: ignore === undefined ? [] : asStrings(ignore, where, 'ignore'),
    rules: object['rules'] === undefined ? new Map() : checkRules(object['rules'], where),
    ...(failOn !== undefined && { failOn: asWord(failOn, FAIL_ON, where, 'failOn') }),
    ...(minSeverity !== undefined && { minSeverity: asWord(minSeverity, SEVERITIES, where, 'minSeverity') }),
  };
}

function checkRules(value: unknown, where: string): Map<string, RuleSetting> {
  const ids = rules.map(({ id }) => id);
  const settings = new Map<string, RuleSetting>();
  for (const [key, setting] of Object.entries(asObject(value, where, 'rules'))) {
    const id = key.replace(/^jwt-secrets\//, '');
    if (!ids.includes(id)) throw new UsageProblem(`${where}: no rule "${key}" in "rules"${didYouMean(id, ids)}`);
    settings.set(id, checkRule(setting, id, where));
  }
  return settings;
}

function checkRule(value: unknown, id: string, where: string): RuleSetting {
  const key = `rules.${id}`;
  if (value === 'off' || value === false) return { enabled: false };
  if (value === 'on' || value === true) return { enabled: true };
  if (typeof value === 'string') return { enabled: true, severity: asWord(value, SEVERITIES, where, key, ['off', 'on']) };
  if (Array.isArray(value)) {
    const [severity, options] = value as unknown[];
    const first = checkRule(severity, id, where);
    return options === undefined ? first : { ...first, options: checkOptions(options, id, where) };
  }
  return { enabled: true, options: checkOptions(value, id, where) };
}

function checkOptions(value: unknown, id: string, where: string): object {
  const key = `rules.${id}`;
  const object = asObject(value, where, key);
  const properties = rules.find((rule) => rule.id === id)?.meta.schema.properties ?? {};
  for (const [name, option] of Object.entries(object)) {
    const schema = properties[name];
    if (!schema) throw new UsageProblem(`${where}: "${key}" has no option "${name}"${didYouMean(name, Object.keys(properties))}`);
    const type = schema['type'];
    const fits = type === 'array' ? Array.isArray(option) : typeof option === type;
    if (!fits) throw new UsageProblem(`${where}: "${key}.${name}" must be of type ${String(type)}`);
  }
  return object;
}

function asObject(value: unknown, where: string, key: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new UsageProblem(`${where}: ${key ? `"${key}"` : 'the settings'} must be an object`);
}

function asStrings(value: unknown, where: string, key: string): string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new UsageProblem(`${where}: "${key}" must be a list of texts`);
}

function asWord<T extends string>(value: unknown, allowed: readonly T[], where: string, key: string, more: readonly string[] = []): T {
  if (allowed.includes(value as T)) return value as T;
  throw new UsageProblem(`${where}: "${key}" must be one of ${[...more, ...allowed].join(', ')}`);
}
