import { chanceLimit, countPairs } from './pairs.ts';
import type { Structure } from './structure.ts';

const LEAST_ALTERNATION = 24;
const LEAST_ALTERNATION_SHARE = 0.8;

/** Share of neighbours that are a digit and a letter: in random hex 2·(10/16)·(6/16); elsewhere at most one half. */
const ALTERNATION = { hex: 0.469, other: 0.5 } as const;
const ALTERNATION_DEVIATIONS = 4.8;

/** People and chat bots who make up a "random" key let letters and digits alternate far too well. */
export function typedAlternation(text: string): Structure | null {
  if (text.length < LEAST_ALTERNATION || !/^[0-9a-z]+$/i.test(text)) return null;
  const share = /^[0-9a-f]+$/i.test(text) ? ALTERNATION.hex : ALTERNATION.other;
  const pairs = text.length - 1;
  const changes = countPairs(text, (a, b) => isDigit(a) !== isDigit(b));
  if (
    changes < chanceLimit(share, pairs, ALTERNATION_DEVIATIONS) ||
    changes < LEAST_ALTERNATION_SHARE * pairs
  )
    return null;
  return {
    bits: 50,
    reason: 'letters and digits alternate as in a key typed by hand or made up by a chat bot',
  };
}

function isDigit(unit: string): boolean {
  return unit >= '0' && unit <= '9';
}

const LEAST_DISTINCT = 28;
const CLASS_CHANGES = 1 - 2 * (26 / 62) ** 2 - (10 / 62) ** 2;
const CLASS_CHANGE_DEVIATIONS = 3;

/** Who makes up a key of letters and digits avoids to repeat a character and changes case at almost every step. */
export function typedVariety(text: string): Structure | null {
  if (text.length < LEAST_DISTINCT || !/^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[0-9A-Za-z]+$/.test(text)) return null;
  if (new Set(text).size < text.length - 1) return null;
  const pairs = text.length - 1;
  const changes = countPairs(text, (a, b) => caseOf(a) !== caseOf(b));
  if (changes < chanceLimit(CLASS_CHANGES, pairs, CLASS_CHANGE_DEVIATIONS)) return null;
  return {
    bits: 50,
    reason: 'no character comes twice and cases alternate as in a key made up by a person or a chat bot',
  };
}

function caseOf(unit: string): number {
  return unit <= '9' ? 0 : unit <= 'Z' ? 1 : 2;
}
