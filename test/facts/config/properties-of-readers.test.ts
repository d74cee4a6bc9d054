import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectFacts } from '../../../src/facts/collect.ts';
import { readConfig, READERS } from '../../../src/facts/config/readers.ts';

/** A file of each format, and pieces that its syntax is made of. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  '.env': ['A', '=', '"', "'", '`', '#', '${', ':-', '}', 'export ', '\\', '\n', '\r\n', ' '],
  'a.json': ['{', '}', '[', ']', '"', "'", ':', ',', '\\', '\\u0041', '//', '/*', '*/', 'a', '1', '\n', '"key"', '"value"', '"A=b"'],
  'a.yml': ['a', ': ', '- ', '\n', '\n  ', '|', '>', '"', "'", '&x ', '*x', '<<: *x', '{', '}', '[', ']', ',', '#', '---\n', '!t ', '\t', '? ', 'name', 'value'],
  'docker-compose.yml': ['services:\n', '  a:\n', '    environment:\n', '      - A=b\n', '      A: ${B:-c}\n', '$$', '"', '\n', ' '],
  'k8s.yaml': ['apiVersion: v1\n', 'kind: Secret\n', 'data:\n', '  a: YQ==\n', '  .env: QT1iCg==\n', 'stringData:\n', '  c: |\n', '    A=b\n', '---\n', '\n'],
  '.github/workflows/a.yml': ['env:\n', '  A: b\n', 'jobs:\n', '  a:\n', '    run: |\n', '      A=b <<EOF\n', '      EOF\n', '${{', '}}', "'", '\n'],
  'a.toml': ['a', '=', '"', "'", '"""', "'''", '[', ']', '[[', ']]', '{', '}', ',', '.', '#', '\n', '\\', ' ', '1'],
  'a.properties': ['a', '=', ':', ' ', '\\', '\n', '\r\n', '#', '!', '\\u0041', '.', '${', '}', '#---\n'],
  'a.ini': ['[', ']', 'a', '=', ':', ';', '#', '"', "'", '\\', '\n', ' ', '.'],
  'setup.cfg': ['[a]\n', 'a', ' =', '\n', '    b', ' '],
  Dockerfile: ['FROM a\n', 'ENV ', 'ARG ', 'RUN ', 'A=b', ' ', '"', "'", '\\\n', '\\', '#', '<<EOF\n', 'EOF\n', '$', '\n', '# escape=`\n', '`'],
  'a.tf': ['a', '=', '{', '}', '[', ']', '(', ')', '"', '${', '}', ',', ':', '?', '<<EOT\n', 'EOT\n', '#', '//', '/*', '*/', '\n', 'default', 'coalesce(', ' ', '\\'],
  'a.sh': ['A=', 'b', ' ', '"', "'", "$'", '${', '$(', '}', ')', '\\', '#', ';', '&&', '|', '<<EOF', '\n', 'EOF\n', '--jwt-secret ', '-e ', 'echo ', '\\n', '-c '],
  'a.ps1': ['$env:A', ' = ', '"', "'", '`', '#', 'set ', 'A=b', '\n', '@{', '}', ';', 'Env:A -Value '],
  Makefile: ['A', ' := ', ' ?= ', '\t', 'a:', '$$', '\\\n', '#', '\n', '@', 'B=c ', '"'],
  Procfile: ['web: ', 'A=b ', '"', '\n', '#'],
  'a.service': ['Environment=', 'A=b', ' ', '"', "'", '\\\n', '\n', '[Service]\n', 'SetCredential=', 'a:b', '#'],
  'a.xml': ['<a>', '</a>', '<a ', 'key="b" ', 'value="c"', '/>', '>', '<', '&amp;', '&#65;', '<!--', '-->', '<![CDATA[', ']]>', '<key>', '</key>', '<string>', '</string>', '<dict>', '</dict>', 'x', '\n'],
  'chart/templates/a.yaml': ['a: ', '{{ .b }}', '{{- if c }}\n', '{{', '}}', '"', '| default "d" ', '| quote ', '{% e %}\n', '<%= f %>', '\n', '  ', '- ', '|\n'],
  'a.conf': ['a ', '= ', 'b', '"', '#', '\n', ': '],
  'kustomization.yaml': ['secretGenerator:\n', '  - literals:\n', '      - A=b\n', "      - 'A=\"b\"'\n", '    patch: |-\n', '      - op: add\n', '        path: /a/b\n', '        value: c\n', '\n'],
  '.shoprc': ['{', '}', '"a"', ': ', '"b"', '[a]\n', 'a', '=', '\n', '//', '#', ' '],
  'a.http': ['@a', ' = ', 'b', '\n', 'POST x\n', '"secret": "c"', '{{', '}}'],
}; // prettier-ignore

