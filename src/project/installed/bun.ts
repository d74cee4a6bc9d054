import { createRequire } from 'node:module';
import type { Lockfile } from './lockfile.ts';

const require = createRequire(import.meta.url);

/** `bun.lock`, JSON with comments: `"passport-jwt/jsonwebtoken": ["jsonwebtoken@8.5.1", …]`. */
export function readBunLock(text: string): Lockfile | null {
  const { parse } = require('jsonc-parser') as typeof import('jsonc-parser');
  const lock: unknown = parse(text, [], { allowTrailingComma: true });
  const packages =
    typeof lock === 'object' && lock !== null ? (lock as { packages?: unknown }).packages : null;
  if (typeof packages !== 'object' || packages === null) return null;
  const known = packages as Readonly<Record<string, unknown>>;
  return {
    versionOf: (name, _, via) => {
      if (via !== null && !Object.hasOwn(known, via)) return null;
      return versionAt(known, via === null ? name : `${via}/${name}`) ?? versionAt(known, name);
    },
  };
}

function versionAt(packages: Readonly<Record<string, unknown>>, key: string): string | null {
  const entry = Object.hasOwn(packages, key) ? packages[key] : null;
  const resolved: unknown = Array.isArray(entry) ? entry[0] : null;
  if (typeof resolved !== 'string') return null;
  return resolved.slice(resolved.lastIndexOf('@') + 1);
}
