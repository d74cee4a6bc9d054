import { parentPort } from 'node:worker_threads';
import type { KeyReading } from '../jwt/key-forms.ts';
import { finish, searchSigningKeys } from '../jwt/proof.ts';
import { READINGS, type SearchReply, type SearchTask } from './search-task.ts';

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
