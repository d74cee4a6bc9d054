import { type EnvironmentNames, USUAL_ENVIRONMENTS } from './environment-names.ts';
import type { FileContext } from './model.ts';

const TEST_FOLDERS: ReadonlySet<string> = new Set([
  '__tests__', '__test__', '__mocks__', '__fixtures__', '__snapshots__', 'test', 'tests', 'testing', 'testdata', 'test-data', 'test-utils',
  'spec', 'specs', 'e2e', 'e2e-tests', 'cypress', 'playwright', 'fixtures', 'fixture', 'mocks', 'mock', 'integration-tests',
  'integration_tests', 'integrationtest', 'unit-tests', 'app-tests', 'bench', 'benches', 'benchmark', 'benchmarks', 'androidtest', 'testfixtures',
]); // prettier-ignore

/** Folders whose names say it with a word beside: `test_resources`, `config-test`. */
const TEST_FOLDER = /^tests?[-_]|[-_]tests?$/;

const DOCS_FOLDERS: ReadonlySet<string> = new Set([
  'docs', 'doc', 'documentation', 'examples', 'example', 'samples', 'sample', 'tutorial', 'tutorials', 'postman', 'swagger', 'openapi',
]); // prettier-ignore

/** The same with a word beside: `docs_src`, `examples-v2`. */
const DOCS_FOLDER = /^(?:docs|examples|samples|tutorials)[-_]|[-_](?:docs|examples|samples|tutorials)$/;

/** Signs around a name that only keep it out of the way: Go leaves out `_examples`, Jest takes `__tests__`. */
function withoutSigns(folder: string): string {
  if (TEST_FOLDERS.has(folder)) return folder;
  return folder.replace(/^_{1,2}|_{1,2}$/g, '');
}

function isDocsFolder(folder: string): boolean {
  return DOCS_FOLDERS.has(folder) || DOCS_FOLDER.test(folder);
}

const TEST_FILE =
  /[._-](?:test|tests|spec|specs|tst|test-d|spec-d|e2e|e2e-spec|cy|mock|mocks|fixture|fixtures|stories)\.[a-z.]{1,12}$/;
/** Settings and preparations of test runners: Vitest, Jest, Mocha, Playwright, Cypress, Karma, PHPUnit, pytest, tox. */
const TEST_RUNNER =
  /^(?:(?:vitest|jest)(?:[._-]\w{1,30}){0,3}\.(?:config|setup|workspace|env)|(?:vitest|jest|test|tests)[._-]?(?:global[._-]?)?(?:setup|env)(?:[._-]\w{1,30})?|setup[._-]?(?:vitest|jest|tests?)|(?:playwright|cypress)\.(?:config|env)|karma\.conf|phpunit(?:\.\w{1,20})?|pytest|tox|\.mocharc)\.(?:[cm]?[jt]sx?|json|ya?ml|xml|xml\.dist|ini|toml|dist)$/;
const TEST_STEM = /^(?:test_.{1,200}|mock|mocks|fixtures|conftest|.{1,200}(?:_test|_spec))\.[a-z]{1,6}$/;
/** Java, Kotlin, C#, PHP, Swift: the class says it. */
const TEST_CLASS = /[a-z0-9](?:Test|Tests|Spec|IT|TestCase)\.(?:java|kt|kts|scala|groovy|cs|php|swift)$/;
const DOCS_FILE = /\.(?:md|mdx|markdown|adoc|asciidoc|rst|txt|ipynb)$/;
const API_DESCRIPTION = /swagger|openapi|postman|insomnia|\.http$|\.rest$|asyncapi/;
const TEMPLATE_WORD =
  /(?:^|[._-])(?:example|examples|sample|samples|template|dist|tpl|default|defaults|tmpl|skel)(?:[._-]|$)/;
const TEMPLATE_NAME = /^\.?env(?:example|sample|template|dist)$/;
/** `env.ts`, `env.yml`: what runs, and no copy of a dotenv file. */
const NO_DOTENV =
  /\.(?:[cm]?[jt]sx?|py|rb|php|go|rs|java|kt|cs|ya?ml|json5?|toml|properties|xml|sh|ps1|tf|tfvars)$/;
