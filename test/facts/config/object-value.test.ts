import { expect, it } from 'vitest';
import { collectFacts } from '../../../src/facts/collect.ts';

const found = (file: string, text: string): readonly string[] => {
  const { entries } = collectFacts(file, text, () => null).facts;
  return entries
    .filter(({ keyPath, value }) => keyPath.includes('APP_JWT_SECRET') && value !== '')
    .map(({ keyPath, value, span }) => `${keyPath.at(-1)}=${value} ${text.slice(...span)}`);
};
const OBJECT = '{"type":"HS256","key":"made-up"}';
const OWN = 'APP_JWT_SECRET=made-up made-up';

it.each([
  ['.env', `APP_JWT_SECRET=${OBJECT}\n`],
  ['.env', `APP_JWT_SECRET='${OBJECT}'\n`],
  [
    'docker-compose.yml',
    `services:\n  a:\n    image: a\n    environment:\n      - APP_JWT_SECRET=${OBJECT}\n`,
  ],
  ['Dockerfile', `FROM a\nENV APP_JWT_SECRET='${OBJECT}'\n`],
  ['run.sh', `export APP_JWT_SECRET='${OBJECT}'\n`],
  ['main.tf', `locals {\n  APP_JWT_SECRET = "${OBJECT.replaceAll('"', '\\"')}"\n}\n`],
  ['README.md', `\`\`\`sh\nexport APP_JWT_SECRET='${OBJECT}'\n\`\`\`\n`],
  ['.env', `APP_JWT_SECRET={"secret": "made-up"}\n`],
] as const)('the secret takes the place of the object in %s: %s', (file, text) => {
  expect(found(file, text)).toEqual([OWN]);
});

it.each([
  ['.env', 'APP_JWT_SECRET={}\n'],
  ['.env', 'APP_JWT_SECRET={"jwk_url":"https://keys.example.test","audience":"made-up"}\n'],
] as const)('an object without a secret is none in %s: %s', (file, text) => {
  expect(found(file, text)).toEqual([]);
});

it.each([
  ['.env', 'APP_JWT_SECRET={made-up}\n', 'APP_JWT_SECRET={made-up} {made-up}'],
  [
    '.env',
    `APP_JWT_SECRET='{"kty":"oct","k":"bWFkZS11cA"}'\n`,
    'APP_JWT_SECRET={"kty":"oct","k":"bWFkZS11cA"} {"kty":"oct","k":"bWFkZS11cA"}',
  ],
] as const)('what is no such object stays in %s: %s', (file, text, entry) => {
  expect(found(file, text)).toContain(entry);
});
