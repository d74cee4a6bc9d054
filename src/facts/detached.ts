/** The same text as a string of its own: one that was cut out of a long text would keep all of that in memory. */
export function detached(part: string): string {
  return part.length < LEAST_CUT ? part : Buffer.from(part, 'utf16le').toString('utf16le');
}

/** Shorter parts are copied by V8 anyway: https://github.com/v8/v8/blob/main/src/objects/string.h, `SlicedString::kMinLength`. */
const LEAST_CUT = 13;
