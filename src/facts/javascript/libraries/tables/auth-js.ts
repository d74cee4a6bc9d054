import type { Library } from '../types.ts';

const OPTION_TYPES = ['NextAuthOptions', 'AuthOptions', 'NextAuthConfig', 'AuthConfig', 'SolidAuthConfig', 'SvelteKitAuthConfig', 'ExpressAuthConfig']; // prettier-ignore

/** https://next-auth.js.org and https://authjs.dev: session tokens are encrypted with a key made of this secret, and live 30 days. */
export const authJs: Library = {
  name: 'next-auth',
  modules: [
    'next-auth', 'next-auth/next', 'next-auth/jwt', 'next-auth/middleware', '@auth/core', '@auth/core/jwt', '@auth/core/types',
    '@auth/express', '@auth/sveltekit', '@auth/solid-start', '@auth/nextjs', '@auth/qwik', '@auth/fastify',
  ],
  entries: [
    {
      name: 'NextAuth',
      members: ['', 'NextAuth', 'ExpressAuth', 'SvelteKitAuth', 'SolidAuth', 'FastifyAuth', 'QwikAuth$', 'getServerSession'],
      invoked: 'call',
      operation: 'configure',
      key: ['0.secret', '0.jwt.secret', '2.secret', '2.jwt.secret'],
    },
    { name: 'Auth', members: ['Auth'], invoked: 'call', operation: 'configure', key: ['1.secret'] },
    { name: 'getToken', members: ['getToken', 'encode', 'decode'], invoked: 'call', operation: 'configure', key: ['0.secret'] },
    { name: 'withAuth', members: ['withAuth'], invoked: 'call', operation: 'configure', key: ['0.secret', '1.secret'] },
    {
      name: 'AuthOptions',
      invoked: 'object',
      object: { types: OPTION_TYPES },
      operation: 'configure',
      key: ['0.secret', '0.jwt.secret'],
    },
  ],
}; // prettier-ignore
