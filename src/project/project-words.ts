import path from 'node:path';
import { readText } from './text.ts';

/**
 * The project's own names, which people build secrets from: packages, products, modules, the repository and its owner, the
 * author. They cost a guesser next to nothing.
 */

/** Manifests of text: each pattern's first group is a name. */
const TEXT_MANIFESTS: readonly (readonly [file: RegExp, names: RegExp])[] = [
  [/(?:^|\/)(?:pyproject|Cargo)\.toml$/, /^name\s{0,4}=\s{0,4}["']([^"'\n]{1,100})["']/gm],
  [/(?:^|\/)setup\.cfg$/, /^name\s{0,4}=\s{0,4}([\w.-]{1,100})/gm],
  [/(?:^|\/)go\.mod$/, /^module\s{1,4}(?:[\w-]{1,60}\.[\w.-]{1,60}\/)?(\S{1,100})/gm],
  [/(?:^|\/)pom\.xml$/, /^ {0,4}\t?<(?:artifactId|groupId|name)>([^<\n]{1,100})</gm],
  [/(?:^|\/)settings\.gradle(?:\.kts)?$/, /^rootProject\.name\s{0,4}=\s{0,4}["']([^"'\n]{1,100})["']/gm],
  [/(?:^|\/)mix\.exs$/, /\bapp:\s{1,4}:(\w{1,100})/g],
  [/(?:^|\/)pubspec\.ya?ml$/, /^name:\s{1,4}["']?([\w.-]{1,100})/gm],
  [/(?:^|\/)(?:docker-)?compose\.ya?ml$/, /^name:\s{1,4}["']?([\w.-]{1,100})/gm],
];

const JSON_MANIFEST = /(?:^|\/)(?:package|composer|app|manifest|deno)\.jsonc?$/;
/** Keys of a JSON manifest, and of the objects in it, that hold a name. */
const NAME_KEYS = [
  'name',
  'productName',
  'displayName',
  'short_name',
  'slug',
  'expo',
  'author',
  'organization',
  'repository',
  'url',
];

/** Manifests are read as far as this; names stand at the beginning. */
const LONGEST_MANIFEST = 256 * 1024;

export function isManifest(file: string): boolean {
  return JSON_MANIFEST.test(file) || TEXT_MANIFESTS.some(([pattern]) => pattern.test(file));
}

/** The names in a manifest; none where it is broken. */
export function namesInManifest(file: string, text: string): string[] {
  if (JSON_MANIFEST.test(file)) return namesInJson(text).flatMap(namesOf);
  const [, pattern] = TEXT_MANIFESTS.find(([name]) => name.test(file)) ?? [];
  if (!pattern) return [];
  return [...text.slice(0, LONGEST_MANIFEST).matchAll(pattern)].flatMap(([, name]) => namesOf(name ?? ''));
}

function namesInJson(text: string): string[] {
  try {
    return text.length > LONGEST_MANIFEST ? [] : namesIn(JSON.parse(text), 2);
  } catch {
    return [];
  }
}

function namesIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth < 0) return [];
  return NAME_KEYS.flatMap((key) => namesIn((value as Record<string, unknown>)[key], depth - 1));
}

const REMOTE = /^\s{0,8}url\s{0,4}=\s{0,4}(\S{1,300})\s*$/gm;

/** The names of the repository and its owner, from the address it was cloned from. */
export function namesOfRepository(root: string): string[] {
  const read = readText(path.join(root, '.git', 'config'));
  const config = read.kind === 'text' ? read.text.slice(0, LONGEST_MANIFEST) : '';
  return [...config.matchAll(REMOTE)].flatMap(([, address]) => namesOf(address ?? ''));
}

/** Names of hosts and of no one. */
const NOBODY =
  /^(?:github|gitlab|bitbucket|codeberg|azure|visualstudio|www|com|org|net|io|dev|git|http|https|ssh|users?|home|src)$/;

/** The names in an address, in `Name <mail@host>`, or the name itself. */
function namesOf(text: string): string[] {
  const address =
    /^(?:git\+)?(?:\w{1,10}:\/\/|[\w.-]{1,60}@)[^/:\s]{1,200}[/:](?:\d{1,5}\/)?(.{1,200}?)(?:\.git)?\/?$/.exec(
      text,
    )?.[1];
  const names =
    address === undefined ? [text.replace(/<[^>]{0,200}>/g, '').trim()] : address.split('/').slice(0, 2);
  return names.filter((name) => name.length >= 3 && !NOBODY.test(name.toLowerCase()));
}
