import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { ADVICE, stepsFor } from '../../src/reports/advice.ts';
import { formatPretty } from '../../src/reports/pretty.ts';
import { finding, LOOK, report } from './report.ts';

const other = { id: 's2', masked: 'ot…r (9)', bits: 12, kind: 'guessable' } as const;

describe('pretty', () => {
  it('cannot be steered by names of files, messages or values', () => {
    const hostile = 'a\u001B[2J\n\u202Eb';
    const masked = { id: 's1', masked: hostile, bits: 1, kind: 'known' } as const;
    const related = [{ path: hostile, line: 1, column: 1, message: hostile }];
    const text = formatPretty(
      report([finding({ path: hostile, message: hostile, environment: hostile, secret: masked, related })], {
        errors: [{ path: hostile, message: hostile }],
      }),
      LOOK,
    );
    expect(text).not.toContain('\u001B');
    expect(text).not.toContain('\u202E');
    expect(text).toContain('a\\u{1b}[2J\\u{a}\\u{202e}b:3:12');
  });

  it('groups by secret, and by rule where there is none', () => {
    const { secret: _, ...bare } = finding({
      ruleId: 'require-algorithms',
      messageId: 'missing',
      message: 'm',
    });
    const text = formatPretty(
      report([
        finding(),
        finding({ path: 'b.ts', secret: other }),
        finding({ path: 'c.ts' }),
        bare,
        { ...bare, path: 'd.ts' },
      ]),
      LOOK,
    );
    expect(text.match(/^HIGH /gm)).toHaveLength(3);
    expect(text).toContain('JWT secret ma…p (7), guessable, about 9 bits, in 2 places');
    expect(text).toContain('HIGH Verification without pinned algorithms');
  });

  it('puts the gravest first', () => {
    const text = formatPretty(
      report([finding({ severity: 'low' }), finding({ severity: 'critical', secret: other })]),
      LOOK,
    );
    expect(text.indexOf('ot…r')).toBeLessThan(text.indexOf('ma…p'));
    expect(text.startsWith('CRITICAL')).toBe(true);
  });

  it('says the same problems of neighbours once', () => {
    const text = formatPretty(report([finding({ path: 'a.env' }), finding({ path: 'b.env' })]), LOOK);
    expect(text).toContain(
      '    a.env:3:12\n    b.env:3:12\n      `JWT_SECRET` can be guessed. (no-weak-secret)\n',
    );
  });

  it('says what to do, step by step, with the algorithm that the message names', () => {
    const text = formatPretty(
      report([finding(), finding({ ruleId: 'no-committed-secret', message: 'm' })]),
      LOOK,
    );
    expect(text).toMatch(
      / {2}fix: Rotate the secret.*\n {7}Replace it .*: npx jwt-secrets generate --alg HS512/,
    );
    expect(text.match(/npx jwt-secrets/g)).toHaveLength(1);
  });

  it('does not break a command', () => {
    const text = formatPretty(report([finding()]), { ...LOOK, width: 40 });
    expect(text).toMatch(/^ *npx jwt-secrets generate --alg HS512$/m);
    const lines = text.split('\n').filter((line) => !line.includes('npx') && !line.includes('JWT secret'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  it('counts what it does not list', () => {
    const many = Array.from({ length: 20 }, (_, i) => finding({ line: i + 1 }));
    const errors = Array.from({ length: 15 }, (_, i) => ({ path: `${i}.js`, message: 'broken' }));
    const text = formatPretty(report(many, { errors }), LOOK);
    expect(text).toContain('and 8 more places');
    expect(text).toContain('and 3 more: --format json lists them all');
  });

  it('counts what is below --min-severity', () => {
    const text = formatPretty(report([finding({ severity: 'low' })]), { ...LOOK, minSeverity: 'medium' });
    expect(text).toContain('1 below medium: --min-severity low shows it');
    expect(text).not.toContain('.env');
  });

  it('lists related places that are not listed already', () => {
    const related = [
      { path: '.env', line: 3, column: 1, message: 'here' },
      { path: 'x.ts', line: 9, column: 2, message: 'elsewhere' },
    ];
    const text = formatPretty(report([finding({ related })]), LOOK);
    expect(text).toContain('-> x.ts:9:2 elsewhere');
    expect(text).not.toContain('here\n      -> .env');
  });

  it('has colours only when asked', () => {
    expect(formatPretty(report([finding()]), LOOK)).not.toContain('\u001B[');
    expect(formatPretty(report([finding()]), { ...LOOK, color: true })).toContain('\u001B[');
  });

  it('says that nothing was found', () => {
    expect(formatPretty(report([]), LOOK)).toBe('No findings in 2 files, 1.2 s\n');
  });
});

describe('advice', () => {
  it('is there for every rule, and for no other', () => {
    expect(Object.keys(ADVICE).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('is plain ASCII and leaves no placeholder', () => {
    for (const { title, why } of Object.values(ADVICE)) expect(title + why).toMatch(/^[\x20-\x7E]+$/);
    for (const step of stepsFor(Object.keys(ADVICE))) expect(step).not.toContain('{{');
  });
});
