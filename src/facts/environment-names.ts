/** The environments that people spell in many ways, by their usual spellings. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  production: ['production', 'prod', 'prd', 'live', 'produccion', 'producao', 'produktion', 'release'],
  staging: ['staging', 'stage', 'stg', 'stag', 'preprod', 'preproduction', 'pre-production', 'pre-prod', 'uat', 'acceptance', 'homolog'],
  test: ['test', 'tests', 'testing', 'tst', 'e2e', 'integration', 'ci', 'unittest', 'itest', 'inttest'],
  development: ['development', 'dev', 'develop', 'devel', 'desarrollo', 'entwicklung'],
}; // prettier-ignore

/** Names of environments that are none of the four, and stay as they are. */
const CUSTOM: ReadonlySet<string> = new Set([
  'qa', 'sandbox', 'demo', 'preview', 'canary', 'beta', 'alpha', 'dr', 'perf', 'nightly',
]); // prettier-ignore

/** As one word among others they are the name of something else more often than of an environment. */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  'integration', 'live', 'release', 'ci', 'tests', 'alpha', 'beta', 'demo', 'dr', 'perf', 'canary', 'e2e', 'nightly', 'acceptance', 'preview', 'sandbox', 'stage',
]); // prettier-ignore

/** Spellings of environments: the usual ones, and those that a project adds. */
export class EnvironmentNames {
  readonly #bySpelling: ReadonlyMap<string, string>;
  readonly #own: ReadonlySet<string>;
  /** Equal for equal spellings. */
  readonly key: string;

  /** `added`: environments by name, each with further spellings; the name itself always counts. */
  constructor(added: Readonly<Record<string, readonly string[]>> = {}) {
    const own = Object.entries(added).flatMap(([name, spellings]) =>
      [name, ...spellings].map((spelling) => [spelling.toLowerCase(), name] as const),
    );
    const usual = Object.entries(SPELLINGS).flatMap(([name, spellings]) =>
      spellings.map((spelling) => [spelling, name] as const),
    );
    this.#bySpelling = new Map([...usual, ...[...CUSTOM].map((name) => [name, name] as const), ...own]);
    this.key = JSON.stringify(added);
    this.#own = new Set(own.map(([spelling]) => spelling));
  }

  /** The environment that a whole word names, in its one spelling; null where the word is none. */
  named(word: string): string | null {
    return this.#bySpelling.get(word.toLowerCase()) ?? null;
  }

  /** The same for words that stand where names of anything stand: not `live`, `demo` and their kin. */
  certain(word: string): string | null {
    const lower = word.toLowerCase();
    return AMBIGUOUS.has(lower) && !this.#own.has(lower) ? null : this.named(lower);
  }

  /** The environment at the beginning or the end of a compound: `deploy-prod`, `env_production`, `STAGING_API`, `deploy:prod`, `production/eu`. */
  within(compound: string): string | null {
    const parts = compound.split(/[-_.:/\s]+/).filter((part) => part !== '');
    if (parts.length > 8) return null;
    return (
      this.certain(compound) ??
      this.certain(parts.slice(0, 2).join('-')) ??
      this.certain(parts.at(-1) ?? '') ??
      this.certain(parts[0] ?? '')
    );
  }
}

/** The spellings that hold where a project adds none. */
export const USUAL_ENVIRONMENTS: EnvironmentNames = new EnvironmentNames();
