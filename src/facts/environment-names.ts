/** The environments that people spell in many ways, by their usual spellings. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  production: ['production', 'prod', 'prd', 'live', 'produccion', 'producao', 'prod1'],
  staging: ['staging', 'stage', 'stg', 'stag', 'preprod', 'preproduction', 'pre-production', 'pre-prod', 'uat', 'acceptance', 'homolog'],
  test: ['test', 'tests', 'testing', 'tst', 'e2e', 'integration', 'ci', 'unittest', 'itest', 'inttest'],
  development: ['development', 'dev', 'develop', 'devel', 'desarrollo'],
}; // prettier-ignore

/** Names of environments that are none of the four, and stay as they are. */
const CUSTOM: ReadonlySet<string> = new Set([
  'qa',
  'sandbox',
  'demo',
  'preview',
  'canary',
  'beta',
  'alpha',
  'dr',
  'perf',
  'nightly',
]);

const BY_SPELLING: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([name, spellings]) => spellings.map((spelling) => [spelling, name])),
);

/** The environment that a whole word names, in its one spelling; null where the word is none. */
export function environmentNamed(word: string): string | null {
  const lower = word.toLowerCase();
  return BY_SPELLING.get(lower) ?? (CUSTOM.has(lower) ? lower : null);
}
