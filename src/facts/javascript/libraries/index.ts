import { jose } from './jose.ts';
import { jsonwebtoken } from './jsonwebtoken.ts';
import { elysiaJwt, expressJwt, hono, koaJwt } from './middleware.ts';
import { nestjsJwt } from './nestjs-jwt.ts';
import {
  authJs,
  cloudflareWorkerJwt,
  fastifyJwt,
  fastJwt,
  jwtSimple,
  payload,
  socketioJwt,
} from './others.ts';
import { passportJwt } from './passport-jwt.ts';
import type { EntryPoint, Library } from './types.ts';

/** Every JWT library we know. */
export const libraries: readonly Library[] = [
  jsonwebtoken,
  jose,
  expressJwt,
  koaJwt,
  passportJwt,
  nestjsJwt,
  fastifyJwt,
  fastJwt,
  jwtSimple,
  hono,
  elysiaJwt,
  cloudflareWorkerJwt,
  authJs,
  payload,
  socketioJwt,
];

const byModule: ReadonlyMap<string, Library> = new Map(
  libraries.flatMap((library) => library.modules.map((name) => [name, library] as const)),
);

/** The library behind a module specifier: `npm:` and version suffixes of Deno are accepted. */
export function libraryOf(specifier: string): Library | null {
  const name = specifier.startsWith('npm:') ? specifier.slice(4).replace(/(?<=.)@[^/]*/, '') : specifier;
  return byModule.get(name) ?? null;
}

/** The entry point of a library by the way from its module, as `provenance` gives it. */
export function entryPointOf(
  library: Library,
  members: readonly string[],
  invoked: EntryPoint['invoked'],
): EntryPoint | null {
  const path = members.join('.');
  return library.entries.find((entry) => entry.invoked === invoked && entry.members.includes(path)) ?? null;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A library's module as a specifier: quoted, with Deno's `npm:` and version if any. */
const SPECIFIER = new RegExp(`["'\`:](?:${[...byModule.keys()].map(escape).join('|')})["'\`@]`);

/** Whether a text names the module of a JWT library; without that, no call in it can be one. */
export function namesLibrary(text: string): boolean {
  return SPECIFIER.test(text);
}
