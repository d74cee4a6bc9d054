import type { KeyForm, KeyReading } from '../jwt/key-forms.ts';

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
