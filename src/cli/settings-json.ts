import { parse, printParseErrorCode, visit, type ParseError } from 'jsonc-parser';
import { lineIndexOf } from '../findings/position.ts';
import { UsageProblem } from './exit-codes.ts';

/** The value of a file of settings. Throws {@link UsageProblem} saying where it is not JSON. */
export function parseJson(text: string, where: string): unknown {
  const errors: ParseError[] = [];
  const value = parseLeniently(text, errors, where);
  const [error] = errors;
  if (!error) return value;
  const { line, column } = lineIndexOf(text).at(error.offset);
  throw new UsageProblem(`${where}:${line}:${column}: not valid JSON (${printParseErrorCode(error.error)})`);
}

/** With comments and trailing commas, as people know it from tsconfig.json. */
function parseLeniently(text: string, errors: ParseError[], where: string): unknown {
  let hasPrototype = false;
  try {
    // The parser takes this key for the prototype, and with it whatever settings stand there.
    visit(text, { onObjectProperty: (name) => void (hasPrototype ||= name === '__proto__') });
    if (!hasPrototype) return parse(text, errors, { allowTrailingComma: true });
  } catch {
    throw new UsageProblem(`${where}: not valid JSON (nested too deeply)`);
  }
  throw new UsageProblem(`${where}: unknown key "__proto__"`);
}
