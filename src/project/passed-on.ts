import type { ConfigEntry, FileFacts, FlowStep, KeyUse, Span } from '../facts/model.ts';

/** A setting that gives its value to a JWT secret: `JWT_SECRET: ${SALT}`. */
export interface PassedOn {
  readonly use: KeyUse | null;
  /** From the read of the setting on. */
  readonly flow: readonly FlowStep[];
}

/** What the index knows of an entry: whether it is a JWT secret, and by which use. */
export type Judge = (entry: ConfigEntry, file: FileFacts) => { use: KeyUse | null; isSecret: boolean };

/** References to references to references: no deployment has more. */
const MAX_ROUNDS = 3;

/** Settings by name (or `object/key` in Kubernetes) whose values reach JWT secrets through references of configuration files. */
export function passedOnSettings(files: readonly FileFacts[], judge: Judge): ReadonlyMap<string, PassedOn> {
  const found = new Map<string, PassedOn>();
  const references = files
    .filter((file) => file.context !== 'docs' && file.context !== 'test')
    .flatMap((file) => file.entries.filter((entry) => entry.refersTo).map((entry) => ({ file, entry })));
  for (let round = 0, before = -1; round < MAX_ROUNDS && found.size > before; round++) {
    before = found.size;
    for (const { file, entry } of references) {
      const target = entry.refersTo ?? '';
      if (found.has(target)) continue;
      const { use, isSecret } = judge(entry, file);
      const next = found.get(nameOf(entry));
      if (isSecret || next)
        found.set(target, { use: use ?? next?.use ?? null, flow: flowOf(entry, file.path, use, next) });
    }
  }
  return found;
}

function flowOf(
  entry: ConfigEntry,
  path: string,
  use: KeyUse | null,
  next: PassedOn | undefined,
): FlowStep[] {
  const span: Span = entry.span;
  const step = { path, span, message: `passed on as \`${nameOf(entry)}\` here` };
  return [step, ...(next?.flow ?? use?.flow ?? [])];
}

function nameOf(entry: ConfigEntry): string {
  return entry.keyPath.at(-1) ?? '';
}
