import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { FileContext, Span } from '../../src/facts/model.ts';
import { toFindings } from '../../src/findings/finding.ts';
import { Fingerprints } from '../../src/findings/fingerprint.ts';
import type { Finding, Problem, Severity } from '../../src/findings/model.ts';
import type { Rule } from '../../src/findings/rule.ts';
import { SecretIds } from '../../src/findings/secret-ids.ts';
import { byPlace } from '../../src/findings/sort.ts';
import type { LinkedFile, Secret } from '../../src/project/model.ts';

const VALUE = 'made-up-fixture-secret';

const RULE: Rule = {
  ...rules[0]!,
  id: 'a-rule',
  meta: { ...rules[0]!.meta, cwe: ['CWE-1'], messages: { bad: '{{name}} is bad', bare: 'bare' } },
};

interface Setup {
  readonly text: string;
  readonly name?: string | null;
  readonly context?: FileContext;
  readonly path?: string;
  readonly value?: string;
  readonly show?: boolean;
  readonly severity?: Severity;
  readonly parts?: Partial<Problem>;
}

/** Findings on every place of the value in a text. */
function find({ text, name = null, value = VALUE, ...setup }: Setup): Finding[] {
  const spans = [...text.matchAll(new RegExp(value, 'g'))].map(({ index }): Span => [
    index,
    index + value.length,
  ]);
  const file = {
    path: setup.path ?? 'a.ts',
    context: setup.context ?? 'source',
    environment: 'staging',
    secrets: spans.map((span) => ({ span, name, value }) as Secret),
    tokens: [],
    privateKeys: [],
  } as unknown as LinkedFile;
  const problems = spans.map((span): Problem => ({
    messageId: 'bad',
    data: { name: 'it' },
    span,
    severity: 'high',
    confidence: 'high',
    secret: { value, bits: 10.4, kind: 'guessable' },
    ...setup.parts,
  }));
  const context = {
    file,
    text,
    textOf: (path: string) => (path === 'other.ts' ? 'x\ny' : null),
    ids: new SecretIds(),
    fingerprints: new Fingerprints(),
    showSecrets: setup.show ?? false,
  };
  return toFindings(problems.toReversed(), RULE, context, setup.severity);
}

function prints(setup: Setup): string[] {
  return find(setup).map(({ fingerprint }) => fingerprint);
}

describe('findings', () => {
  it('in the tests of a Rust module are low', () => {
    const text = `const A = "${VALUE}";\n#[cfg(test)]\nmod tests {\n    const B = "${VALUE}";\n}\n`;
    const found = find({ text, path: 'src/auth.rs' });
    expect(found.map(({ severity, context }) => [severity, context])).toEqual([
      ['high', 'source'],
      ['low', 'test'],
    ]);
  });

  it('have lines, message, mask and page', () => {
    expect(find({ text: `a\r\nb = '${VALUE}'` })[0]).toMatchObject({
      ruleId: 'a-rule',
      message: 'it is bad',
      line: 2,
      column: 6,
      endLine: 2,
      endColumn: 28,
      environment: 'staging',
      secret: { id: 's1', masked: 'ma…t (22)', bits: 10, kind: 'guessable' },
      cwe: ['CWE-1'],
      url: expect.stringMatching(/\/rules\/a-rule\.md$/),
    });
  });

  it('come in the order of the text, whatever the order of the rule', () => {
    expect(find({ text: `${VALUE}\n${VALUE}` }).map(({ line }) => line)).toEqual([1, 2]);
  });

  it('are low in tests, whatever the user chose', () => {
    expect(find({ text: VALUE, context: 'test', severity: 'critical' })[0]?.severity).toBe('low');
    expect(find({ text: VALUE, severity: 'critical' })[0]?.severity).toBe('critical');
  });

  it('say that there is no environment where the rule says so', () => {
    expect(find({ text: VALUE, parts: { environment: null } })[0]?.environment).toBeNull();
  });

  it('never hold the value, whatever a rule puts into its texts', () => {
    const slipped: Partial<Problem> = {
      data: { name: `"${VALUE}"` },
      related: [{ span: [0, 1], message: VALUE }],
      flow: [
        { span: [0, 1], message: VALUE },
        { path: 'other.ts', span: [2, 3], message: VALUE },
      ],
    };
    expect(JSON.stringify(find({ text: VALUE, parts: slipped }))).not.toContain(VALUE);
    expect(find({ text: VALUE, show: true })[0]?.secret?.masked).toBe(VALUE);
  });

  it('place related places by the text of their own file, and drop what cannot be read', () => {
    const related = [
      { path: 'other.ts', span: [2, 3] as Span, message: 'm' },
      { path: 'gone.ts', span: [0, 1] as Span, message: 'm' },
    ];
    expect(find({ text: VALUE, parts: { related } })[0]?.related).toEqual([
      { path: 'other.ts', line: 2, column: 1, message: 'm' },
    ]);
  });
});

