import { EnvironmentNames, USUAL_ENVIRONMENTS } from '../facts/environment-names.ts';

const known = new Map<string, EnvironmentNames>();

/** The setting `jwt-secrets/environments`: environments by name, each with further spellings. What is no such table adds nothing. */
export function environmentsOf(settings: Readonly<Record<string, unknown>>): EnvironmentNames {
  const added = settings['jwt-secrets/environments'];
  if (!isTable(added)) return USUAL_ENVIRONMENTS;
  const key = JSON.stringify(added);
  const names = known.get(key) ?? new EnvironmentNames(added);
  known.set(key, names);
  return names;
}

function isTable(value: unknown): value is Record<string, readonly string[]> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (spellings) => Array.isArray(spellings) && spellings.every((spelling) => typeof spelling === 'string'),
    )
  );
}
