import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

const JWT = "import jwt from 'jsonwebtoken';\n";
const PREFIXES = [
  'NEXT_PUBLIC_',
  'VITE_',
  'REACT_APP_',
  'EXPO_PUBLIC_',
  'NUXT_PUBLIC_',
  'GATSBY_',
  'PUBLIC_',
  'VUE_APP_',
];
const SECRET_NAMES = ['JWT_SECRET', 'ACCESS_TOKEN_SECRET', 'REFRESH_TOKEN_SECRET', 'JWT_SECRET_KEY'];

const inSettings: InvalidCase[] = PREFIXES.flatMap((prefix) =>
  SECRET_NAMES.slice(0, 2).map((name) => ({
    name: `settings, ${prefix}${name}`,
    code: `${prefix}${name}=fixture-secret-for-tests\n`,
    filename: '.env',
    found: ['prefix fixture-secret-for-tests'],
    severities: ['critical'],
  })),
);

const inCode: InvalidCase[] = PREFIXES.flatMap((prefix) =>
  SECRET_NAMES.slice(2).map((name) => ({
    name: `code, ${prefix}${name}`,
    code: `export const secret = process.env.${prefix}${name};`,
    found: [`prefix process.env.${prefix}${name}`],
  })),
);

/** Prefixes count as whole words, and only before the name of a JWT secret. */
// prettier-ignore
const OTHER_NAMES: readonly string[] = [
  'INVITE_JWT_SECRET', 'JWT_SECRET', 'ACTIVITE_JWT_SECRET', 'MY_REACT_APP_JWT_SECRET', 'REPUBLIC_JWT_SECRET', 'VITE_API_URL', 'VITE_JWT_ISSUER', 'NEXT_PUBLIC_JWT_AUDIENCE', 'VITE_JWT_EXPIRES_IN',
  'VITE_STRIPE_SECRET', 'NEXT_PUBLIC_CLIENT_ID', 'PUBLIC_KEY', 'JWT_PUBLIC_KEY', 'VITE_JWT_COOKIE_NAME', 'REACT_APP_TOKEN_KEY_NAME', 'EXPO_PUBLIC_SENTRY_DSN', 'GATSBY_JWT_HEADER', 'NUXT_PUBLIC_SITE_NAME',
];

const others: RuleCase[] = OTHER_NAMES.flatMap((name) => [
  { name: `settings, ${name}`, code: `${name}=some-value\n`, filename: '.env' },
  { name: `code, ${name}`, code: `export const value = import.meta.env.${name}; // jwt` },
]);

// prettier-ignore
const valid: readonly RuleCase[] = [
  ...others,
  { name: 'empty value', code: 'VITE_JWT_SECRET=\n', filename: '.env' },
  { name: 'secret of the server in a Next file', code: 'export const secret = process.env.NEXTAUTH_SECRET;' },
  { name: 'server runtime configuration of Nuxt', code: 'export default defineNuxtConfig({ runtimeConfig: { jwtSecret: process.env.JWT_SECRET, public: { apiUrl: 1 } } });', filename: 'nuxt.config.ts' },
  { name: 'server runtime configuration of Next', code: 'module.exports = { serverRuntimeConfig: { jwtSecret: process.env.JWT_SECRET } };', filename: 'next.config.js' },
  { name: 'define of something else', code: "export default defineConfig({ define: { 'process.env.JWT_ISSUER': '1' } });", filename: 'vite.config.ts' },
  { name: 'define outside of a bundler', code: "export const schema = { define: { JWT_SECRET: string() } };" },
  { name: 'server code that signs', code: `${JWT}export const sign = (sub) => jwt.sign({ sub }, process.env.JWT_SECRET);`, filename: 'server/auth.js' },
  { name: 'server code in a folder called web', code: `${JWT}jwt.sign({ a: 1 }, 'fixture-secret');`, filename: 'web/auth.js' },
  { name: 'server component', code: `import React from 'react';\n${JWT}export default () => <p>{jwt.sign({ a: 1 }, 'fixture-secret')}</p>;`, filename: 'app/page.jsx' },
  { name: 'variable that is not inlined', code: `import React from 'react';\n${JWT}export const Login = () => <p>{jwt.sign({ a: 1 }, process.env.JWT_SECRET)}</p>;`, filename: 'src/Login.jsx' },
  { name: 'browser code that decodes', code: "import { jwtDecode } from 'jwt-decode';\nexport const name = () => jwtDecode(localStorage.getItem('token')).name;" },
  { name: 'browser code with a public key', code: "import { jwtVerify } from 'jose';\nlocalStorage.getItem('x');\nawait jwtVerify(token, publicKey, { algorithms: ['RS256'] });" },
  { name: 'name of the key in an admin page', code: "import { useState } from 'react';\nexport const fields = [{ key: 'jwt_secret', label: 'JWT secret' }];" },
  { name: 'empty file', code: '' },
];