const formats = Object.entries(FORMATS);

test('every reader has a file here', () => {
  const readerOf = (path: string): number => READERS.findIndex(([matches]) => matches(path, ''));
  const tried = new Set(Object.keys(FORMATS).map(readerOf));
  expect([...tried].sort((a, b) => a - b)).toEqual([...READERS.keys()]);
});

/** Characters whose text may say something else than it shows. */
const SPECIAL = /[\\$%&'"`\r\n{}<>]/;

describe.each(formats)('%s', (path, pieces) => {
  const piece = fc.oneof(
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
  );

  test('never throws, hangs or leaves the text, and plain text is its own value', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const began = performance.now();
        const { entries } = readConfig(path, text) ?? { entries: [] };
        expect(performance.now() - began).toBeLessThan(2000);
        for (const { span, value, writtenAs } of entries) {
          expect(span[0] >= 0 && span[0] <= span[1] && span[1] <= text.length).toBe(true);
          const written = text.slice(...span);
          if (writtenAs === 'plain' && value !== '' && !SPECIAL.test(written))
            expect(written.trim()).toBe(value.trim());
        }
      }),
      { numRuns: 400 },
    );
  });

  test('text that is cut anywhere still reads', () => {
    const whole = pieces.join('').repeat(3);
    for (let end = 0; end <= whole.length; end++)
      expect(() => readConfig(path, whole.slice(0, end))).not.toThrow();
  });
});

/** Ways to write a value, and what the format cannot hold. */
interface Writer {
  readonly title: string;
  readonly path: string;
  readonly write: (value: string) => string;
  /** Text around the value in the file. */
  readonly wrap: (written: string) => string;
  readonly holds?: (value: string) => boolean;
}

