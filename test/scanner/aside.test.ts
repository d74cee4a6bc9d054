import { afterAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/scanner/scan.ts';
import { makeToken } from '../jwt/helpers.ts';
import { Scratch } from '../support/scratch.ts';

/** Nobody's secret. */
const SECRET = 'made-up-for-aside-files-4711';
const JWT = `import jwt from 'jsonwebtoken';\n`;

const scratches: Scratch[] = [];
afterAll(() => {
  for (const scratch of scratches) scratch.remove();
});

async function pathsFound(files: Readonly<Record<string, string>>): Promise<string[]> {
  const scratch = new Scratch();
  scratches.push(scratch);
  scratch.write(files);
  const { findings } = await scan({ root: scratch.root });
  return [...new Set(findings.map(({ path }) => path))];
}

/** Files that the look before parsing keeps aside, and that the rest of the project brings back. */
describe('what says nothing by itself is still found', () => {
  it.each([
    [
      'by the path of a setting that code imports',
      'config.json',
      `{ "app": { "title": "tokens", "key": "${SECRET}" } }`,
      { 'auth.ts': `${JWT}import config from './config.json';\njwt.sign({}, config.app.key);` },
    ],
    [
      'by the name of a setting with a word for secrets',
      'deploy/values.yaml',
      `# tokens\napp:\n  clientSecret: ${SECRET}\n`,
      { 'auth.ts': `${JWT}jwt.sign({}, process.env.clientSecret);` },
    ],
    [
      'by the name of a setting without one',
      'deploy/values.yaml',
      `app:\n  appThing: ${SECRET}\n`,
      { 'auth.ts': `${JWT}jwt.sign({}, process.env.appThing);` },
    ],
    [
      'by a token that it signs, in code',
      'boot.js',
      `// a token\nboot('${SECRET}');`,
      { 'a.http': `GET /\nAuthorization: Bearer ${makeToken({ a: 1 }, SECRET)}\n` },
    ],
    [
      'by a token that it signs, in configuration',
      'deploy/values.yaml',
      `# tokens\nx: ${SECRET}\n`,
      { 'a.http': `GET /\nAuthorization: Bearer ${makeToken({ a: 1 }, SECRET)}\n` },
    ],
    [
      'by a call of what another module exports',
      'caller.ts',
      `import { make } from './make';\n// a token\nmake('${SECRET}');`,
      { 'make.ts': `${JWT}export function make(key) { return jwt.sign({}, key); }` },
    ],
  ])('%s', async (_, path, text, others) => {
    expect(await pathsFound({ [path]: text, ...others })).toContain(path);
    expect(await pathsFound({ [path]: text })).not.toContain(path);
  });
});
