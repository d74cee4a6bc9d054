import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

interface Resolver {
  sync(directory: string, specifier: string): { path?: string };
  clearCache(): void;
  /** Finds the tsconfig.json of the importing file by itself. */
  resolveFileSync(file: string, specifier: string): { path?: string };
}

let resolver: Resolver | null = null;

/** Source files stand for the outputs that imports name (`./config.js` is `config.ts`). */
const OPTIONS = {
  extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.vue'],
  extensionAlias: {
    '.js': ['.ts', '.tsx', '.js', '.jsx'],
    '.jsx': ['.tsx', '.jsx'],
    '.mjs': ['.mts', '.mjs'],
    '.cjs': ['.cts', '.cjs'],
  },
  conditionNames: ['node', 'import', 'require', 'default'],
  mainFields: ['source', 'main', 'module'],
  tsconfig: 'auto',
};

/**
 * The file that a specifier means, relative to the root; null where it is outside the project or a
 * dependency. Paths of tsconfig, `imports` of package.json and workspace links are followed; `packages` are the
 * project's own packages by name, for workspaces that nobody has installed, and `isDependency` tells the names of others.
 */
export function resolveModule(
  root: string,
  from: string,
  specifier: string,
  packages: ReadonlyMap<string, string>,
  isDependency: (name: string) => boolean = () => false,
): string | null {
  if (/^(?:node|https?|data|jsr|npm):/.test(specifier)) return null;
  const directory = path.dirname(path.join(root, from));
  const found =
    resolveImport(path.join(root, from), specifier) ??
    // A tsconfig that extends a package nobody has installed must not hide the file next door.
    resolveSafely(directory, specifier) ??
    resolveInPackages(root, specifier, packages) ??
    resolveFromRoot(root, directory, specifier, isDependency) ??
    resolveTemplate(directory, specifier);
  if (found === null) return null;
  const relative = path.relative(root, found).split(path.sep).join('/');
  const isOutside = relative === '' || relative.startsWith('../') || path.isAbsolute(relative);
  return isOutside || /(?:^|\/)node_modules\//.test(relative) ? null : relative;
}

/** The same among files that need not be on disk; only for specifiers that say where the file is. */
export function resolveAmong(files: ReadonlySet<string>, from: string, specifier: string): string | null {
  if (!/^\.\.?(?:\/|$)/.test(specifier)) return null;
  const target = path.posix.join(path.posix.dirname(from), specifier);
  const bare = target.replace(/\.[cm]?jsx?$/, '');
  const candidates = [
    target,
    ...OPTIONS.extensions.flatMap((end) => [target + end, bare + end, `${target}/index${end}`]),
  ];
  return candidates.find((file) => files.has(file)) ?? null;
}

function resolveImport(file: string, specifier: string): string | null {
  resolver ??= createResolver();
  try {
    return resolver.resolveFileSync(file, specifier).path ?? null;
  } catch {
    return null;
  }
}

function resolveSafely(directory: string, specifier: string): string | null {
  resolver ??= createResolver();
  try {
    return resolver.sync(directory, specifier).path ?? null;
  } catch {
    return null;
  }
}

function resolveInPackages(
  root: string,
  specifier: string,
  packages: ReadonlyMap<string, string>,
): string | null {
  const parts = specifier.split('/');
  const depth = specifier.startsWith('@') ? 2 : 1;
  const name = parts.slice(0, depth).join('/');
  const subpath = parts
    .slice(depth)
    .map((part) => `/${part}`)
    .join('');
  const folder = packages.get(name);
  if (folder === undefined) return null;
  const home = path.join(root, folder);
  // A package knows itself by its name and its `exports`.
  const exported = resolveSafely(home, specifier);
  if (exported) return exported;
  const candidates =
    subpath === '' ? ['.', './src', './src/index', './lib'] : [`.${subpath}`, `./src${subpath}`];
  for (const candidate of candidates) {
    const found = resolveSafely(home, candidate);
    if (found) return found;
  }
  return null;
}

/** `./config`, where the repository has `config.example.ts` or `config.ts.example`, which people copy. */
function resolveTemplate(directory: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  for (const word of ['example', 'sample', 'dist', 'template']) {
    for (const candidate of [`${specifier}.${word}`, `${specifier}.ts.${word}`, `${specifier}.js.${word}`]) {
      const found = resolveSafely(directory, candidate);
      if (found) return found;
    }
  }
  return null;
}

/** Forget which files there are: the resolver asks the disk only once. */
export function forgetFiles(): void {
  resolver?.clearCache();
}

function createResolver(): Resolver {
  const { ResolverFactory } = require('oxc-resolver') as {
    ResolverFactory: new (options: object) => Resolver;
  };
  return new ResolverFactory(OPTIONS);
}

/** `src/config` and `@/config` mean the project's own folders even where no configuration file says so. */
function resolveFromRoot(
  root: string,
  directory: string,
  specifier: string,
  isDependency: (name: string) => boolean,
): string | null {
  if (specifier.startsWith('.')) return null;
  // `#src/…` often points at build output, which is not in the repository.
  const bare = specifier.replace(/^(?:[@~]\/|#\/?)/, '');
  const isUsual = bare !== specifier || /^(?:src|app|lib|config|server)\//.test(specifier);
  if (!isUsual && (!isPath(specifier) || isDependency(firstOf(specifier)))) return null;
  const folders = bare === specifier ? ['.', './src'] : ['./src', '.', './app'];
  for (let folder = directory; folder.startsWith(root); folder = path.dirname(folder)) {
    for (const base of folders) {
      if (!isUsual && !existsSync(path.join(folder, base, firstOf(bare)))) continue;
      const found = resolveSafely(folder, `${base}/${bare}`);
      if (found) return found;
    }
    if (folder === path.dirname(folder)) break;
  }
  return null;
}

/** A path from a folder that programs and their starters name by other means: `NODE_PATH`, rootpath, app-module-path. */
function isPath(specifier: string): boolean {
  return /^[\w-][\w.-]{0,100}(?:\/[\w./-]{1,200}|\.(?:json|[cm]?[jt]s))$/.test(specifier);
}

function firstOf(specifier: string): string {
  return specifier.split('/', 1)[0]!;
}
