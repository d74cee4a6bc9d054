import type { EnvironmentNames } from '../environment-names.ts';
import { splitWords } from '../secret-names.ts';
import type { RawEntry } from './entry.ts';

/** How deep in a file the sections of environments stand: `production:`, `env: production:`, `build: env: production:`. */
const MAX_SECTION = 3;
/** Settings that say for which environment their neighbours are. */
const DECLARATIONS: ReadonlySet<string> = new Set([
  'node_env', 'app_env', 'rails_env', 'rack_env', 'flask_env', 'django_env', 'go_env', 'mix_env', 'environment', 'env', 'app_environment',
  'aspnetcore_environment', 'dotnet_environment', 'spring_profiles_active', 'spring.profiles.active', 'deploy_env', 'deployment_env', 'stage', 'nest_env',
  'environment_name', 'env_name', 'symfony_env', 'laravel_env', 'quarkus_profile', 'micronaut_environments',
]); // prettier-ignore
/** `environment:` of a job or a deployment is the platform's own word; the rest only sets the mode of a program. */
const BINDING: ReadonlySet<string> = new Set(['environment', 'environment_name']);

/** Environments that settings of a file declare for those beside and below them, by the path of their section. */
export class DeclaredEnvironments {
  readonly #binding = new Map<string, string>();
  readonly #modes = new Map<string, string>();

  constructor(entries: readonly RawEntry[], names: EnvironmentNames) {
    for (const entry of entries) {
      const isNamed = entry.keyPath.at(-1) === 'name' && entry.keyPath.at(-2) === 'environment';
      const path = isNamed ? entry.keyPath.slice(0, -1) : entry.keyPath;
      const key = (path.at(-1) ?? '').toLowerCase();
      if (!DECLARATIONS.has(key)) continue;
      const value = entry.value.trim();
      const environment = value.length > 60 ? null : (names.named(value) ?? names.within(value));
      const section = sectionOf(entry, path.length - 1);
      const map = BINDING.has(key) ? this.#binding : this.#modes;
      if (environment !== null && !map.has(section)) map.set(section, environment);
    }
  }

  get isEmpty(): boolean {
    return this.#binding.size + this.#modes.size === 0;
  }

  /** What a job or a deployment around the entry says. */
  binding(entry: RawEntry): string | null {
    return nearest(this.#binding, entry);
  }

  /** The mode that programs with this setting run in. */
  mode(entry: RawEntry): string | null {
    return nearest(this.#modes, entry);
  }
}

function sectionOf(entry: RawEntry, length: number): string {
  return [entry.document ?? 0, ...entry.keyPath.slice(0, length)].join('\0');
}

function nearest(map: ReadonlyMap<string, string>, entry: RawEntry): string | null {
  if (map.size === 0) return null;
  for (let length = entry.keyPath.length - 1; length >= 0; length--) {
    const found = map.get(sectionOf(entry, length));
    if (found !== undefined) return found;
  }
  return null;
}

/** The environment that an entry's own place and name give it; null where they say nothing. */
export function environmentByPath(entry: RawEntry, names: EnvironmentNames): string | null {
  const { keyPath } = entry;
  for (const written of keyPath.slice(0, Math.min(MAX_SECTION, keyPath.length - 1))) {
    // a profile of Quarkus
    const segment = written.replace(/^%/, '');
    const named = names.certain(segment) ?? (/^[\w.:-]{1,60}$/.test(segment) ? names.within(segment) : null);
    if (named !== null) return named;
  }
  const last = keyPath.at(-1) ?? '';
  // `jwtSecret: { production: … }`
  return (keyPath.length > 1 ? names.certain(last) : null) ?? environmentInName(last, names);
}

/** `JWT_SECRET_PROD`, `devJwtSecret`. */
function environmentInName(name: string, names: EnvironmentNames): string | null {
  if (name.length > 100) return null;
  const words = splitWords(name);
  return words.length < 2 ? null : (names.certain(words.at(-1) ?? '') ?? names.certain(words[0] ?? ''));
}

/** A comment that is nothing but the name of an environment: `# --- Production ---`. */
export function environmentInComment(comment: string | null, names: EnvironmentNames): string | null {
  if (comment === null || comment.length > 60) return null;
  const words = comment.toLowerCase().match(/[\p{L}\d]{1,30}/gu) ?? [];
  const said = words.filter(
    (word) => !/^(?:environment|env|only|for|the|in|on|server|settings|secrets?)$/.test(word),
  );
  return said.length === 1 ? names.certain(said[0] ?? '') : null;
}
