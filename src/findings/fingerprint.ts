import { createHash } from 'node:crypto';

/** What makes a finding the same finding after an edit elsewhere in the file. */
export interface FingerprintParts {
  readonly ruleId: string;
  readonly path: string;
  /** The source line, without the values of secrets: it moves with the code. */
  readonly anchor: string;
}

/** Fingerprints of one scan: equal parts in one file are told apart by their order. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /** 32 hex characters. No secret goes in, so none can be found by trying values. */
  of({ ruleId, path, anchor }: FingerprintParts): string {
    const key = [ruleId, path, anchor.replace(/\s+/g, ' ').trim()].join('\0');
    const nth = this.#seen.get(key) ?? 0;
    this.#seen.set(key, nth + 1);
    return createHash('sha256').update(`${key}\0${nth}`).digest('hex').slice(0, 32);
  }
}
