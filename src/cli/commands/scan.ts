import { rules } from '../../../rules/index.ts';
import { SEVERITIES, type Report, type Severity } from '../../findings/model.ts';
import { isAtLeast } from '../../findings/severity.ts';
import { formats } from '../../reports/index.ts';
import { scan, type RuleSetting } from '../../scanner/scan.ts';
import { FAIL_ON, FORMAT_NAMES, oneOf, type Arguments } from '../arguments.ts';
import { loadConfig, type Config } from '../config.ts';
import { EXIT, UsageProblem } from '../exit-codes.ts';
import { writeOutput } from '../output.ts';
import { Progress } from '../progress.ts';
import { didYouMean } from '../suggest.ts';
import { resolveTargets } from '../targets.ts';
import type { Terminal } from '../terminal.ts';

/** Scan, report, and say by the exit code whether something is at or above `--fail-on`. */
export async function runScan({ values, operands }: Arguments, terminal: Terminal): Promise<number> {
  const { root, paths } = resolveTargets(terminal.cwd, operands);
  const config = values['no-config'] ? loadNothing() : loadConfig(root, (values['config'] as string | undefined) ?? null);
  const formatName = oneOf('--format', values['format'], FORMAT_NAMES, 'pretty');
  const leastShown = formatName === 'pretty' ? 'medium' : 'low';
  const minSeverity = oneOf('--min-severity', values['min-severity'], SEVERITIES, config.minSeverity ?? leastShown);
  const failOn = oneOf('--fail-on', values['fail-on'], FAIL_ON, config.failOn ?? 'medium');
  const isQuiet = values['quiet'] === true;
  const progress = new Progress(terminal);
  const report = await scan({
    root,
    paths,
    ignore: [...config.ignore, ...((values['ignore'] as string[] | undefined) ?? [])],
    rules: chosenRules(config, (values['rule'] as string[] | undefined) ?? []),
    staged: values['staged'] === true,
    showSecrets: values['show-secrets'] === true,
    ...(isQuiet ? {} : { onProgress: (done: number, total: number) => progress.update(done, total) }),
  }).finally(() => progress.end());

  const output = values['output'] as string | undefined;
  const format = formats.get(formatName)!;
  const text = format(report, { color: terminal.color && output === undefined, width: terminal.width, minSeverity });
  if (output !== undefined) writeOutput(output, text);
  else if (!isQuiet || formatName !== 'pretty' || report.findings.length > 0) terminal.out(text);
  return fails(report, failOn) ? EXIT.findings : EXIT.clean;
}

function fails(report: Report, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && report.findings.some(({ severity }) => isAtLeast(severity, failOn));
}

function loadNothing(): Config {
  return { ignore: [], rules: new Map() };
}

/** The settings' rules; with `--rule`, only those that it names. */
function chosenRules(config: Config, names: readonly string[]): ReadonlyMap<string, RuleSetting> {
  if (names.length === 0) return config.rules;
  const ids = rules.map(({ id }) => id);
  const wanted = names.flatMap((name) => name.split(',')).map((name) => name.trim().replace(/^jwt-secrets\//, ''));
  for (const name of wanted) {
    if (!ids.includes(name)) throw new UsageProblem(`--rule ${name}: no such rule${didYouMean(name, ids)}`);
  }
  return new Map(
    ids.map((id) => {
      const setting = config.rules.get(id);
      return [id, { ...setting, enabled: wanted.includes(id) }];
    }),
  );
}
