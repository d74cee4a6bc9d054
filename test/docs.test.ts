import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { libraries } from '../src/facts/javascript/libraries/index.ts';
import { Project } from '../src/project/project.ts';
import { ROOT } from './support/fixtures.ts';
import { problemsOf } from '../src/findings/problems.ts';

/** Pages show real code: every block that says `incorrect` has a finding of the page's rule, no `correct` one has. */
interface Example {
  readonly verdict: 'incorrect' | 'correct';
  readonly file: string;
  readonly code: string;
}

const FILES: Readonly<Record<string, string>> = { js: 'src/example.js', ts: 'src/example.ts', vue: 'src/Example.vue', sh: '.env', dotenv: '.env', ini: '.env', yaml: 'config/app.yaml', yml: 'config/app.yaml', json: 'config/app.json', jsonc: 'config/app.json' }; // prettier-ignore

function examplesOf(page: string): Example[] {
  const blocks = page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...blocks].flatMap((block): Example[] => {
    const [, language = '', code = ''] = block;
    const [, verdict, file] = /^\W*(incorrect|correct)(?:, file: ([^\s*>]+))?/.exec(code) ?? [];
    if (!verdict) return [];
    return [{ verdict: verdict as Example['verdict'], file: file ?? FILES[language] ?? 'example.txt', code }];
  });
}

function findings(id: string, { file, code }: Example): number {
  const project = new Project({
    root: path.join(ROOT, 'no-such-folder'),
    isCommitted: () => true,
    overlay: new Map([[file, Buffer.from(code)]]),
  });
  project.load(file);
  const rule = rules.find((candidate) => candidate.id === id)!;
  const linked = project.index().link(file);
  return linked ? problemsOf(rule, linked, {}).length : 0;
}

describe.each(rules.map(({ id }) => id))('docs/rules/%s.md', (id) => {
  const page = readFileSync(path.join(ROOT, `docs/rules/${id}.md`), 'utf8');
  const examples = examplesOf(page);

  it('shows failing and passing code', () => {
    expect(examples.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(['incorrect', 'correct']));
  });

  it.each(examples.map((example, i) => [i + 1, example.verdict, example] as const))(
    'example %i is %s',
    (_, __, example) => {
      const count = findings(id, example);
      if (example.verdict === 'incorrect') expect(count, example.code).toBeGreaterThan(0);
      else expect(count, example.code).toBe(0);
    },
  );
});

it('has no page without a rule', () => {
  const pages = readdirSync(path.join(ROOT, 'docs/rules')).map((name) => name.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual(rules.map(({ id }) => id).sort());
});

it('lists every library', () => {
  const page = readFileSync(path.join(ROOT, 'docs/libraries.md'), 'utf8');
  const missing = libraries.flatMap(({ name, entries }) =>
    [name, ...entries.map((entry) => entry.name)].filter((one) => !page.includes(`\`${one}\``)),
  );
  expect(missing).toEqual([]);
});
