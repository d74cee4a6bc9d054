import type { Linter } from 'eslint';
import type { Rule } from '../findings/rule.ts';

/** Files that hold environment variables, by the names people give them. */
export const DOTENV_FILES: readonly string[] = [
  '**/.env', '**/.env.*', '**/*.env', '**/.envrc', '**/.envexample', '**/env.example', '**/env-example', '**/.*.env',
]; // prettier-ignore

/** Formats that ESLint has no language for, by the names of their files. */
export const PLAIN_FILES: readonly string[] = [
  '**/*.properties', '**/*.ini', '**/*.cfg', '**/*.conf', '**/*.config', '**/*.plist', '**/Dockerfile', '**/Dockerfile.*', '**/*.Dockerfile', '**/*.dockerfile',
  '**/Containerfile', '**/Makefile', '**/*.mk', '**/Procfile', '**/*.service', '**/*.tf', '**/*.tfvars', '**/*.hcl', '**/*.sh', '**/*.ps1', '**/*.bat', '**/*.cmd', '**/*.http',
  '**/*.rest', '**/.*rc',
]; // prettier-ignore

/** Formats that plugins have languages for: ours is for projects without one. */
export const DATA_FILES: readonly string[] = [
  '**/*.yml', '**/*.yaml', '**/*.json', '**/*.jsonc', '**/*.json5', '**/*.toml',
]; // prettier-ignore
/** Files of those formats that nobody writes by hand. */
export const GENERATED_FILES: readonly string[] = [
  '**/package-lock.json', '**/npm-shrinkwrap.json', '**/pnpm-lock.yaml', '**/*.lock', '**/composer.lock',
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
