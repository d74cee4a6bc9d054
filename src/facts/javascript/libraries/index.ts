import { LibraryRegistry } from './registry.ts';
import { authJs } from './tables/auth-js.ts';
import { cloudflareWorkerJwt } from './tables/cloudflare-worker-jwt.ts';
import { awsJwtVerify, googleAuthLibrary, jwksRsa, jwtDecode } from './tables/decoders.ts';
import { elysiaJwt } from './tables/elysia-jwt.ts';
import { expressJwt, socketioJwt, threamSocketioJwt } from './tables/express-jwt.ts';
import { fastifyJwt, fastJwt, oldFastifyJwt } from './tables/fastify-jwt.ts';
import {
  eggJwt,
  feathers,
  midwayJwt,
  payload,
  reactNativePureJwt,
  strapi,
  yogaJwt,
} from './tables/frameworks.ts';
import { hapiAuthJwt2, hapiJwt } from './tables/hapi.ts';
import { hono } from './tables/hono.ts';
import { jose } from './tables/jose.ts';
import {
  jsonwebtoken,
  jsonwebtokenDecode,
  jsonwebtokenEsm,
  jsonwebtokenPromisified,
  jsonwebtokenSign,
  jsonwebtokenVerify,
} from './tables/jsonwebtoken.ts';
import { jsrsasign } from './tables/jsrsasign.ts';
import { jws } from './tables/jws.ts';
import { jwtSimple } from './tables/jwt-simple.ts';
import { koaJwt } from './tables/koa-jwt.ts';
import { nestjsJwt } from './tables/nestjs-jwt.ts';
import { njwt } from './tables/njwt.ts';
import { nodeJose } from './tables/node-jose.ts';
import { passportJwt } from './tables/passport-jwt.ts';
import type { Library } from './types.ts';

/** Every JWT library we know. */
export const libraries: readonly Library[] = [
  jsonwebtoken,
  jsonwebtokenSign,
  jsonwebtokenVerify,
  jsonwebtokenDecode,
  jsonwebtokenEsm,
  jsonwebtokenPromisified,
  jose,
  expressJwt,
  socketioJwt,
  threamSocketioJwt,
  koaJwt,
  passportJwt,
  nestjsJwt,
  fastJwt,
  fastifyJwt,
  oldFastifyJwt,
  hapiJwt,
  hapiAuthJwt2,
  hono,
  elysiaJwt,
  jws,
  jwtSimple,
  njwt,
  nodeJose,
  jsrsasign,
  authJs,
  cloudflareWorkerJwt,
  yogaJwt,
  jwtDecode,
  awsJwtVerify,
  googleAuthLibrary,
  jwksRsa,
  eggJwt,
  midwayJwt,
  feathers,
  strapi,
  payload,
  reactNativePureJwt,
];

/** The libraries we know, without a user's own. */
export const knownLibraries: LibraryRegistry = new LibraryRegistry(libraries);

/** The libraries we know and those of the settings, which come first: a user's table replaces ours of the same module. */
export function librariesWith(own: readonly Library[]): LibraryRegistry {
  return own.length === 0 ? knownLibraries : new LibraryRegistry([...own, ...libraries]);
}
