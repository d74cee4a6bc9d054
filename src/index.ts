import type { ESLint, Linter } from 'eslint';
import { rules as judges } from '../rules/index.ts';
import { toEslintRule, type EslintRule } from './eslint/adapter.ts';
import { DATA_FILES, DOTENV_FILES, GENERATED_FILES, PLAIN_FILES, rulesOf } from './eslint/configs.ts';
import { dotenvParser } from './eslint/dotenv-parser.ts';
import { textLanguage } from './eslint/text-language.ts';
import { VERSION } from './version.ts';

interface JwtSecretsPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, EslintRule>;
  readonly languages: Record<string, NonNullable<ESLint.Plugin['languages']>[string]>;
  readonly parsers: { readonly dotenv: typeof dotenvParser };
  readonly configs: {
    /** What almost every project should mend. */
    readonly recommended: Linter.Config;
    /** All rules, all as errors. */
    readonly strict: Linter.Config;
    /** Warnings inside `.env`, properties, Dockerfiles and other files that ESLint has no language for; ESLint 9.7 and later. */
    readonly 'config-files': Linter.Config[];
    /** The same for YAML, JSON and TOML, where no plugin lints them. */
    readonly 'data-files': Linter.Config[];
    /** For `.eslintrc` files of ESLint 8.57, `.env` files included. */
    readonly 'recommended-legacy': Linter.LegacyConfig;
    readonly 'strict-legacy': Linter.LegacyConfig;
  };
}

function legacy(config: 'recommended' | 'strict'): Linter.LegacyConfig {
  const rules = rulesOf(judges, config);
  const parser = 'eslint-plugin-jwt-secrets/dotenv-parser';
  // An override with a pattern that ends in a star finds no files by itself, and files with a dot are ignored.
  const files = [...DOTENV_FILES, ...PLAIN_FILES].map((pattern) => pattern.replace(/\*$/, '*[!~]'));
  const ignorePatterns = ['!.env', '!.env.*', '!.envrc', '!.envexample', '!.*.env'];
  return { plugins: ['jwt-secrets'], rules, ignorePatterns, overrides: [{ files, parser, rules }] };
}

const plugin: JwtSecretsPlugin = {
  meta: { name: 'eslint-plugin-jwt-secrets', version: VERSION, namespace: 'jwt-secrets' },
  rules: Object.fromEntries(judges.map((rule) => [rule.id, toEslintRule(rule)])),
  languages: { text: textLanguage as never, dotenv: textLanguage as never },
  parsers: { dotenv: dotenvParser },
  configs: {
    recommended: flat('recommended'),
    strict: flat('strict'),
    'config-files': [plain('config-files', [...DOTENV_FILES, ...PLAIN_FILES])],
    'data-files': [{ ...plain('data-files', [...DATA_FILES]), ignores: [...GENERATED_FILES] }],
    'recommended-legacy': legacy('recommended'),
    'strict-legacy': legacy('strict'),
  },
};

function flat(config: 'recommended' | 'strict'): Linter.Config {
  return { name: `jwt-secrets/${config}`, rules: rulesOf(judges, config) };
}

function plain(name: string, files: string[]): Linter.Config {
  return {
    name: `jwt-secrets/${name}`,
    files,
    language: 'jwt-secrets/text',
    rules: rulesOf(judges, 'recommended'),
  };
}

const { recommended, strict } = plugin.configs;
for (const config of [
  recommended,
  strict,
  ...plugin.configs['config-files'],
  ...plugin.configs['data-files'],
]) {
  config.plugins = { 'jwt-secrets': plugin as unknown as ESLint.Plugin };
}

export default plugin;
// `require()` of an ES module gives this export: https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require
export { plugin as 'module.exports' };