const hex = (value: string): string =>
  Array.from(value.split(''), (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const json = (value: string): string => JSON.stringify(value).slice(1, -1);
const oneLine = (value: string): boolean => !/[\r\n]/.test(value);
const isTrimmed = (value: string): boolean => value.trim() === value && value !== '';

const WRITERS: readonly Writer[] = [
  { title: 'JSON', path: 'a.json', write: json, wrap: (text) => `{"b": 1, "jwtSecret": "${text}"}` },
  { title: 'JSON, every character escaped', path: 'a.json', write: hex, wrap: (text) => `{"jwtSecret": "${text}"}` },
  { title: 'YAML, double quotes', path: 'a.yml', write: json, wrap: (text) => `a: b\njwtSecret: "${text}"\n`, holds: (value) => !/[\u2028\u2029\uFEFF\uD800-\uDFFF\x7f-\x9f]/.test(value) },
  { title: 'YAML, single quotes', path: 'a.yml', write: (value) => value.replaceAll("'", "''"), wrap: (text) => `jwtSecret: '${text}'\r\n`, holds: (value) => oneLine(value) && !/[^\x20-\x7e]/.test(value) && isTrimmed(value) },
  { title: 'Kubernetes', path: 's.yaml', write: (value) => Buffer.from(value).toString('base64'), wrap: (text) => `apiVersion: v1\nkind: Secret\ndata:\n  jwtSecret: ${text}\n`, holds: (value) => isTrimmed(value) && !/[^\P{Cc}\t]|[\uD800-\uDFFF\uFEFF]/u.test(value) && value.length > 3 },
  { title: 'TOML', path: 'a.toml', write: (value) => json(value).replaceAll('\x7f', '\\u007f'), wrap: (text) => `[a]\njwtSecret = "${text}" # b\n`, holds: (value) => !/[\uD800-\uDFFF]/.test(value) },
  { title: 'TOML, literal', path: 'a.toml', write: (value) => value, wrap: (text) => `a.jwtSecret = '${text}'`, holds: (value) => !/[^\x20-\x7e]|'/.test(value) },
  { title: 'properties', path: 'a.properties', write: (value) => value.replace(/[\\=:#! ]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r'), wrap: (text) => `a=b\njwt.secret=${text}\nc=d`, holds: (value) => isTrimmed(value) && !/[\t\f\v\0\u0085\u00a0\u2028\u2029\uFEFF]/.test(value) },
  { title: 'shell, single quotes', path: 'a.sh', write: (value) => value, wrap: (text) => `export JWT_SECRET='${text}'; B=c`, holds: (value) => !value.includes("'") },
  { title: 'shell, double quotes', path: 'a.sh', write: (value) => value.replace(/[\\"$`]/g, '\\$&'), wrap: (text) => `JWT_SECRET="${text}" node .`, holds: (value) => value !== '' },
  { title: 'Dockerfile', path: 'Dockerfile', write: (value) => value.replace(/["\\]/g, '\\$&'), wrap: (text) => `FROM a\nENV B=c JWT_SECRET="${text}"\n`, holds: (value) => !/[^\x20-\x7e]|[$\\"']/.test(value) && isTrimmed(value) },
  { title: 'Terraform', path: 'a.tf', write: (value) => json(value).replaceAll('${', '$${').replaceAll('%{', '%%{'), wrap: (text) => `a {\n jwt_secret = "${text}"\n}`, holds: (value) => !/[$%]|\\[bf]/.test(json(value)) },
  { title: 'XML', path: 'a.xml', write: (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), wrap: (text) => `<a><jwtSecret>${text}</jwtSecret></a>`, holds: isTrimmed },
  { title: 'XML attribute', path: 'a.xml', write: (value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'), wrap: (text) => `<add key="jwtSecret" value="${text}"/>` },
  { title: 'dotenv, single quotes', path: '.env', write: (value) => value, wrap: (text) => `A=b\nJWT_SECRET='${text}'\nC=d`, holds: (value) => !/['\\]/.test(value) },
  { title: 'JSON5, single quotes', path: 'a.json5', write: (value) => value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r'), wrap: (text) => `{jwtSecret: '${text}',}` },
  { title: 'JSON in JSON', path: 'a.json', write: (value) => json(json(value)), wrap: (text) => `{"body": "{\\"jwtSecret\\": \\"${text}\\"}"}`, holds: (value) => !/[\u2028\u2029\uD800-\uDFFF\x7f-\x9f]/.test(value) },
  { title: 'YAML, literal block', path: 'a.yml', write: (value) => value, wrap: (text) => `a: b\njwtSecret: |-\n  ${text}\nc: d\n`, holds: (value) => oneLine(value) && isTrimmed(value) && !/[^\x20-\x7e]/.test(value) },
  { title: 'INI, double quotes', path: 'a.ini', write: (value) => value.replace(/[\\"]/g, '\\$&'), wrap: (text) => `[a]\njwt_secret = "${text}" ; b`, holds: (value) => oneLine(value) && isTrimmed(value) && !/[\u0085\u2028\u2029]/.test(value) },
  { title: 'PowerShell, single quotes', path: 'a.ps1', write: (value) => value.replaceAll("'", "''"), wrap: (text) => `$env:JWT_SECRET = '${text}'\n`, holds: oneLine },
  { title: 'Makefile', path: 'Makefile', write: (value) => value.replaceAll('$', '$$$$'), wrap: (text) => `A := b\nJWT_SECRET := ${text}\n`, holds: (value) => isTrimmed(value) && !/[#\\"'`]|[^\x20-\x7e]/.test(value) },
  { title: 'Procfile', path: 'Procfile', write: (value) => value, wrap: (text) => `web: JWT_SECRET='${text}' node .\n`, holds: (value) => oneLine(value) && !/['\u0085\u2028\u2029]/.test(value) },
  { title: 'property list', path: 'a.plist', write: (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), wrap: (text) => `<plist><dict><key>jwtSecret</key><string>${text}</string></dict></plist>`, holds: isTrimmed },
  { title: 'systemd', path: 'a.service', write: (value) => value, wrap: (text) => `[Service]\nEnvironment="JWT_SECRET=${text}"`, holds: (value) => !/["\\$`\r\n]/.test(value) && isTrimmed(value) },
]; // prettier-ignore

describe('what is written is read', () => {
  const value = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...'ab "\'\\#=:$%{}&<>\n\r\t`;!'), maxLength: 12 }),
  );

  test.each(WRITERS.map((writer) => [writer.title, writer] as const))(
    '%s',
    (_, { path, write, wrap, holds = () => true }) => {
      let tried = 0;
      fc.assert(
        fc.property(value, (wanted) => {
          // references with defaults are read as their defaults
          if (!holds(wanted) || /^\s*[$%{<]/.test(wanted) || wanted.length === 0) return;
          tried++;
          const written = write(wanted);
          const text = wrap(written);
          const found = readConfig(path, text)?.entries.find(({ keyPath }) =>
            /^(?:jwt_?secret|secret)$/i.test(keyPath.at(-1) ?? ''),
          );
          expect(found?.value).toBe(wanted);
          expect(text.slice(...(found?.span ?? [0, 0]))).toBe(written);
        }),
        { numRuns: 600 },
      );
      expect(tried).toBeGreaterThan(60);
    },
  );
});

/** Other languages, and pieces that their literals are made of. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  'a.py': ['import jwt\n', 'JWT = {', "'SIGNING_KEY': ", '"""', "'''", 'jwt.encode(a, ', 'key=', 'os.getenv("JWT_SECRET", '],
  'a.php': ['<?php\n', '$jwt_secret = ', '<<<EOT\n', "<<<'EOT'\n", 'EOT;\n', "'jwt' => [", 'new Key('],
  'a.rb': ["require 'jwt'\n", 'JWT_SECRET = ', '<<~EOS\n', 'EOS\n', '%q(', '#{', "ENV['JWT_SECRET'] ||= "],
  'a.go': ['package a\n', 'jwtSecret := ', '`', '[]byte(', 'JWTSecret string `env:"JWT_SECRET" envDefault:"', 'JWT: Config{Key: '],
  'A.kt': ['class A\n', 'val jwtSecret = ', '"""', '$', '${', '"jwt.secret" to '],
  'A.cs': ['using System;\n', 'JwtSecret { get; set; } = ', '@"', '$"', '""', '"Jwt:Key", ', '["Jwt:Key"] ?? '],
  'a.rs': ['use a;\n', 'const JWT_SECRET: &str = ', 'r#"', '"#', 'b"', 'from_secret(', 'fn jwt_secret() -> String { '],
  'a.adoc': ['[source,yaml]\n', '----\n', '|===\n', '|JWT_SECRET ', '|Default\n', 'jwt:\n', '  secret: a <1>\n'],
  'a.html': ['<pre><code class="language-yaml">', '</code></pre>', '<input name="jwtSecret" ', 'value="a">', '<tr><td>', '</td></tr>'],
}; // prettier-ignore

describe.each(Object.entries(LANGUAGES))('%s', (path, pieces) => {
  test('never throws, hangs or leaves the text, and plain text is its own value', () => {
    const piece = fc.oneof(
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      { weight: 6, arbitrary: fc.constantFrom(...pieces, '"', "'", '\n', ' ', ')', ']', '}', ',', '\\', 'made-up') },
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const began = performance.now();
        const { entries } = collectFacts(path, text, () => null).facts;
        expect(performance.now() - began).toBeLessThan(2000);
        for (const { span, value } of entries) {
          expect(span[0] >= 0 && span[0] <= span[1] && span[1] <= text.length).toBe(true);
          const written = text.slice(...span);
          if (!SPECIAL.test(written)) expect(written.trim()).toBe(value.trim());
        }
      }),
      { numRuns: 400 },
    );
  });
});
