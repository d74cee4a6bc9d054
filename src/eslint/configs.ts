import type { Linter } from 'eslint';
import type { Rule } from '../findings/rule.ts';

/** Files that hold environment variables, by the names people give them. */
export const DOTENV_FILES: readonly string[] = [
  '**/.env', '**/.env.*', '**/*.env', '**/.envrc', '**/.envexample', '**/env.example', '**/env-example', '**/.*.env',
]; // prettier-ignore

/** Severities of a config's rules: what gives keys away is an error, the rest a warning. */
export function rulesOf(rules: readonly Rule[], config: 'recommended' | 'strict'): Linter.RulesRecord {
  const members = rules.filter((rule) => rule.meta.configs.includes(config));
  return Object.fromEntries(
    members.map(({ id, meta }) => {
      const isGrave = meta.severity === 'critical' || meta.severity === 'high';
      return [`jwt-secrets/${id}`, isGrave || config === 'strict' ? 'error' : 'warn'];
    }),
  );
}
