import type { AlgorithmsFact, KeyKind } from '../src/facts/model.ts';
import type { Problem, Suggestion } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import type { LinkedCall, LinkedFile } from '../src/project/model.ts';
import { versionNote } from './shared/installed.ts';

interface Options {
  /** The algorithms to suggest where the project's own signing calls do not name any. */
  readonly algorithms: readonly string[];
}

/** RFC 8725 section 3.1: a verifier must only accept the algorithms it expects. */
const rule: Rule<Options> = {
  id: 'require-algorithms',
  meta: {
    description: 'require JWT verification to name the algorithms it accepts',
    configs: ['recommended', 'strict'],
    severity: 'low',
    cwe: ['CWE-347', 'CWE-757'],
    schema: {
      type: 'object',
      properties: {
        algorithms: {
          type: 'array',
          items: { type: 'string' },
          minItems: 1,
          description: "The algorithms to suggest where the project's own signing calls do not name any.",
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { algorithms: ['HS256'] },
    messages: {
      missing:
        '`{{entry}}` ({{library}}) does not say which algorithms it accepts: {{risk}}. {{version}}{{cure}}',
      empty:
        'An empty pin is no pin: `{{entry}}` ({{library}}) treats it as if nothing was said, and {{risk}}. {{version}}{{cure}}',
      refusing:
        'With an empty list `{{entry}}` ({{library}}) refuses every token: name the algorithms that you sign with.',
      misplaced:
        '{{library}} ignores `{{option}}` here, so `{{entry}}` accepts what it likes: {{risk}}. {{version}}{{cure}}',
      pin: 'Pin the algorithms: {{algorithms}}.',
    },
    hasSuggestions: true,
  },
  *judge(file, options) {
    for (const call of file.calls) {
      const problem = call.algorithms && problemOf(call, call.algorithms, file, options);
      if (problem) yield problem;
    }
  },
};

export default rule;

const MESSAGES: Readonly<Partial<Record<AlgorithmsFact['state'], string>>> = {
  missing: 'missing',
  empty: 'empty',
  refusing: 'refusing',
  misplaced: 'misplaced',
};

function problemOf(
  call: LinkedCall,
  fact: AlgorithmsFact,
  file: LinkedFile,
  options: Options,
): Problem | null {
  const messageId = MESSAGES[fact.state];
  const severity = severityOf(call, fact);
  if (messageId === undefined || severity === null) return null;
  // Where the signature is not checked at all, that is the problem.
  if (call.unsigned.some(({ how }) => how === 'no-verify')) return null;
  // A registration without a key decides nothing; its calls are judged one by one.
  if (call.operation === 'configure' && !call.key && fact.state === 'missing') return null;
  return {
    messageId,
    data: {
      entry: call.entry,
      library: call.library,
      risk: call.unpinned?.risk ?? '',
      option: fact.option ?? '',
      version: versionNote(call),
      cure: cureOf(call, algorithmsFor(file, options)),
    },
    span: fact.state === 'missing' ? call.calleeSpan : fact.span,
    severity,
    confidence: call.installed ? 'high' : 'medium',
    environment: file.environment,
    suggestions: pin(call, fact, file, options),
  };
}

/** The table's grade for this version and key; null where there is nothing to report. */
function severityOf(call: LinkedCall, fact: AlgorithmsFact): Problem['severity'] | null {
  if (call.operation === 'sign' || call.operation === 'decode') return null;
  if (fact.state === 'refusing') return 'low';
  const grade = call.unpinned?.severity ?? 'none';
  return grade === 'none' ? null : grade;
}

function algorithmsFor(file: LinkedFile, options: Options): readonly string[] {
  return file.signingAlgorithms.length > 0 ? file.signingAlgorithms : options.algorithms;
}

function isAsymmetric(kind: KeyKind | undefined): boolean {
  return kind !== undefined && !['secret', 'unknown', 'falsy'].includes(kind);
}

/** What to write, as a sentence of its own. */
function cureOf(call: LinkedCall, algorithms: readonly string[]): string {
  const [argument, ...names] = call.table.pinAt?.split('.') ?? [];
  if (argument === undefined) return '';
  if (names.length === 0) return ` Name it in argument ${Number(argument) + 1}.`;
  const known = isAsymmetric(call.key?.kind) ? ['RS256'] : algorithms;
  return ` Write \`${names.join('.')}: ['${known.join("', '")}']\`, or what you sign with.`;
}

/** Name what the signing side uses; without that, only a key that is a secret says which family fits. */
function pin(call: LinkedCall, fact: AlgorithmsFact, file: LinkedFile, options: Options): Suggestion[] {
  const { insertion } = fact;
  const kind = call.key?.kind;
  if (!insertion || fact.state === 'misplaced') return [];
  const algorithms = algorithmsFor(file, options);
  if (file.signingAlgorithms.length === 0 && isAsymmetric(kind)) return [];
  if (insertion.form === 'string' && algorithms.length !== 1) return [];
  const list = algorithms.map((name) => `'${name}'`).join(', ');
  const text = insertion.form === 'array' ? `[${list}]` : list;
  return [
    {
      messageId: 'pin',
      data: { algorithms: algorithms.join(', ') },
      edits: [{ span: insertion.span, text: insertion.prefix + text + insertion.suffix }],
    },
  ];
}
