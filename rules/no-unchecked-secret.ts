import type { UnsetKey } from '../src/facts/model.ts';
import type { Problem, Severity } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import type { LinkedCall } from '../src/project/model.ts';
import { versionNote } from './shared/installed.ts';

/** A secret that may be missing at run time, where the program goes on without it: CVE-2022-23540, CWE-1188. */
const rule: Rule = {
  id: 'no-unchecked-secret',
  meta: {
    description: 'disallow secrets that may be missing where the library then accepts forged tokens',
    configs: ['strict'],
    severity: 'medium',
    cwe: ['CWE-1188', 'CWE-347'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      missing:
        'Nobody checks that `{{variable}}` is set; where it is not, {{risk}}. {{version}} Stop the program at the start when it is missing.',
      emptyBytes:
        'Nobody checks that `{{variable}}` is set; where it is not, {{risk}}. {{version}} Stop the program at the start when it is missing.',
      word: 'Nobody checks that `{{variable}}` is set; where it is not, the secret is the word `undefined`, which everybody can guess.',
    },
    hasSuggestions: false,
  },
  *judge(file) {
    for (const call of file.calls) {
      const unset = call.key?.unset;
      const problem = unset && problemOf(call, unset);
      if (problem) yield { ...problem, environment: file.environment };
    }
  },
};

export default rule;

function problemOf(call: LinkedCall, unset: UnsetKey): Problem | null {
  const { how, variable, span } = unset;
  if (variable === null || how === 'resolver') return null;
  const severity = severityOf(call, how);
  if (severity === null) return null;
  return {
    messageId: how === 'word' ? 'word' : how === 'missing' ? 'missing' : 'emptyBytes',
    data: { variable, risk: call.unset?.risk ?? '', version: versionNote(call) },
    span,
    severity,
    confidence: call.installed || how === 'word' ? 'high' : 'medium',
  };
}

function severityOf(call: LinkedCall, how: UnsetKey['how']): Severity | null {
  if (how === 'word') return 'high';
  // A pin makes the library refuse tokens without a signature; an empty key signs all the same.
  if (how === 'missing' && call.algorithms?.state === 'pinned') return null;
  const grade = call.unset?.severity ?? 'none';
  return grade === 'none' ? null : grade;
}
