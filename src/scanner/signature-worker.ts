import { parentPort } from 'node:worker_threads';
import type { KeyForm, KeyReading } from '../jwt/key-forms.ts';
import { finish, searchSigningKeys } from '../jwt/proof.ts';

/** A share of the work for one thread. */
export interface SearchTask {
  readonly tokens: readonly string[];
  readonly values: readonly string[];
  /** One for each value. Texts and small numbers are what threads can send to each other quickly. */
  readonly readings: Uint8Array;
}

/** What was found: token, index of the candidate, form. */
export type SearchReply = readonly (readonly [token: string, index: number, form: KeyForm])[];

/** Readings by their number in a task. */
export const READINGS: readonly KeyReading[] = ['text', 'encoded', 'lenient'];

parentPort?.on('message', ({ tokens, values, readings }: SearchTask) => {
  const { keys } = finish(searchSigningKeys(tokens, candidatesOf(values, readings)));
  const found: SearchReply = [...keys].flatMap(([token, { candidate, form }]) =>
    candidate === null ? [] : [[token, candidate.index, form] as const],
  );
  parentPort!.postMessage(found);
});

function* candidatesOf(
  values: readonly string[],
  readings: Uint8Array,
): Generator<{ value: string; reading: KeyReading; index: number }> {
  for (let index = 0; index < values.length; index++)
    yield { value: values[index]!, reading: READINGS[readings[index]!]!, index };
}
