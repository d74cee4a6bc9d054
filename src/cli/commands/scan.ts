import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { SEVERITIES, type Report, type Severity } from '../../findings/model.ts';
import type { BaselineEntry } from '../../findings/baseline.ts';
import { isAtLeast } from '../../findings/severity.ts';
import { formats, type FormatOptions } from '../../reports/index.ts';
import type { RuleSetting, ScanOptions } from '../../scanner/scan.ts';
import { countOf, FAIL_ON, FORMAT_NAMES, oneOf, type Arguments } from '../arguments.ts';
import type { BaselineFile } from '../baseline-file.ts';
import { loadConfig } from '../config.ts';
import { EXIT, UsageProblem } from '../exit-codes.ts';
import { checkOutput, writeOutput } from '../output.ts';
import { Progress } from '../progress.ts';
import { NO_CONFIG, type Config } from '../settings.ts';
import { didYouMean } from '../suggest.ts';
import { resolveTargets, type Targets } from '../targets.ts';
import type { Terminal } from '../terminal.ts';

/** The scanner, as this command uses it. */
export type Scan = (options: ScanOptions) => Promise<Report>;

/** All that a command line and the project's settings say about one scan. */
interface Plan {
  readonly options: ScanOptions;
  readonly format: string;
  readonly failOn: Severity | 'never';
  readonly minSeverity: Severity;
  readonly output: string | null;
  readonly isQuiet: boolean;
  readonly baseline: BaselineFile | null;
  readonly updatesBaseline: boolean;
}

