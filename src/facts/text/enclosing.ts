/** How far before a name the bracket is looked for that it stands in. */
const MAX_BEFORE = 1500;
const MAX_LEVELS = 2;
/** What a bracket belongs to: `JWT = {`, `'jwt' => [`, `Jwt: JwtConfig{`, `new JwtOptions {`, `JWTConfig(`. */
const OWNER =
  /(?:([A-Z_]\w{0,80})["'`]?\]?\s{0,5}(?:=>|:=|=|:)\s{0,5})?(?:(?:new|return)\s{1,5})?&?([A-Z_][\w.]{0,80})?\s{0,5}(?:\(\)\s{0,5})?$/i;
/** Words before a bracket that name nothing. */
const KEYWORDS =
  /^(?:if|for|while|switch|return|new|class|else|do|try|catch|array|map|dict|mapOf|hash|function|func|fn|def|let|var|val|const)$/i;

/** The names of what a place in a text stands in, outermost first; empty where it stands in nothing that has a name. */
export function enclosingNames(text: string, at: number): readonly string[] {
  const names: string[] = [];
  const least = Math.max(0, at - MAX_BEFORE);
  let from = at;
  for (let level = 0; level < MAX_LEVELS; level++) {
    const bracket = openBracket(text, from, least);
    if (bracket === null) break;
    names.unshift(...ownersOf(text, bracket));
    from = bracket;
  }
  return names;
}

/** The nearest bracket before an offset that is not closed before it. */
function openBracket(text: string, from: number, least: number): number | null {
  let depth = 0;
  for (let at = from - 1; at >= least; at--) {
    const char = text[at];
    if (char === '}' || char === ']' || char === ')') depth++;
    else if (char === '{' || char === '[' || char === '(') {
      if (depth === 0) return at;
      depth--;
    }
  }
  return null;
}

function ownersOf(text: string, bracket: number): string[] {
  const match = OWNER.exec(text.slice(Math.max(0, bracket - 200), bracket));
  return [match?.[1], match?.[2]].filter((name) => name !== undefined && !KEYWORDS.test(name)) as string[];
}
