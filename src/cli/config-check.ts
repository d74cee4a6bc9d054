import { rules } from '../../rules/index.ts';
import { SEVERITIES } from '../findings/model.ts';
import { checkLibraries, type Library } from '../scanner/libraries.ts';
import type { Config } from './settings.ts';
import type { RuleSetting } from '../scanner/options.ts';
import { FAIL_ON } from './arguments.ts';
import { UsageProblem } from './exit-codes.ts';
import { mismatch } from './schema.ts';
import { didYouMean } from './suggest.ts';

const KEYS = ['$schema', 'ignore', 'rules', 'libraries', 'failOn', 'minSeverity', 'environments'];

/** Check settings key by key. Throws {@link UsageProblem} naming the key and what was expected. */
export function checkConfig(value: unknown, where: string): Config {
  const object = asObject(value, where, '');
  for (const key of Object.keys(object)) {
    if (!KEYS.includes(key)) throw new UsageProblem(`${where}: unknown key "${key}"${didYouMean(key, KEYS)}`);
  }
  const { ignore, failOn, minSeverity, libraries, environments, rules: ruleSettings } = object;
  return {
    ignore: ignore === undefined ? [] : asStrings(ignore, where, 'ignore'),
    rules: ruleSettings === undefined ? new Map() : checkRules(ruleSettings, where),
    libraries: libraries === undefined ? [] : asLibraries(libraries, where),
    ...(failOn !== undefined && { failOn: asWord(failOn, FAIL_ON, where, 'failOn') }),
    ...(minSeverity !== undefined && { minSeverity: asWord(minSeverity, SEVERITIES, where, 'minSeverity') }),
    ...(environments !== undefined && { environments: checkEnvironments(environments, where) }),
  };
}

function asLibraries(value: unknown, where: string): readonly Library[] {
  const checked = checkLibraries(value, 'libraries');
  if ('problem' in checked) throw new UsageProblem(`${where}: ${checked.problem}`);
  return checked.libraries;
}

/** `{ "production": ["blue", "customer-a"] }` */
function checkEnvironments(value: unknown, where: string): Record<string, readonly string[]> {
  const object = asObject(value, where, 'environments');
  return Object.fromEntries(
    Object.entries(object).map(([name, spellings]) => [
      name,
      asStrings(spellings, where, `environments.${name}`),
    ]),
  );
}

/* ------------------------------------------------------------------ rules */

function checkRules(value: unknown, where: string): Map<string, RuleSetting> {
  const ids = rules.map(({ id }) => id);
  const settings = new Map<string, RuleSetting>();
  for (const [key, setting] of Object.entries(asObject(value, where, 'rules'))) {
    const id = key.replace(/^jwt-secrets\//, '');
    if (!ids.includes(id))
      throw new UsageProblem(`${where}: no rule "${key}" in "rules"${didYouMean(id, ids)}`);
    settings.set(id, checkRule(setting, id, where));
  }
  return settings;
}

/** `"off"`, a severity, options, or severity and options. */
function checkRule(value: unknown, id: string, where: string): RuleSetting {
  if (!Array.isArray(value)) {
    return typeof value === 'object' && value !== null
      ? { enabled: true, options: checkOptions(value, id, where) }
      : checkLevel(value, id, where);
  }
  const [level, options, ...rest] = value as unknown[];
  if (rest.length > 0)
    throw new UsageProblem(`${where}: "rules.${id}" takes a severity and one options object`);
  const setting = checkLevel(level, id, where);
  return options === undefined ? setting : { ...setting, options: checkOptions(options, id, where) };
}

function checkLevel(value: unknown, id: string, where: string): RuleSetting {
  if (value === 'off' || value === false) return { enabled: false };
  if (value === 'on' || value === true) return { enabled: true };
  return { enabled: true, severity: asWord(value, SEVERITIES, where, `rules.${id}`, ['off', 'on']) };
}

function checkOptions(value: unknown, id: string, where: string): object {
  const key = `rules.${id}`;
  const object = asObject(value, where, key);
  const properties = rules.find((rule) => rule.id === id)?.meta.schema.properties ?? {};
  for (const [name, option] of Object.entries(object)) {
    if (!Object.hasOwn(properties, name)) {
      const near = didYouMean(name, Object.keys(properties));
      throw new UsageProblem(`${where}: "${key}" has no option "${name}"${near}`);
    }
    const wrong = mismatch(option, properties[name]!, `${key}.${name}`);
    if (wrong !== null) throw new UsageProblem(`${where}: ${wrong}`);
  }
  return object;
}

/* ------------------------------------------------------------------ types */

function asObject(value: unknown, where: string, key: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new UsageProblem(`${where}: ${key ? `"${key}"` : 'the settings'} must be an object`);
}

function asStrings(value: unknown, where: string, key: string): string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new UsageProblem(`${where}: "${key}" must be a list of texts`);
}

function asWord<T extends string>(
  value: unknown,
  allowed: readonly T[],
  where: string,
  key: string,
  more: readonly string[] = [],
): T {
  if (allowed.includes(value as T)) return value as T;
  const near = typeof value === 'string' ? didYouMean(value, [...more, ...allowed]) : '';
  throw new UsageProblem(`${where}: "${key}" must be one of ${[...more, ...allowed].join(', ')}${near}`);
}
