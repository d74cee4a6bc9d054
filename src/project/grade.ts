import type { Grade } from '../facts/javascript/libraries/types.ts';
import type { KeyFact, KeyKind } from '../facts/model.ts';
import { compareVersions } from './installed/versions.ts';

/**
 * The grade that holds for a version and a key; null where none does. Without a version the newest counts, but for versions
 * on which such code does not run.
 */
export function gradeFor(
  grades: readonly Grade[] | undefined,
  version: string | null,
  key: KeyFact | null,
): Grade | null {
  const kind: KeyKind = key?.kind ?? 'unknown';
  const isUnset = (key?.unset ?? null) !== null;
  const found = (grades ?? []).find((grade) => {
    if (version === null && grade.refuses) return false;
    if (!holdsFor(grade, version)) return false;
    if (grade.keys && !grade.keys.includes(kind)) return false;
    return !grade.whenUnset || isUnset;
  });
  return found ?? null;
}

function holdsFor({ since, before }: Grade, version: string | null): boolean {
  if (version === null) return before === undefined;
  if (since !== undefined && compareVersions(version, since) < 0) return false;
  return before === undefined || compareVersions(version, before) < 0;
}
