import type { LinkedCall } from '../../src/project/model.ts';

/** Which version a judgement is about, as a sentence of its own. */
export function versionNote(call: Pick<LinkedCall, 'installed' | 'table'>): string {
  const { installed, table } = call;
  if (!installed) return `The version of ${table.engine} is not known here, so the newest counts.`;
  const { package: name, version, source } = installed;
  if (source === 'manifest') return `package.json allows ${name} ${version}.`;
  if (source === 'wrapper') return `It runs ${name} ${version} or later.`;
  return `${name} ${version} is installed.`;
}
