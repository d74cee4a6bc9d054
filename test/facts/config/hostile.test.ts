import { describe, expect, it } from 'vitest';
import { collectFacts } from '../../../src/facts/collect.ts';

const MILLION = 1_000_000;
const times = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));
const bomb = (levels: number): string =>
  ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]', ...Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`)].join('\n'); // prettier-ignore

/** Texts that were made to hurt: the file, the text, and what has to be said about it; null where all of it is read. */
const HOSTILE: readonly (readonly [title: string, file: string, text: () => string, error: RegExp | null])[] = [
  ['alias bomb', 'a.yml', () => bomb(12), null],
  ['alias bomb of a megabyte', 'a.yml', () => bomb(20_000).slice(0, MILLION), /nodes/],
  ['one alias 300,000 times', 'a.yml', () => `a: &a {s: x}\nb: [${times('*a,', 900_000)}]`, /settings/],
  ['a large map merged 5,000 times', 'a.yml', () => `a: &a {${Array.from({ length: 2000 }, (_, i) => `k${i}: v`).join(', ')}}\n${times('b:\n  <<: *a\n', 60_000)}`, /settings/],
  ['JSON of 50 MB', 'a.json', () => `{"jwt": [${times('{"secret":"abcdefgh"},', 50 * MILLION)}]}`, /million/],
  ['one JSON string of 50 MB', 'a.json', () => `{"jwtSecret": "${times('x', 50 * MILLION)}"}`, /million/],
  ['quotes of JSON5', 'a.json', () => `{"jwt": [${times("''", 5 * MILLION)}`, null],
  ['quotes of JSON5, one a word', 'a.json', () => `{"jwt": [${times("'a'b ", 5 * MILLION)}`, /settings/],
  ['10,000 levels of JSON', 'a.json', () => `{"jwtSecret": ${times('[{"a":', 60_000)}`, /deep/],
  ['10,000 levels of YAML', 'a.yml', () => `jwt: ${times('[', 10_000)}`, /plain text/],
  ['10,000 levels of TOML', 'a.toml', () => `jwt = ${times('[', 10_000)}`, /plain text/],
  ['10,000 levels of Terraform', 'a.tf', () => `jwt = ${times('[', 10_000)}`, /deep/],
  ['10,000 levels of XML', 'a.xml', () => `<jwt>${times('<a>', 30_000)}`, /deep/],
  ['one line of 100 MB of text', 'a.txt', () => times('jwt secret ', 100 * MILLION), /million/],
  ['one line of 100 MB of variables', '.env', () => `JWT_SECRET=${times('x', 100 * MILLION)}`, /million/],
  ['quotes that never close', '.env', () => times('JWT="\n', 5 * MILLION), /settings/],
  ['quotes of a script', 'a.sh', () => times("A='\n", 5 * MILLION), /settings/],
  ['brackets of a script', 'a.sh', () => times('A=${', 5 * MILLION), null],
  ['here-documents', 'a.sh', () => times('cat <<EOF\n', 5 * MILLION), null],
  ['here-documents of many names', 'a.sh', () => Array.from({ length: 100_000 }, (_, i) => `cat <<E${i}`).join('\n'), null],
  ['PowerShell', 'a.ps1', () => times('$env:JWT="', 5 * MILLION), /settings/],
  ['comments of XML', 'a.xml', () => times('<!--', 5 * MILLION), null],
  ['attributes of XML', 'a.xml', () => times('<a b="jwt', 5 * MILLION), null],
  ['CDATA', 'a.xml', () => times('<a><![CDATA[', 5 * MILLION), /deep/],
  ['sections of INI', 'a.ini', () => times('[jwt', 5 * MILLION), null],
  ['continued lines', 'a.properties', () => `jwt=${times('x\\\n', 5 * MILLION)}`, null],
  ['a Dockerfile', 'Dockerfile', () => `FROM a\nENV JWT=${times('x ', 5 * MILLION)}`, /Dockerfile/],
  ['a Makefile', 'Makefile', () => times('JWT=\\\n', 5 * MILLION), null],
  ['interpolations of Terraform', 'a.tf', () => times('jwt="${', 5 * MILLION), null],
  ['rows of HTML', 'a.html', () => times('<table><tr><td>jwt secret', 5 * MILLION), null],
  ['fences of Markdown', 'a.md', () => times('```yaml\njwt: a\n', 5 * MILLION), null],
  ['tables of Markdown', 'a.md', () => times('| jwt secret | `a` ', 5 * MILLION), null],
  ['calls in Python', 'a.py', () => times('jwt.encode(a, b\n', 5 * MILLION), null],
  ['commands in JSON', 'a.json', () => `{"jwt": [${times(`"${times('A=b ', 16_000)}",`, 5 * MILLION)}]}`, null],
]; // prettier-ignore

describe('hostile texts', () => {
  it.each(HOSTILE)('%s', (_, file, text, error) => {
    const made = text();
    const began = performance.now();
    const { facts, errors } = collectFacts(file, made, () => null);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(facts.entries.length).toBeLessThan(200_000);
    if (error === null) expect(errors).toEqual([]);
    else expect(errors.join()).toMatch(error);
  });
});