describe('fingerprints', () => {
  const text = `const key = '${VALUE}';`;

  it('survive moved lines, other line ends and indentation', () => {
    expect(prints({ text: `\n\n// more\n  ${text}\r\n` })).toEqual(prints({ text }));
  });

  it('survive an edit beside a named value', () => {
    const name = 'JWT_SECRET';
    expect(prints({ text: `JWT_SECRET=${VALUE} # new`, name })).toEqual(
      prints({ text: `JWT_SECRET=${VALUE}`, name }),
    );
  });

  it('are 32 hex characters, and differ by path, name and place', () => {
    const all = [
      ...prints({ text: `${text}\n${text}` }),
      ...prints({ text, path: 'b.ts' }),
      ...prints({ text, name: 'JWT_SECRET' }),
    ];
    expect(new Set(all).size).toBe(4);
    for (const print of all) expect(print).toMatch(/^[\da-f]{32}$/);
  });

  it('change with the value, as far as its mask shows', () => {
    const value = 'other-made-up-value';
    expect(prints({ text: text.replace(VALUE, value), value })).not.toEqual(prints({ text }));
  });

  it('hold nothing of the value: values with the same mask have the same fingerprint', () => {
    const value = 'malt-upon-fixture-bort';
    expect(prints({ text: text.replace(VALUE, value), value })).toEqual(prints({ text }));
  });

  it('hold nothing of other values on the line', () => {
    const parts: Partial<Problem> = { messageId: 'bare' };
    const [one, two] = ['hunter2', 'hunter3'].map((password) =>
      prints({ text: `f('${VALUE}', { password: "${password}" })`, parts }),
    );
    expect(one).toEqual(two);
  });

  it('do not depend on secrets elsewhere in the file', () => {
    const call = 'jwt.verify(token, key)';
    const only = (source: string): string[] => {
      const at = source.indexOf(call);
      const { secret: _, ...bare } = { secret: undefined, span: [at, at + 10] as Span };
      return find({ text: source, parts: { ...bare, secret: undefined as never } })
        .slice(0, 1)
        .map(({ fingerprint }) => fingerprint);
    };
    expect(only(`${text}\n${call}`)).toEqual(only(`${text}\n${text}\n${call}`));
  });

  it('do not read a generated line as a whole', () => {
    const long = `${'x'.repeat(5_000)} '${VALUE}' ${'y'.repeat(5_000)}`;
    expect(prints({ text: long })).toEqual(prints({ text: `z${long}` }));
  });
});

describe('order', () => {
  it('is by path, line, column, rule', () => {
    const [one] = find({ text: VALUE });
    const place = (path: string, line: number, column: number, ruleId: string): Finding => ({
      ...one!,
      path,
      line,
      column,
      ruleId,
    });
    const sorted = [
      place('B', 9, 1, 'a'),
      place('a', 2, 1, 'b'),
      place('a', 10, 1, 'a'),
      place('a', 10, 2, 'a'),
      place('a', 10, 2, 'b'),
    ];
    expect(sorted.toReversed().sort(byPlace)).toEqual(sorted);
  });
});
