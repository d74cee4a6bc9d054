const MILLION = 1_000_000;
const times = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));
const bomb = (levels: number): string =>
  ['jwtSecret: x', 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]', ...Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`)].join('\n'); // prettier-ignore

/** The file, the text, and what has to be said about it; null where all of it is read. */
export type HostileText = readonly [title: string, file: string, text: () => string, error: RegExp | null];

/** Texts that were made to hurt. */
export const HOSTILE: readonly HostileText[] = [
  ['alias bomb', 'a.yml', () => bomb(12), null],
  ['alias bomb of a megabyte', 'a.yml', () => bomb(20_000).slice(0, MILLION), /nodes/],
  ['one alias 300,000 times', 'a.yml', () => `a: &a {s: x}\nb: [${times('*a,', 900_000)}]`, /settings/],
  ['a large map merged 5,000 times', 'a.yml', () => `a: &a {${Array.from({ length: 2000 }, (_, i) => `k${i}: v`).join(', ')}}\n${times('b:\n  <<: *a\n', 60_000)}`, /settings/],
  ['JSON of 50 MB', 'a.json', () => `{"jwt": [${times('{"secret":"abcdefgh"},', 50 * MILLION)}]}`, /million/],
  ['one JSON string of 50 MB', 'a.json', () => `{"jwtSecret": "${times('x', 50 * MILLION)}"}`, /million/],
  ['quotes of JSON5', 'a.json', () => `{"jwt": [${times("''", 5 * MILLION)}`, null],
  ['quotes of JSON5, one a word', 'a.json', () => `{"jwt": [${times("'a'b ", 5 * MILLION)}`, /settings/],
  ['10,000 levels of JSON', 'a.json', () => `{"jwtSecret": ${times('[{"a":', 60_000)}`, /deep/],
  ['10,000 levels of YAML', 'a.yml', () => `jwtSecret: x\njwt: ${times('[', 10_000)}`, /plain text/],
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
  ['tokens', 'a.txt', () => times('eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlc2lnbmF0dXJl ', 20 * MILLION), /tokens/],
  ['keys', 'a.txt', () => times('{"kty":"oct","k":"bWFkZS11cC1zZWNyZXQtdmFsdWU"}\n', 20 * MILLION), /keys/],
  ['heads of keys', 'a.txt', () => times('-----BEGIN PRIVATE KEY-----\n', 20 * MILLION), /million/],
  ['brackets around names', 'a.py', () => `import jwt\n${times('{"secret": [', 5 * MILLION)}`, null],
  ['here-documents of PHP', 'a.php', () => `<?php\n${times('$jwt_secret = <<<EOT\n', 5 * MILLION)}`, null],
  ['templates', 'a.yaml', () => times('jwtSecret: {{ .Values.x | default "y" }}\n', 8 * MILLION), /million/],
  ['templates of a megabyte', 'a.yaml', () => `jwtSecret: x\n${times('a: {{ b }}\n', MILLION - 20)}`, /settings|nodes/],
  ['lines of templates', 'a.yaml', () => times('{{ a }}\n', MILLION - 20), null],
  ['templates that never close', 'a.yaml', () => times('a: {{ jwt\n', MILLION - 20), null],
  ['JSON in JSON', 'a.json', () => `{"jwt": ${Array.from({ length: 12 }).reduce<string>((inner) => JSON.stringify(`{"a": ${inner}}`), '"x"')}}`, null],
  ['tables of AsciiDoc', 'a.adoc', () => `|===\n${times('|jwt secret|', 5 * MILLION)}\n`, null],
  ['arguments', 'a.json', () => `{"jwt": [${times('"--jwt-secret","a",', 5 * MILLION)}]}`, /settings/],
]; // prettier-ignore
