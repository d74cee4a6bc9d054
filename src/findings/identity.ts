import { createHash, createHmac } from 'node:crypto';
import type { LinkedFile } from '../project/model.ts';
import { bareLine, nameOf } from './fingerprint.ts';
import type { Identity, Problem } from './model.ts';

/**
 * What makes a finding a known one, for baselines: no line, no path and nothing of the secret, not even its mask, so that
 * no list of likely secrets can be tried on it. With a key the value counts too, by a keyed hash.
 */
export function identityOf(
  problem: Problem,
  { ruleId, file, text, key }: { ruleId: string; file: LinkedFile; text: string; key: string | null },
): Identity {
  const name = nameOf(problem, file) ?? structureOf(bareLine(problem, file, text));
  const place = createHash('sha256').update(JSON.stringify([ruleId, problem.messageId, name]));
  return {
    place: place.digest('hex').slice(0, 32),
    ...(key !== null && problem.secret && { value: tagOf(problem.secret.value, key) }),
  };
}

/** Words that something is done with: called, set, opened. What may be a value is left out. */
const STRUCTURE = /[\p{L}_$][\w$-]{0,60}(?=\s{0,4}[([{:=.])/gu;

function structureOf(line: string): string {
  return (line.match(STRUCTURE) ?? []).join(' ');
}

function tagOf(value: string, key: string): string {
  return `${keyIdOf(key)}.${keyed(`value ${value}`, key).slice(0, 32)}`;
}

/** Tells one key from another, so that a tag that another key made is not taken for another value. */
export function keyIdOf(key: string): string {
  return keyed('id', key).slice(0, 8);
}

function keyed(text: string, key: string): string {
  return createHmac('sha256', key).update(`jwt-secrets baseline ${text}`).digest('hex');
}
