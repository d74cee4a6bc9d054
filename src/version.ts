import { createRequire } from 'node:module';

/** The package's own manifest, by its name, so that it is found from the sources and from the build alike. */
const manifest = createRequire(import.meta.url)('eslint-plugin-jwt-secrets/package.json') as {
  version: string;
};

export const VERSION: string = manifest.version;
