import { expect, test } from 'vitest';
import { isLookUpKey } from '../../src/facts/repeated-names.ts';

test.each([
  ['JWT_ACCOUNT_KEY', 'acct'],
  ['JWT_TENANT_KEY', 'tenant_id'],
  ['jwtTransKey', 'jwtTransition'],
  ['authorizationKey', 'Authorization'],
  ['refreshTokenKey', 'refresh-token'],
])('%s = %s is the key of something else', (name, value) => {
  expect(isLookUpKey(value, [name])).toBe(true);
});

test.each([
  ['JWT_ACCOUNT_KEY', 'p7Vw0kQ2ZsXy9LrT4mHdJ8'],
  ['JWT_ACCOUNT_KEY', 'our-secret-phrase'],
  ['JWT_ACCOUNT_KEY', 'passphrase'],
  ['JWT_ACCOUNT_KEY', 'changeme'],
  ['JWT_ACCOUNT_SECRET', 'acct'],
  ['secret_key', 'secret'],
  ['signingKey', 'signing'],
  ['JWT_KEY', 'tomato'],
  ['jwtSigningKey', 'tomato'],
  ['JWT_SECRET_KEY', 'tomato'],
  ['JWT_ACCESS_KEY', 'tomato'],
  ['key', 'jwt'],
  ['JWT_ACCOUNT_KEY', ''],
])('%s = %s may be a secret', (name, value) => {
  expect(isLookUpKey(value, [name])).toBe(false);
});
