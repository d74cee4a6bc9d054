import { toFindings } from '../findings/finding.ts';
import { Fingerprints } from '../findings/fingerprint.ts';
import type { Finding } from '../findings/model.ts';
import { problemsOf } from '../findings/problems.ts';
import { SecretIds } from '../findings/secret-ids.ts';
import { byPlace } from '../findings/sort.ts';
import { isSuppressed, parseSuppressions } from '../findings/suppress.ts';
import type { LinkedFile } from '../project/model.ts';
import type { Project } from '../project/project.ts';
import type { KnownSecrets } from '../strength/known.ts';
import { activeRules, type ActiveRule } from './active-rules.ts';
import type { ScanOptions } from './options.ts';
import type { Way } from './way.ts';
import type { Stopwatch } from './stopwatch.ts';

export interface Judged {
  readonly findings: readonly Finding[];
  readonly suppressed: number;
}

/** Run the rules over the files that findings may stand in, as the project links them; sorted. */
export async function judge(
  { project, wanted, knownSecrets }: Judgeable,
  options: ScanOptions,
  { interruption, watch }: Pick<Way, 'interruption' | 'watch'>,
): Promise<Judged> {
  const index = project.index();
  const judging = new Judging(project, options, watch);
  for (const file of index.paths()) {
    if (!(await interruption.mayFinish())) break;
    const linked = wanted.has(file) ? index.link(file) : null;
    if (linked) judging.add(knownSecrets ? { ...linked, knownSecrets } : linked);
  }
  return { findings: judging.findings.sort(byPlace), suppressed: judging.suppressed };
}

interface Judgeable {
  readonly project: Project;
  readonly wanted: ReadonlySet<string>;
  /** The user's own list. */
  readonly knownSecrets: KnownSecrets | null;
}

/** The findings of all files: identifiers of secrets and fingerprints count over all of them. */
class Judging {
  readonly findings: Finding[] = [];
  suppressed = 0;
  readonly #project: Project;
  readonly #options: ScanOptions;
  readonly #rules: readonly ActiveRule[];
  readonly #watch: Stopwatch;
  readonly #ids = new SecretIds();
  readonly #fingerprints = new Fingerprints();

  constructor(project: Project, options: ScanOptions, watch: Stopwatch) {
    this.#project = project;
    this.#watch = watch;
    this.#options = options;
    this.#rules = activeRules(options.rules);
  }

  add(file: LinkedFile): void {
    const problems = this.#rules.map(({ rule, setting }) =>
      this.#watch.rule(rule.id, () => problemsOf(rule, file, setting?.options ?? {})),
    );
    if (problems.every((list) => list.length === 0)) return;
    const text = this.#project.textOf(file.path);
    if (text === null) return;
    const context = {
      file,
      text,
      textOf: (path: string): string | null => this.#project.textOf(path),
      ids: this.#ids,
      fingerprints: this.#fingerprints,
      showSecrets: this.#options.showSecrets ?? false,
      baselineKey: this.#options.baseline?.key ?? null,
    };
    const suppressions = parseSuppressions(text);
    for (const [i, { rule, setting }] of this.#rules.entries()) {
      for (const finding of toFindings(problems[i]!, rule, context, setting?.severity)) {
        if (isSuppressed(suppressions, finding.ruleId, finding.line)) this.suppressed++;
        else this.findings.push(finding);
      }
    }
  }
}