const CONFIG_FILE =
  /\.(?:ya?ml|json5?|jsonc|toml|ini|cfg|conf|config|properties|env|envrc|tf|tfvars|hcl|xml|plist|service|nomad|dockerfile|containerfile)$/;
const CONFIG_NAME =
  /^(?:\.env.*|env|.{0,100}dockerfile.{0,50}|containerfile|procfile|makefile|jenkinsfile|vagrantfile|\..{1,100}rc)$/;
/** A jobs file that only builds and tests; a deployment's workflow is configuration like any other. */
const CI_TEST_WORKFLOW =
  /(?:^|\/)\.github\/workflows\/[^/]{0,100}(?:test|ci|check|lint|e2e|playwright|cypress|pull|pr|build|codeql)[^/]{0,100}\.ya?ml$|(?:^|\/)\.?travis\.yml$/;
const DEPLOYS = /deploy|release|publish|prod|staging|(?:^|[^a-z])cd(?:[^a-z]|$)/;

/** What kind of file this is, by its path alone. The most forgiving reading wins: test, then template, then docs. */
export function contextOf(path: string): FileContext {
  const folders = path.toLowerCase().split('/');
  const file = folders.pop() ?? '';
  const segments = folders.map(withoutSigns);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isTest(segments, file, name, path.toLowerCase())) return 'test';
  if (isTemplate(file)) return 'template';
  if (DOCS_FILE.test(file) || API_DESCRIPTION.test(file) || segments.some(isDocsFolder)) return 'docs';
  return CONFIG_FILE.test(file) || CONFIG_NAME.test(file) ? 'config' : 'source';
}

