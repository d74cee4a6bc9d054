import pc from 'picocolors';
import { maskSecret } from '../../findings/mask.ts';
import { wrap } from '../../reports/wrap.ts';
import type { FoundSecret, Inspection } from '../../scanner/inspect.ts';
import type { Arguments } from '../arguments.ts';
import { EXIT, UsageProblem } from '../exit-codes.ts';
import { Progress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';

/** Say what a token says, and try to guess its secret; exit 1 when that is found. */
export async function inspect(parsed: Arguments, terminal: Terminal): Promise<number> {
  const { values } = parsed;
  const words = await wordsOf((values['wordlist'] as string[] | undefined) ?? []);
  const token = await tokenOf(parsed, terminal);
  const inspection = await inspectWithProgress(token, words, values['quiet'] === true, terminal);
  if (inspection === null)
    throw new UsageProblem(
      'not a JSON Web Token: header and claims must decode to JSON objects, with an `alg`',
    );
  const showSecrets = values['show-secrets'] === true;
  terminal.out(values['json'] ? toJson(inspection, showSecrets) : toText(inspection, showSecrets, terminal));
  return inspection.secret ? EXIT.findings : EXIT.clean;
}

/* ------------------------------------------------------------------ input */

async function tokenOf({ operands }: Arguments, terminal: Terminal): Promise<string> {
  const [operand, ...rest] = operands;
  if (rest.length > 0) throw new UsageProblem('inspect takes one token');
  if (operand !== undefined && operand !== '-') return operand;
  const text = await terminal.readInput?.(operand === '-');
  if (typeof text === 'string') return text;
  throw new UsageProblem(
    'inspect needs a token: as an operand, or better on standard input, where no other user sees it',
  );
}

async function wordsOf(files: readonly string[]): Promise<Iterable<string>> {
  if (files.length === 0) return [];
  const { wordList, WordListProblem } = await import('../../scanner/word-list.ts');
  const lists = files.map((file) => {
    try {
      return wordList(file);
    } catch (error) {
      throw error instanceof WordListProblem ? new UsageProblem(`--wordlist ${error.message}`) : error;
    }
  });
  return {
    *[Symbol.iterator]() {
      for (const list of lists) yield* list;
    },
  };
}

async function inspectWithProgress(
  token: string,
  words: Iterable<string>,
  isQuiet: boolean,
  terminal: Terminal,
): Promise<Inspection | null> {
  const { inspectToken } = await import('../../scanner/inspect.ts');
  if (isQuiet) return inspectToken(token, { words });
  const progress = new Progress(terminal);
  try {
    return await inspectToken(token, {
      words,
      onProgress: ({ candidates }) => progress.tried(candidates),
    });
  } finally {
    progress.end();
  }
}

/* ------------------------------------------------------------------ output */

function toJson({ secret, ...inspection }: Inspection, showSecrets: boolean): string {
  const shown = secret && { how: secret.how, form: secret.form, ...valueOf(secret, showSecrets) };
  return `${JSON.stringify({ schemaVersion: 1, ...inspection, secret: shown }, null, 2)}\n`;
}

function valueOf({ value }: FoundSecret, showSecrets: boolean): { masked: string } | { value: string } {
  return showSecrets ? { value } : { masked: maskSecret(value) };
}

function toText(inspection: Inspection, showSecrets: boolean, { color, width }: Terminal): string {
  const paint = pc.createColors(color);
  const { header, claims, summary, times, risks, secret } = inspection;
  const paragraph = (text: string): string => `  ${wrap(printable(text), width, '  ')}`;
  const verdict = paragraph(describeSecret(inspection, showSecrets));
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['Token', [paragraph(`${inspection.algorithm}, ${summary}`)]],
    ['Header', [indented(header)]],
    ['Claims', [claims === null ? '  encrypted' : indented(claims)]],
    ['Times', times.map((time) => `  ${time.claim}  ${time.date}  ${paint.dim(time.inWords)}`)],
    ['Risks', risks.map((risk) => paragraph(`- ${risk}`))],
    ['Secret', [secret ? paint.red(verdict) : verdict]],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${paint.bold(title)}\n${lines.join('\n')}\n`)
    .join('\n');
}

function describeSecret({ secret, tried, isComplete }: Inspection, showSecrets: boolean): string {
  if (tried === null) return 'None to find: only HMAC tokens have a secret that can be guessed.';
  const count = `${tried.toLocaleString('en')} ${tried === 1 ? 'secret' : 'secrets'}`;
  if (secret === null) return `Not found among ${count}${isComplete ? '' : ', and the search was cut off'}.`;
  if (secret.how === 'empty') return 'Found: it is empty. Anyone can sign such tokens.';
  const value = showSecrets ? secret.value : maskSecret(secret.value);
  const form = secret.form === 'utf8' ? '' : `, decoded from ${secret.form}`;
  return `Found: ${value}${form} (${HOW[secret.how]}). Anyone can sign such tokens: make a new one with npx jwt-secrets generate.`;
}

const HOW: Readonly<Record<Exclude<FoundSecret['how'], 'empty'>, string>> = {
  known: 'a value that everybody knows',
  'common words': 'made of common words',
  'word list': 'of the word list',
};

function indented(value: unknown): string {
  return printable(JSON.stringify(value, null, 2)).replace(/^/gm, '  ');
}

/** Tokens come from anywhere: none of them may steer the terminal. */
function printable(text: string): string {
  return text.replace(
    /[^\n\P{C}]|[\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
