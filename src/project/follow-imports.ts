import {
  exportedOrigins,
  importUse,
  mergeLiterals,
  settingUse,
  usedLiteral,
} from '../facts/javascript/collect.ts';
import type { JavaScriptSource } from '../facts/javascript/module.ts';
import type { Origin } from '../facts/javascript/trace/index.ts';
import type { ConfigEntry, FlowStep, ImportUse, KeyUse, SecretLiteral, SettingUse } from '../facts/model.ts';

/** What the stage needs of the project: other files, on demand. */
export interface ModuleAccess {
  resolve(from: string, specifier: string): string | null;
  parse(path: string): JavaScriptSource | null;
  entries(path: string): readonly ConfigEntry[];
}

/** Facts about files that only other files' JWT calls bring to light. */
export interface FollowedFacts {
  /** Literals by the path of the file they stand in. */
  readonly literals: ReadonlyMap<string, readonly SecretLiteral[]>;
  /** Entries of JSON and YAML files that code imports as a key, by path and key path. */
  readonly entryUses: ReadonlyMap<
    string,
    readonly { readonly keyPath: readonly string[]; readonly use: KeyUse }[]
  >;
  readonly settingUses: readonly SettingUse[];
}

interface Task {
  readonly from: string;
  readonly use: ImportUse;
  readonly hops: number;
}

/** Modules a value may pass through between the place it is written and the call that uses it. */
const MAX_HOPS = 12;

/** Follow the imports that reach JWT keys through the modules of the project, to literals and settings. */
export function followImports(
  uses: readonly { from: string; use: ImportUse }[],
  access: ModuleAccess,
): FollowedFacts {
  const literals = new Map<string, SecretLiteral[]>();
  const entryUses = new Map<string, { keyPath: readonly string[]; use: KeyUse }[]>();
  const settingUses: SettingUse[] = [];
  const done = new Set<string>();
  const tasks: Task[] = uses.map(({ from, use }) => ({ from, use, hops: 0 }));

  for (let task = tasks.shift(); task; task = tasks.shift()) {
    const { from, use, hops } = task;
    const target = hops > MAX_HOPS ? null : access.resolve(from, use.module);
    if (target === null) continue;
    const flow = withImportStep(from, use);
    const id = JSON.stringify([target, use.members, use.call, use.fallback, use.algorithm]);
    if (done.has(id)) continue;
    done.add(id);
    const source = access.parse(target);
    if (!source) {
      push(entryUses, target, [
        { keyPath: use.members.filter((name) => name !== 'default'), use: { ...use, flow } },
      ]);
      continue;
    }
    for (const origin of exportedOrigins(source, use.members)) {
      const reached: KeyUse = {
        algorithm: use.algorithm,
        call: use.call,
        encoding: origin.encoding === 'utf8' ? use.encoding : origin.encoding,
        flow: [...origin.steps, ...flow],
      };
      push(literals, target, literalsOf(origin, reached, use));
      if (origin.kind === 'environment' || origin.kind === 'config')
        settingUses.push(...settingUse(origin, reached));
      if (origin.kind === 'import') {
        const next = importUse(origin, reached);
        tasks.push({
          from: target,
          use: { ...next, fallback: next.fallback ?? use.fallback },
          hops: hops + 1,
        });
      }
    }
  }
  const merged = new Map([...literals].map(([path, list]) => [path, mergeLiterals(list)]));
  return { literals: merged, entryUses, settingUses };
}

function literalsOf(origin: Origin, use: KeyUse, via: ImportUse): SecretLiteral[] {
  if (origin.kind !== 'literal') return [];
  return usedLiteral({ ...origin, fallback: origin.fallback ?? via.fallback }, use);
}

/** The steps in the importing file get its path: they are shown from another file now. */
function withImportStep(from: string, use: ImportUse): FlowStep[] {
  const steps: FlowStep[] = [
    { span: use.span, message: `imported from \`${use.module}\` here` },
    ...use.flow,
  ];
  return steps.map((step) => (step.path === undefined ? { ...step, path: from } : step));
}

function push<T>(map: Map<string, T[]>, key: string, items: readonly T[]): void {
  if (items.length === 0) return;
  const list = map.get(key);
  if (list) list.push(...items);
  else map.set(key, [...items]);
}