/** Imports of what only tests are written with, by the endings of the files that they stand in. */
const TEST_IMPORTS: readonly { readonly files: RegExp; readonly imports: RegExp }[] = [
  {
    files: /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/,
    imports:
      /(?:\bfrom|\bimport|\brequire\s{0,4}\()\s{0,20}['"](?:vitest|@jest\/globals|node:test|bun:test|@playwright\/test|mocha|chai|ava|uvu|tape?|sinon|supertest|jasmine|@japa\/runner|@nestjs\/testing|@testing-library\/[\w-]{1,40}|k6)['"]/,
  },
  { files: /\.py$/, imports: /^[ \t]{0,40}(?:import|from)[ \t]{1,20}(?:pytest|unittest)\b/m },
  {
    files: /\.(?:java|kts?|scala|groovy)$/,
    imports:
      /^import[ \t]{1,20}(?:static[ \t]{1,20})?(?:org\.(?:junit|testng|mockito|scalatest)|io\.kotest|kotlin\.test)\b/m,
  },
  {
    files: /\.cs$/,
    imports: /^using[ \t]{1,20}(?:Xunit|NUnit\.Framework|Microsoft\.VisualStudio\.TestTools)\b/m,
  },
  { files: /\.php$/, imports: /^use[ \t]{1,20}PHPUnit\\/m },
  {
    files: /\.rb$/,
    imports: /^require[ \t]{1,20}['"](?:rspec|minitest|test_helper|spec_helper|rails_helper)\b/m,
  },
];
/** Imports stand at the top. Characters. */
const HEAD = 8000;

/** What kind of file this is, also by what its code imports where the path does not say that it is a test. */
export function contextOfText(path: string, text: string): FileContext {
  const context = contextOf(path);
  const row = context === 'source' ? TEST_IMPORTS.find(({ files }) => files.test(path)) : undefined;
  return row?.imports.test(text.slice(0, HEAD)) ? 'test' : context;
}

/** Tests that stand in the same file as what they test, which Rust calls a part of the module. */
const RUST_TESTS =
  /^#\[cfg\((?:all\()?test\b[^\]\n]{0,100}\)\][ \t]{0,20}\r?\n(?:#\[[^\n]{0,200}\r?\n){0,5}(?:pub )?mod \w{1,60} \{/gm;

/** Lines of a comment that documents what follows: Rust, C#, Dart; JSDoc and its like; examples of Python. */
const DOC_LINE = /^[ \t]{0,60}(?:\/\/[/!]|\*(?!\/)|>>> )/;

function isInDocComment(path: string, text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  if (DOC_LINE.test(text.slice(start, start + 80))) return true;
  return path.endsWith('.py') && isInDocstring(text.slice(0, offset));
}

/** A text in three quotes that is given to nothing; one that is given to a name, or to a call, is a value. */
function isInDocstring(before: string): boolean {
  const pieces = before.split('"""');
  return pieces.length % 2 === 0 && AT_START.test(pieces.at(-2) ?? '');
}

/** A line of its own, and no line that goes on from the one above. */
const AT_START = /^r?$|(?:^|[^\s=(,[{+\\])\s{0,200}\n[ \t]{0,60}r?$/i;

/** What kind of place this is in a file of that kind. */
export function contextAt(context: FileContext, path: string, text: string, offset: number): FileContext {
  if (context !== 'source') return context;
  if (isInDocComment(path, text, offset)) return 'docs';
  if (!path.endsWith('.rs')) return context;
  for (const { index } of text.matchAll(RUST_TESTS)) {
    if (index > offset) break;
    const end = text.indexOf('\n}', index);
    if (end < 0 || offset < end) return 'test';
  }
  return context;
}

function isTest(folders: readonly string[], file: string, name: string, path: string): boolean {
  // Perl and what is tested by it, such as nginx, have their tests in `t`
  if (folders[0] === 't' || file.endsWith('.t')) return true;
  if (folders.some((folder) => TEST_FOLDERS.has(folder) || TEST_FOLDER.test(folder))) return true;
  if ([TEST_FILE, TEST_STEM, TEST_RUNNER].some((form) => form.test(file)) || TEST_CLASS.test(name))
    return true;
  if (CI_TEST_WORKFLOW.test(path)) return !DEPLOYS.test(file);
  return environmentOf(path) === 'test' && (CONFIG_FILE.test(file) || CONFIG_NAME.test(file));
}

/** `config.default.json` is what runs; only dotenv files and foreign endings make `default` a template. */
function isTemplate(file: string): boolean {
  if (TEMPLATE_NAME.test(file) || (/^env[._-]/.test(file) && !NO_DOTENV.test(file))) return true;
  const word = TEMPLATE_WORD.exec(file)?.[0].replace(/[^a-z]/g, '');
  if (word === undefined) return false;
  if (word.startsWith('default')) return file.startsWith('.env');
  if (word === 'dist') return file.endsWith('.dist') || file.startsWith('.env');
  // `template.yaml` is what SAM deploys
  return !/^(?:example|sample|template)s?\.(?:[cm]?[jt]sx?|py|go|java|rb)$|^template\.(?:ya?ml|json)$/.test(
    file,
  );
}

/* ------------------------------------------------------------------ environment */

/** Pipelines run for every environment; the `ci` of their names says nothing. */
const PIPELINE_FILE = /^(?:\.gitlab-ci|azure-pipelines|bitbucket-pipelines|cloudbuild)(?:[.-]|$)/;
/** File names whose dotted or dashed parts name an environment. */
const NAMED_BY_ENVIRONMENT =
  /^(?:\.?env|\.envrc|(?:docker-|podman-)?compose|docker-stack|application|bootstrap|appsettings|config|configuration|settings|values|secrets?|wrangler|serverless|environment|env-config|app|web|variables|vars|terraform|kustomization|parameters|samconfig|fly|firebase|local|nodemon|pm2|ecosystem|configmap|deployment|deploy|\.?dev\.vars|\.dev)(?=[._-]|$)/;
const FOLDERS_OF_ENVIRONMENTS: ReadonlySet<string> = new Set([
  'overlays', 'overlay', 'environments', 'environment', 'envs', 'env', 'config', 'configs', 'configuration', 'deploy', 'deployment', 'deployments',
  'k8s', 'kubernetes', 'helm', 'kustomize', 'manifests', 'infra', 'infrastructure', 'terraform', 'clusters', 'stages', 'docker', 'inventories',
  'group_vars', 'credentials', 'secrets', 'ansible', '.docker', 'compose', 'charts', 'live',
]); // prettier-ignore
/** Parts that say how a file is used, not where it runs. */
const NOT_ENVIRONMENTS: ReadonlySet<string> = new Set([
  'local',
  'example',
  'sample',
  'template',
  'dist',
  'default',
  'defaults',
  'shared',
  'base',
  'common',
  'override',
]);

/**
 * The environment that a configuration file is for, by its file name and folders; null where they do not say.
 * `.env.production.local` is production's; `.env` and `.env.local` are nobody's.
 */
export function environmentOf(path: string, names: EnvironmentNames = USUAL_ENVIRONMENTS): string | null {
  const segments = path.toLowerCase().split('/');
  const file = segments.pop() ?? '';
  return environmentOfFile(file, names) ?? environmentOfFolders(segments, file, names);
}

function environmentOfFile(file: string, names: EnvironmentNames): string | null {
  if (file.length > 200 || PIPELINE_FILE.test(file)) return null;
  const dotenv = customDotenv(file, names);
  if (dotenv !== null) return dotenv.name;
  const stem = file.replace(/\.[a-z0-9]{1,12}$/, '');
  const whole = names.named(stem);
  if (whole !== null && CONFIG_FILE.test(file)) return whole;
  const docker =
    /^(?:docker|container)file[._-]([\w-]{1,60})$|^([\w-]{1,60})\.(?:docker|container)file$/.exec(file);
  if (docker !== null) return names.named(docker[1] ?? docker[2] ?? '');
  const compose = /^([\w-]{1,60})[._-](?:docker-)?compose\.ya?ml$/.exec(file);
  if (compose !== null) return names.named(compose[1] ?? '');
  if (!NAMED_BY_ENVIRONMENT.test(file) && !CONFIG_FILE.test(file)) return null;
  const parts = stem.split(/[._-]/);
  const named = parts.slice(NAMED_BY_ENVIRONMENT.test(file) ? 1 : 0).map((part) => names.named(part));
  if (NAMED_BY_ENVIRONMENT.test(file))
    return names.named(parts.slice(1).join('-')) ?? named.find((name) => name !== null) ?? null;
  return parts.length > 1 ? (named.at(-1) ?? null) : null;
}

/** `.env.production`, `.env.acme`, `production.env`, `.development.env`: here any name counts, for people invent them. */
function customDotenv(file: string, names: EnvironmentNames): { name: string | null } | null {
  const match =
    /^\.?env[._-]([a-z0-9._-]{1,60})$/.exec(file) ?? /^\.?([a-z0-9._-]{1,60}?)[._-]env$/.exec(file);
  if (match === null) return null;
  const name = match[1] ?? '';
  const parts = name
    .split(/[._-]/)
    .filter((part) => part !== '' && !NOT_ENVIRONMENTS.has(part) && part !== 'env');
  const known =
    names.named(parts.join('-')) ?? parts.map((part) => names.named(part)).find((part) => part !== null);
  if (known !== undefined && known !== null) return { name: known };
  const isCustom =
    file.startsWith('.env.') && parts.length === 1 && /^[a-z][a-z0-9]{1,20}$/.test(parts[0] ?? '');
  return { name: isCustom ? (parts[0] ?? null) : null };
}

/** `dev/docker-compose.yml`, `prod/.env`: what starts services is for the environment that its folder is named after. */
const STARTS_SERVICES = /^(?:(?:docker-)?compose[._-]?[\w.-]{0,40}\.ya?ml|\.env)$/;

/** What an editor starts a program with, on the machine of who writes it. */
const EDITOR_FOLDERS: ReadonlySet<string> = new Set(['.vscode', '.idea', '.devcontainer', '.run', '.zed']);

function environmentOfFolders(
  folders: readonly string[],
  file: string,
  names: EnvironmentNames,
): string | null {
  if (!CONFIG_FILE.test(file) && !CONFIG_NAME.test(file)) return null;
  if (folders.some((folder) => EDITOR_FOLDERS.has(folder))) return names.named('development');
  const own = STARTS_SERVICES.test(file) ? names.named(folders.at(-1) ?? '') : null;
  if (own !== null) return own;
  for (let i = folders.length - 1; i >= 0; i--) {
    const folder = folders[i] ?? '';
    const above = folders[i - 1] ?? '';
    if (!FOLDERS_OF_ENVIRONMENTS.has(above)) continue;
    const named = names.named(folder);
    if (named !== null) return named;
    if (/^(?:overlays|environments|envs)$/.test(above) && !NOT_ENVIRONMENTS.has(folder)) return folder;
  }
  return null;
}