/** Scan, report, and say by the exit code whether something is at or above `--fail-on`. */
export async function runScan(parsed: Arguments, terminal: Terminal, scan?: Scan): Promise<number> {
  const plan = await planOf(parsed, terminal.cwd);
  if (plan.output !== null) checkOutput(plan.output);
  const interrupt = new AbortController();
  const takeBack = terminal.onInterrupt?.(() => interrupt.abort());
  try {
    const code = await scanAndDeliver(plan, terminal, scan ?? scanForReal, interrupt.signal);
    return interrupt.signal.aborted ? EXIT.interrupted : code;
  } catch (error) {
    // What git said may be the interruption itself, which is still on its way to us.
    await turn();
    if (interrupt.signal.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    takeBack?.();
  }
}

async function scanAndDeliver(
  plan: Plan,
  terminal: Terminal,
  scan: Scan,
  signal: AbortSignal,
): Promise<number> {
  let next: readonly BaselineEntry[] | null = null;
  const options = { ...withBaseline(plan, (entries) => (next = entries)), signal };
  const report = await scanWithProgress({ ...plan, options }, terminal, scan);
  if (plan.baseline && next) {
    const { writeBaseline } = await import('../baseline-file.ts');
    writeBaseline(plan.baseline, next);
    if (!plan.isQuiet) terminal.err(`jwt-secrets: ${describeUpdate(plan.baseline, next)}\n`);
  }
  deliver(report, plan, terminal);
  return fails(report, plan.failOn) ? EXIT.findings : EXIT.clean;
}

function withBaseline(
  { options, baseline, updatesBaseline }: Plan,
  update: (next: readonly BaselineEntry[]) => void,
): ScanOptions {
  if (!baseline) return options;
  const { known, key } = baseline;
  return { ...options, baseline: { known, key, ...(updatesBaseline && { update }) } };
}

function describeUpdate({ name, known }: BaselineFile, next: readonly BaselineEntry[]): string {
  const gone = known.length > next.length ? `, ${known.length - next.length} fewer than before` : '';
  return `${name} now knows ${next.length} ${next.length === 1 ? 'finding' : 'findings'}${gone}`;
}

/** Problems of the scan as a whole are the user's to mend, like bad arguments. */
async function scanForReal(options: ScanOptions): Promise<Report> {
  const { scan, ScanProblem } = await import('../../scanner/scan.ts');
  try {
    return await scan(options);
  } catch (error) {
    throw error instanceof ScanProblem ? new UsageProblem(error.message) : error;
  }
}

const MAX_THREADS = 64;

/** What only some scans need is loaded for those. */
async function planOf({ values, operands }: Arguments, cwd: string): Promise<Plan> {
  const targets = resolveTargets(cwd, operands);
  const config = await configOf(values, targets, cwd);
  const format = oneOf('--format', values['format'], FORMAT_NAMES, 'pretty');
  const baseline = await baselineOf(values, targets.root, cwd);
  const threads = countOf('--threads', values['threads'], MAX_THREADS);
  const leastShown = config.minSeverity ?? (format === 'pretty' ? 'medium' : 'low');
  return {
    format,
    failOn: oneOf('--fail-on', values['fail-on'], FAIL_ON, config.failOn ?? 'medium'),
    minSeverity: oneOf('--min-severity', values['min-severity'], SEVERITIES, leastShown),
    output: (values['output'] as string | undefined) ?? null,
    isQuiet: values['quiet'] === true,
    baseline,
    updatesBaseline: values['update-baseline'] === true,
    options: {
      ...targets,
      ignore: [...config.ignore, ...((values['ignore'] as string[] | undefined) ?? [])],
      rules: await chosenRules(config, (values['rule'] as string[] | undefined) ?? []),
      libraries: config.libraries,
      ...extentOf(values),
      ...(values['wordlist'] !== undefined && { wordlist: path.resolve(cwd, values['wordlist'] as string) }),
      showSecrets: values['show-secrets'] === true,
      cache: values['no-cache'] !== true,
      stats: values['stats'] === true,
      ...(threads !== undefined && { threads }),
      ...(config.environments && { environments: config.environments }),
    },
  };
}

/** Which part of the project is judged. */
function extentOf(values: Arguments['values']): Pick<ScanOptions, 'staged' | 'changed'> {
  const changed = values['changed'] as string | undefined;
  if (values['staged'] !== true) return changed === undefined ? {} : { changed };
  if (changed !== undefined) throw new UsageProblem('--staged and --changed exclude each other');
  return { staged: true };
}

async function baselineOf(
  values: Arguments['values'],
  root: string,
  cwd: string,
): Promise<BaselineFile | null> {
  const named = values['baseline'] as string | undefined;
  const mayBeMissing = values['update-baseline'] === true;
  if (named === undefined && !mayBeMissing) return null;
  const { BASELINE_FILE, checkBaseline, readBaseline } = await import('../baseline-file.ts');
  const file = named === undefined ? path.join(root, BASELINE_FILE) : path.resolve(cwd, named);
  const baseline = readBaseline(named ?? BASELINE_FILE, { file, root, mayBeMissing });
  if (mayBeMissing) checkBaseline(baseline);
  return baseline;
}

async function configOf(values: Arguments['values'], { root }: Targets, cwd: string): Promise<Config> {
  const file = values['config'] as string | undefined;
  if (!values['no-config']) return loadConfig(root, cwd, file ?? null);
  if (file !== undefined) throw new UsageProblem('--config and --no-config exclude each other');
  return NO_CONFIG;
}

/** The settings' rules; with `--rule`, only those that it names. */
async function chosenRules(
  config: Config,
  names: readonly string[],
): Promise<ReadonlyMap<string, RuleSetting>> {
  if (names.length === 0) return config.rules;
  const { rules } = await import('../../../rules/index.ts');
  const ids = rules.map(({ id }) => id);
  const wanted = names
    .flatMap((name) => name.split(','))
    .map((name) => name.trim().replace(/^jwt-secrets\//, ''));
  for (const name of wanted) {
    if (!ids.includes(name)) throw new UsageProblem(`--rule ${name}: no such rule${didYouMean(name, ids)}`);
  }
  return new Map(ids.map((id) => [id, { ...config.rules.get(id), enabled: wanted.includes(id) }]));
}

async function scanWithProgress({ options, isQuiet }: Plan, terminal: Terminal, scan: Scan): Promise<Report> {
  if (isQuiet) return scan(options);
  const progress = new Progress(terminal);
  try {
    return await scan({ ...options, onProgress: (done, total) => progress.update(done, total) });
  } finally {
    progress.end();
  }
}

function deliver(report: Report, plan: Plan, terminal: Terminal): void {
  const { format, output, minSeverity } = plan;
  const look: FormatOptions = {
    color: terminal.color && output === null,
    width: terminal.width,
    minSeverity,
  };
  if (output === null && isSilent(report, plan)) return;
  const text = formats.get(format)!(report, look);
  if (output === null) terminal.out(text);
  else writeOutput(output, text, plan.options.showSecrets === true);
}

/** With `--quiet` a pretty report that shows nothing is none; machines always get their document. */
function isSilent({ findings, errors }: Report, { isQuiet, format, minSeverity }: Plan): boolean {
  if (!isQuiet || format !== 'pretty' || errors.length > 0) return false;
  return !findings.some(({ severity }) => isAtLeast(severity, minSeverity));
}

function fails({ findings }: Report, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && findings.some(({ severity }) => isAtLeast(severity, failOn));
}
