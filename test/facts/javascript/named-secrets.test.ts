import { describe, expect, it, test } from 'vitest';
import { collectFacts } from '../../../src/facts/collect.ts';
import { parseJavaScript } from '../../../src/project/parse-javascript.ts';

const factsOf = (text: string) => collectFacts('a.ts', text, parseJavaScript).facts;
const values = (text: string): string[] => factsOf(text).literals.map(({ value }) => value);
const variables = (text: string): string[] =>
  factsOf(text).entries.map(({ keyPath, value, span }) => {
    expect(text.slice(...span)).toBe(`'${value}'`);
    return `${keyPath.join('.')}=${value}`;
  });

describe('an object that is named by the argument before it', () => {
  it.each([
    "app.set('authentication', { secret: 'made-up' })",
    "new AuthenticationService(app, 'authentication', { entity: 'user', secret: 'made-up' })",
    "config.set('jwt', { issuer: 'x', key: { secret: 'made-up' } })",
    "app.set('jwt', { secret: 'made-up' } as Options)",
  ])('%s', (text) => expect(values(text)).toEqual(['made-up']));

  it.each([
    "app.set('session', { secret: 'made-up' })",
    "app.set('cookies', { secret: 'made-up' })",
    "post('/authentication', { secret: 'made-up' })",
    "app.set({ secret: 'made-up' }, 'authentication')",
    "app.set(authentication, { secret: 'made-up' })",
    "describe('authentication', () => ({ secret: 'made-up' }))",
  ])('not %s', (text) => expect(values(text)).toEqual([]));
});

describe('a secret beside what only tokens have', () => {
  it.each([
    "const a = { secret: 'made-up', algorithm: 'HS256' }",
    "const a = { algorithms: ['HS512'], secret: 'made-up' }",
    "f({ secret: 'made-up', expiresIn: '1d' })",
    "const auth = { type: 'jwt', secret: 'made-up' }",
    "expect(sign).toHaveBeenCalledWith({ secret: 'made-up', 'alg': 'HS384' })",
  ])('%s', (text) => expect(values(text)).toEqual(['made-up']));

  it('may repeat its name', () => {
    expect(values("const a = { secret: 'secret', algorithm: 'HS256' }")).toEqual(['secret']);
    expect(values("const a = { jwtSecret: 'jwtSecret' }")).toEqual([]);
  });

  it.each([
    "const a = { secret: 'made-up', algorithm: 'SHA1' }",
    "const a = { secret: 'made-up', algorithm: 'aes-256-cbc' }",
    "const a = { secret: 'made-up', maxAge: 60 }",
    "const a = { clientSecret: 'made-up', expiresIn: 60 }",
    "const a = { type: 'oauth2', secret: 'made-up' }",
    "const a = { b: { secret: 'made-up' }, algorithm: 'HS256' }",
  ])('not %s', (text) => expect(values(text)).toEqual([]));
});

describe('what something is called by', () => {
  it.each([
    "jwtSecretRow.key = 'jwtSecret'",
    "const jwt = { key: 'JWT', name: 'JSON Web Token' }",
    "const methods = { jwt: { key: 'jwt' } }",
  ])('%s', (text) => expect(values(text)).toEqual([]));

  it.each([
    ["jwtSecretRow.key = 'made-up'", 'made-up'],
    ["const jwt = { secret: 'jwt' }", 'jwt'],
  ])('not %s', (text, value) => expect(values(text)).toEqual([value]));
});

describe('the secret of an OAuth 1.0 token', () => {
  it.each([
    "const consumer_secret = 'x'; const auth_token_secret = 'made-up';",
    "sign({ consumerKey: 'x', accessTokenSecret: 'made-up' })",
  ])('%s', (text) => expect(values(text)).toEqual([]));

  it.each([
    "const clientKey = 'x'; const accessTokenSecret = 'made-up';",
    "const consumerKey = 'x'; const JWT_TOKEN_SECRET = 'made-up';",
  ])('not %s', (text) => expect(values(text)).toEqual(['made-up']));
});

test.each([
  ["process.env.JWT_SECRET = 'made-up'", ['JWT_SECRET=made-up']],
  ["process.env = { ...before, SECRET: 'made-up', B: 'x' }", ['SECRET=made-up', 'B=x']],
  ["process.env = { SECRET: 'made-up' } as NodeJS.ProcessEnv", ['SECRET=made-up']],
  ["Object.assign(process.env, { SECRET: 'made-up' })", ['SECRET=made-up']],
  ["vi.stubEnv('SECRET', 'made-up')", ['SECRET=made-up']],
  ["process.env = { SECRET: secret }", []],
  ["Object.assign(other, { SECRET: 'made-up' })", []],
  ["process.env = before", []],
])('%s', (text, found) => expect(variables(text)).toEqual(found)); // prettier-ignore