// prettier-ignore
const invalid: readonly InvalidCase[] = [
  ...inSettings,
  ...inCode,
  { name: 'import.meta.env', code: 'export const secret = import.meta.env.VITE_JWT_SECRET;', found: ['prefix import.meta.env.VITE_JWT_SECRET'], message: 'starts with `VITE_`' },
  { name: 'reference as value', code: 'NEXT_PUBLIC_JWT_SECRET=${JWT_SECRET}\n', filename: '.env.production', found: ['prefix ${JWT_SECRET}'] },
  { name: 'env of Next', code: 'module.exports = { env: { JWT_SECRET: process.env.JWT_SECRET } };', filename: 'next.config.js', found: ['define JWT_SECRET'], severities: ['critical'] },
  { name: 'public runtime configuration of Next', code: 'module.exports = { publicRuntimeConfig: { jwtSecret: process.env.JWT_SECRET } };', filename: 'next.config.js', found: ['define jwtSecret'] },
  { name: 'public runtime configuration of Nuxt', code: 'export default defineNuxtConfig({ runtimeConfig: { public: { jwtSecret: process.env.JWT_SECRET } } });', filename: 'nuxt.config.ts', found: ['define jwtSecret'] },
  { name: 'extra of Expo', code: 'export default { expo: { extra: { jwtSecret: process.env.JWT_SECRET } } };', filename: 'app.config.js', found: ['define jwtSecret'] },
  { name: 'define of Vite', code: "export default defineConfig({ define: { 'process.env.JWT_SECRET': JSON.stringify(process.env.JWT_SECRET) } });", filename: 'vite.config.ts', found: ["define 'process.env.JWT_SECRET'"] },
  { name: 'define of Vite, through a helper', code: 'export default defineConfig({ define: envify({ JWT_SECRET: process.env.JWT_SECRET }) });', filename: 'vite.config.ts', found: ['define JWT_SECRET'] },
  { name: 'DefinePlugin', code: "module.exports = { plugins: [new webpack.DefinePlugin({ 'process.env.JWT_SECRET': '1' })] };", filename: 'webpack.config.js', found: ["define 'process.env.JWT_SECRET'"] },
  { name: 'EnvironmentPlugin', code: "module.exports = { plugins: [new EnvironmentPlugin(['NODE_ENV', 'JWT_SECRET'])] };", filename: 'webpack.config.js', found: ["define 'JWT_SECRET'"] },
  { name: 'signing in a component', code: `import React from 'react';\n${JWT}export const Login = () => <p>{jwt.sign({ a: 1 }, 'fixture-secret')}</p>;`, filename: 'src/Login.jsx', found: ["browser 'fixture-secret'"] },
  { name: 'verifying beside browser storage', code: `${JWT}jwt.verify(localStorage.getItem('token'), 'fixture-secret', { algorithms: ['HS256'] });`, found: ["browser 'fixture-secret'"] },
  { name: 'signing in a Vue component', code: `<script setup>\n${JWT}jwt.sign({ a: 1 }, 'fixture-secret');\n</script>\n`, filename: 'src/Login.vue', found: ["browser 'fixture-secret'"] },
];

describeRule('no-client-exposed-secret', valid, invalid);
