import { VERIFY_GRADES } from './jsonwebtoken.ts';
import type { EntryPoint, Library } from './types.ts';

/** Middleware factories that take one object with `secret` and `algorithms`. */
const SECRET_AND_ALGORITHMS: Pick<EntryPoint, 'invoked' | 'operation' | 'key'> = {
  invoked: 'call',
  operation: 'verify',
  key: ['0.secret'],
};

/** https://github.com/auth0/express-jwt; versions 6 and later throw without `algorithms` (CVE-2020-15084). */
export const expressJwt: Library = {
  name: 'express-jwt',
  modules: ['express-jwt'],
  entries: [
    {
      ...SECRET_AND_ALGORITHMS,
      name: 'expressjwt',
      members: ['', 'expressjwt'],
      algorithms: {
        honoured: ['0.algorithms'],
        form: 'array',
        ignored: ['0.algorithm', '0.alg'],
        grades: [
          { since: '6', severity: 'medium', risk: 'the middleware throws when the program starts' },
          { since: '0', severity: 'high', risk: 'an unset key makes it accept tokens signed with nothing (CVE-2020-15084)' },
        ],
      },
      unsigned: [{ at: '0.algorithms', when: 'none', how: 'accepts-none' }],
    },
  ],
}; // prettier-ignore

/** https://github.com/koajs/jwt */
export const koaJwt: Library = {
  name: 'koa-jwt',
  modules: ['koa-jwt'],
  entries: [
    {
      ...SECRET_AND_ALGORITHMS,
      name: 'koaJwt',
      members: [''],
      algorithms: { honoured: ['0.algorithms'], form: 'array', ignored: ['0.algorithm', '0.alg'], grades: VERIFY_GRADES },
      unsigned: [{ at: '0.algorithms', when: 'none', how: 'accepts-none' }],
    },
  ],
}; // prettier-ignore

/** https://hono.dev/docs/middleware/builtin/jwt */
export const hono: Library = {
  name: 'hono',
  modules: ['hono/jwt', 'hono/utils/jwt', 'hono/utils/jwt/jwt', 'hono/middleware'],
  entries: [
    {
      ...SECRET_AND_ALGORITHMS,
      name: 'jwt',
      members: ['jwt'],
      algorithms: {
        honoured: ['0.alg'],
        form: 'string',
        ignored: ['0.algorithms', '0.algorithm'],
        grades: [{ since: '0', severity: 'low', risk: 'newer versions refuse to start and older ones choose HS256 for you' }],
      },
    },
    {
      name: 'sign',
      members: ['sign', 'Jwt.sign'],
      invoked: 'call',
      operation: 'sign',
      key: ['1'],
      algorithms: { honoured: ['2'], form: 'string' },
    },
    {
      name: 'verify',
      members: ['verify', 'Jwt.verify'],
      invoked: 'call',
      operation: 'verify',
      key: ['1'],
      algorithms: {
        honoured: ['2', '2.alg'],
        form: 'string',
        grades: [{ since: '0', severity: 'low', risk: 'newer versions refuse to run and older ones choose HS256 for you' }],
      },
    },
    { name: 'decode', members: ['decode', 'Jwt.decode'], invoked: 'call', operation: 'decode' },
  ],
}; // prettier-ignore

/** https://elysiajs.com/plugins/jwt */
export const elysiaJwt: Library = {
  name: '@elysiajs/jwt',
  modules: ['@elysiajs/jwt'],
  entries: [
    { name: 'jwt', members: ['', 'jwt'], invoked: 'call', operation: 'configure', key: ['0.secret'] },
  ],
};
