import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { EnvironmentNames } from '../facts/environment-names.ts';
import { listFiles } from './files.ts';
import type { LibraryRegistry } from '../facts/javascript/libraries/registry.ts';
import type { ProjectIndex } from './link.ts';
import { Project } from './project.ts';
import { SigningSecrets } from './proof/index.ts';

/** How long an index is trusted before the files are asked again, in milliseconds. */
const TRUSTED_FOR = 2000;

/** Work for signatures each time that files change, in compressions of SHA-256: about half a second. */
const MAX_PROOF_WORK = 8_000_000;

/** Above this many files, an editor does not wait for the whole project: files are linked one by one. */
const MAX_INDEXED_FILES = 20_000;

interface Indexed {
  readonly project: Project;
  readonly stamps: ReadonlyMap<string, string>;
  checkedAt: number;
}

/** What a project says about itself in the settings of its editor. */
export interface LiveSettings {
  readonly libraries: LibraryRegistry;
  readonly environments: EnvironmentNames;
}

const projects = new WeakMap<LibraryRegistry, Map<string, Indexed>>();

/** The project around a linted file, read once per process and again when a file changes. */
export function projectAt(root: string, settings: LiveSettings): Project {
  const ofLibraries = projects.get(settings.libraries) ?? new Map<string, Indexed>();
  projects.set(settings.libraries, ofLibraries);
  const key = `${root}\0${settings.environments.key}`;
  const known = ofLibraries.get(key);
  const now = Date.now();
  if (known && now - known.checkedAt < TRUSTED_FOR) return known.project;
  const { project, stamps } = known
    ? refresh(root, known, settings)
    : open(root, null, settings, new SigningSecrets(MAX_PROOF_WORK));
  ofLibraries.set(key, { project, stamps, checkedAt: Date.now() });
  return project;
}

/** An index without any file: what `crossFile: false` asks for. */
export function emptyIndex(root: string): ProjectIndex {
  return new Project({ root, isCommitted: () => true, isAlone: true }).index();
}

interface Surroundings {
  readonly project: Project;
  /** What was read, as it was then. */
  readonly stamps: ReadonlyMap<string, string>;
  checkedAt: number;
}

const surroundings = new WeakMap<LibraryRegistry, Map<string, Surroundings>>();

/** The project around a file for single questions, without reading the rest of it. */
export function surroundingsAt(root: string, libraries: LibraryRegistry): Project {
  const ofLibraries = surroundings.get(libraries) ?? new Map<string, Surroundings>();
  surroundings.set(libraries, ofLibraries);
  const known = ofLibraries.get(root);
  const now = Date.now();
  if (known && now - known.checkedAt < TRUSTED_FOR) return known.project;
  if (known && [...known.stamps].every(([file, stamp]) => stampOf(path.join(root, file)) === stamp)) {
    known.checkedAt = now;
    known.project.forgetPaths();
    return known.project;
  }
  const stamps = new Map<string, string>();
  const onRead = (file: string): unknown => stamps.set(file, stampOf(path.join(root, file)));
  const project = new Project({ root, isCommitted: () => true, libraries, onRead });
  ofLibraries.set(root, { project, stamps, checkedAt: now });
  return project;
}

/** Files that say something about many others: after a change nothing is trusted. */
const ABOUT_OTHERS = /(?:^|\/)(?:package\.json|[jt]sconfig[^/]*\.json|[^/]*lock[^/]*|\.gitignore)$/;
/** Above so many changes, as after a checkout, the project is read anew. */
const MAX_RELOADED = 100;

function refresh(root: string, known: Indexed, settings: LiveSettings): Pick<Indexed, 'project' | 'stamps'> {
  const stamps = stampsOf(root, listPaths(root).paths);
  const changed = [...stamps.keys()].filter((file) => known.stamps.get(file) !== stamps.get(file));
  const isSameList = stamps.size === known.stamps.size && changed.every((file) => known.stamps.has(file));
  if (isSameList && changed.length === 0) return known;
  const isSmall = isSameList && changed.length <= MAX_RELOADED;
  if (!isSmall || changed.some((file) => ABOUT_OTHERS.test(file)))
    return open(root, stamps, settings, known.project.signingSecrets);
  known.project.reload(changed);
  return { project: known.project, stamps };
}

function open(
  root: string,
  stamps: ReadonlyMap<string, string> | null,
  settings: LiveSettings,
  signingSecrets: SigningSecrets,
): Pick<Indexed, 'project' | 'stamps'> {
  const files = listPaths(root);
  const { isCommitted } = files;
  const project = new Project({ root, isCommitted, onlyLinks: true, ...settings, signingSecrets });
  project.forgetPaths();
  project.addPackages(files.paths);
  for (const file of files.paths) project.load(file);
  return { project, stamps: stamps ?? stampsOf(root, files.paths) };
}

function listPaths(root: string): { paths: readonly string[]; isCommitted: (file: string) => boolean } {
  try {
    const files = listFiles(root);
    return files.paths.length > MAX_INDEXED_FILES ? { ...files, paths: [] } : files;
  } catch {
    // Without git and without a readable folder there is nothing to link with; the file itself is still judged.
    return { paths: [], isCommitted: () => true };
  }
}

function stampsOf(root: string, paths: readonly string[]): Map<string, string> {
  return new Map(paths.map((file) => [file, stampOf(path.join(root, file))]));
}

function stampOf(file: string): string {
  try {
    const { mtimeMs, size } = lstatSync(file);
    return `${mtimeMs}:${size}`;
  } catch {
    return 'gone';
  }
}
