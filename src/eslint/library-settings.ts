import { checkLibraries } from '../facts/javascript/libraries/check.ts';
import { knownLibraries, librariesWith } from '../facts/javascript/libraries/index.ts';
import type { LibraryRegistry } from '../facts/javascript/libraries/registry.ts';

const SETTING = 'jwt-secrets/libraries';

/** ESLint hands out the same settings object for every file of a configuration. */
const registries = new WeakMap<object, LibraryRegistry>();

/** The libraries we know and those of the setting. Throws, with one line that names the place, where a table is wrong. */
export function librariesOf(settings: Readonly<Record<string, unknown>>): LibraryRegistry {
  const own = settings[SETTING];
  if (own === undefined || own === null) return knownLibraries;
  const known = typeof own === 'object' ? registries.get(own) : undefined;
  if (known) return known;
  const checked = checkLibraries(own, SETTING);
  if ('problem' in checked) throw new Error(`The ESLint setting ${checked.problem}.`);
  const registry = librariesWith(checked.libraries);
  registries.set(own, registry);
  return registry;
}
