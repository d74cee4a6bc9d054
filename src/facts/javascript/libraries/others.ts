import type { Library } from './types.ts';

/** https://github.com/fastify/fastify-jwt: the plugin's registration; what it decorates is one entry each. */
export const fastifyJwt: Library = {
  name: '@fastify/jwt',
  modules: ['@fastify/jwt', 'fastify-jwt'],
  entries: [
    {
      name: 'fastifyJwt',
      members: [''],
      invoked: 'plugin',
      operation: 'configure',
      key: ['1.secret.private', '1.secret'],
      algorithms: {
        honoured: ['1.verify.algorithms'],
        form: 'array',
        ignored: ['1.verify.algorithm', '1.algorithms', '1.algorithm'],
        grades: [{ since: '0', severity: 'low', risk: 'the plugin accepts every algorithm that fits the key' }],
      },
      unsigned: [
        { at: '1.verify.algorithms', when: 'none', how: 'accepts-none' },
        { at: '1.sign.algorithm', when: 'none', how: 'signs-none' },
      ],
    },
  ],
}; // prettier-ignore

/** https://github.com/nearform/fast-jwt */
export const fastJwt: Library = {
  name: 'fast-jwt',
  modules: ['fast-jwt'],
  entries: [
    {
      name: 'createSigner',
      members: ['createSigner'],
      invoked: 'call',
      operation: 'sign',
      key: ['0.key'],
      algorithms: { honoured: ['0.algorithm'], form: 'string' },
      unsigned: [{ at: '0.algorithm', when: 'none', how: 'signs-none' }],
    },
    {
      name: 'createVerifier',
      members: ['createVerifier'],
      invoked: 'call',
      operation: 'verify',
      key: ['0.key'],
      algorithms: {
        honoured: ['0.algorithms'],
        form: 'array',
        ignored: ['0.algorithm', '0.alg'],
        grades: [{ since: '0', severity: 'low', risk: 'the library accepts every algorithm that fits the key' }],
      },
      unsigned: [{ at: '0.algorithms', when: 'none', how: 'accepts-none' }],
    },
    { name: 'createDecoder', members: ['createDecoder'], invoked: 'call', operation: 'decode' },
  ],
}; // prettier-ignore

/** https://github.com/hokaccha/node-jwt-simple: `decode` verifies, unless its third argument is true. */
export const jwtSimple: Library = {
  name: 'jwt-simple',
  modules: ['jwt-simple'],
  entries: [
    {
      name: 'encode',
      members: ['encode'],
      invoked: 'call',
      operation: 'sign',
      key: ['1'],
      algorithms: { honoured: ['2'], form: 'string' },
    },
    {
      name: 'decode',
      members: ['decode'],
      invoked: 'call',
      operation: 'verify',
      key: ['1'],
      algorithms: {
        honoured: ['3'],
        form: 'string',
        grades: [
          { since: '0.5.3', severity: 'medium', risk: 'the algorithm is read from the token that the attacker writes' },
        ],
      },
      unsigned: [{ at: '2', when: 'truthy', how: 'no-verify' }],
    },
  ],
}; // prettier-ignore

/** https://github.com/tsndr/cloudflare-worker-jwt: HS256 unless told otherwise, never taken from the token. */
export const cloudflareWorkerJwt: Library = {
  name: '@tsndr/cloudflare-worker-jwt',
  modules: ['@tsndr/cloudflare-worker-jwt'],
  entries: [
    {
      name: 'sign',
      members: ['sign'],
      invoked: 'call',
      operation: 'sign',
      key: ['1'],
      algorithms: { honoured: ['2.algorithm', '2'], form: 'string' },
    },
    { name: 'verify', members: ['verify'], invoked: 'call', operation: 'verify', key: ['1'] },
    { name: 'decode', members: ['decode'], invoked: 'call', operation: 'decode' },
  ],
};

/** https://next-auth.js.org and https://authjs.dev: session tokens are signed or encrypted with this secret. */
export const authJs: Library = {
  name: 'next-auth',
  modules: ['next-auth', 'next-auth/next', 'next-auth/jwt', 'next-auth/middleware', '@auth/core', '@auth/core/jwt', '@auth/express'],
  entries: [
    { name: 'NextAuth', members: ['', 'NextAuth', 'ExpressAuth'], invoked: 'call', operation: 'configure', key: ['0.secret', '0.jwt.secret'] },
    { name: 'Auth', members: ['Auth'], invoked: 'call', operation: 'configure', key: ['1.secret'] },
    { name: 'getToken', members: ['getToken', 'encode', 'decode'], invoked: 'call', operation: 'configure', key: ['0.secret'] },
    { name: 'withAuth', members: ['withAuth'], invoked: 'call', operation: 'configure', key: ['0.secret', '1.secret'] },
  ],
}; // prettier-ignore

/** https://payloadcms.com: `secret` signs the session tokens. */
export const payload: Library = {
  name: 'payload',
  modules: ['payload', 'payload/config'],
  entries: [{ name: 'buildConfig', members: ['', 'buildConfig'], invoked: 'call', operation: 'configure', key: ['0.secret'] }],
}; // prettier-ignore

/** https://github.com/auth0-community/socketio-jwt and its maintained successor */
export const socketioJwt: Library = {
  name: 'socketio-jwt',
  modules: ['socketio-jwt', '@thream/socketio-jwt'],
  entries: [
    {
      name: 'authorize',
      members: ['authorize'],
      invoked: 'call',
      operation: 'verify',
      key: ['0.secret'],
      algorithms: {
        honoured: ['0.algorithms'],
        form: 'array',
        ignored: ['0.algorithm'],
        grades: [
          { since: '0', severity: 'low', risk: 'the library accepts every algorithm that fits the key' },
        ],
      },
      unsigned: [{ at: '0.algorithms', when: 'none', how: 'accepts-none' }],
    },
  ],
};
