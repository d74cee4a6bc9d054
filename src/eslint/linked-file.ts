import type { TSESTree } from '@typescript-eslint/types';
import path from 'node:path';
import { collectFacts, isJavaScriptPath } from '../facts/collect.ts';
import { contextAlone, type CodeContext } from '../facts/javascript/code-context.ts';
import type { LibraryRegistry } from '../facts/javascript/libraries/registry.ts';
import type { EnvironmentNames } from '../facts/environment-names.ts';
import type { JavaScriptSource, ScopeManager } from '../facts/javascript/module.ts';
import type { FileFacts } from '../facts/model.ts';
import { mayHoldFacts } from '../facts/prefilter.ts';
import { emptyIndex, projectAt, surroundingsAt, type LiveSettings } from '../project/live.ts';
import type { Elsewhere, LinkedFile } from '../project/model.ts';
import { setsVariables, type Project } from '../project/project.ts';
import { isAlwaysRead, saysNothing } from '../project/reading.ts';
import { parseJavaScript } from '../project/parse-javascript.ts';
import { environmentsOf } from './environment-settings.ts';
import { knownSecretsOf } from './known-secrets.ts';
import { librariesOf } from './library-settings.ts';

/** The part of ESLint's source code objects that all languages and versions share. */
export interface SourceCode {
  readonly text: string;
  readonly ast: { readonly type?: string };
  readonly scopeManager?: ScopeManager | null;
  /** What ESLint 9 and later have walked before rules are asked: https://eslint.org/docs/latest/extend/languages#the-sourcecode-object */
  traverse?(): Iterable<TraversalStep>;
}

/** Phase 1 of a visit comes before the children of a node, 2 after them. */
interface TraversalStep {
  readonly type: string;
  readonly target: unknown;
  readonly phase?: number;
}

/** The part of a rule context that is the same in ESLint 8.57, 9, 10 and oxlint. */
export interface FileContext {
  readonly sourceCode: SourceCode;
  readonly filename: string;
  readonly physicalFilename?: string;
  readonly cwd?: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

const cache = new WeakMap<SourceCode, LinkedFile | null>();

/** The linked facts of the file that ESLint lints, shared by all rules; null where there is nothing to judge. */
export function linkedFileOf(context: FileContext): LinkedFile | null {
  const { sourceCode } = context;
  let linked = cache.get(sourceCode);
  if (linked === undefined) {
    linked = mayMatter(context) ? build(context) : null;
    const knownSecrets = linked && knownSecretsOf(context.settings, context.cwd ?? process.cwd());
    if (linked && knownSecrets) linked = { ...linked, knownSecrets };
    cache.set(sourceCode, linked);
  }
  return linked;
}

function mayMatter(context: FileContext): boolean {
  const { filename, settings, sourceCode } = context;
  const live = liveSettingsOf(settings);
  if (mayHoldFacts(sourceCode.text, live.libraries) || isAlwaysRead(filename)) return true;
  if (settings['jwt-secrets/crossFile'] === false || !setsVariables(filename)) return false;
  return projectAt(locate(context).root, live).isSetting(sourceCode.text);
}

function liveSettingsOf(settings: FileContext['settings']): LiveSettings {
  return { libraries: librariesOf(settings), environments: environmentsOf(settings) };
}

function build(context: FileContext): LinkedFile | null {
  const { root, file } = locate(context);
  const isClosed = context.settings['jwt-secrets/crossFile'] === false;
  const settings = liveSettingsOf(context.settings);
  const { libraries, environments } = settings;
  const around = isClosed ? contextAlone(file, libraries) : contextAround(root, file, libraries);
  const facts = factsOf(context.sourceCode, file, around, environments);
  const isAlone = isClosed || !needsProject(facts, context.sourceCode.text);
  if (isAlone && saysNothing(facts)) return null;
  if (isAlone) return emptyIndex(root).linkFresh(facts, true);
  const project = projectAt(root, settings);
  const isSameText = project.textOf(file) === context.sourceCode.text;
  const linked = project.index().linkFresh(facts, isSameText);
  return isSameText ? { ...linked, elsewhere: elsewhereOf(project, file, libraries) } : linked;
}

/** Modules with secrets of this file's calls that are passed over when they are linted themselves. */
function elsewhereOf(project: Project, file: string, libraries: LibraryRegistry): Elsewhere[] {
  const index = project.index();
  return index.originsOf(file).flatMap((origin) => {
    const text = project.textOf(origin);
    const linked = text === null || !isPassedOver(origin, text, libraries) ? null : index.link(origin);
    return linked && text !== null ? [{ file: linked, text }] : [];
  });
}

/** Whether a module is not judged by what others say when it is linted itself. */
function isPassedOver(file: string, text: string, libraries: LibraryRegistry): boolean {
  if (!mayHoldFacts(text, libraries)) return true;
  return !needsProject(collectFacts(file, text, parseJavaScript, contextAlone(file, libraries)).facts, text);
}

/**
 * A file that says nothing about secrets or tokens is not judged differently by what others say, unless it may
 * be the module that their JWT calls take the key from.
 */
function needsProject(facts: FileFacts, text: string): boolean {
  const { calls, literals, entries, tokens, privateKeys } = facts;
  const says = calls.length + literals.length + entries.length + tokens.length + privateKeys.length;
  return says > 0 || /jwt/i.test(text);
}

/** What is around the file, asked for only where the code gives reason to. */
function contextAround(root: string, file: string, libraries: LibraryRegistry): CodeContext {
  const around = (): CodeContext => surroundingsAt(root, libraries).contextOf(file);
  return {
    path: file,
    libraries,
    declares: (name) => around().declares(name),
    originOf: (specifier, members) => around().originOf(specifier, members),
  };
}

function factsOf(
  sourceCode: SourceCode,
  file: string,
  around: CodeContext,
  environments: EnvironmentNames,
): FileFacts {
  const { ast, text } = sourceCode;
  const isProgram = ast.type === 'Program' && sourceCode.scopeManager && isJavaScriptPath(file);
  const parse = isProgram ? () => asParsed(sourceCode) : parseJavaScript;
  return collectFacts(file, text, parse, around, environments).facts;
}

/** What ESLint has parsed needs no second parser. */
function asParsed(sourceCode: SourceCode): JavaScriptSource | null {
  const { ast, scopeManager, text } = sourceCode;
  const nodes = nodesOf(sourceCode);
  return scopeManager
    ? { text, ast: ast as unknown as TSESTree.Program, scopeManager, ...(nodes && { nodes }) }
    : null;
}

function nodesOf(sourceCode: SourceCode): TSESTree.Node[] | null {
  if (!sourceCode.traverse) return null;
  const nodes: TSESTree.Node[] = [];
  for (const { type, phase, target } of sourceCode.traverse())
    if (type === 'visit' && phase === 1) nodes.push(target as TSESTree.Node);
  return nodes;
}

/** The file's path relative to the folder that ESLint works in. */
function locate(context: FileContext): { root: string; file: string } {
  const name = context.physicalFilename ?? context.filename;
  const cwd = context.cwd ?? process.cwd();
  if (!path.isAbsolute(name)) return { root: cwd, file: name.split(path.sep).join('/') };
  const relative = path.relative(cwd, name);
  if (relative.startsWith('..') || path.isAbsolute(relative))
    return { root: path.dirname(name), file: path.basename(name) };
  return { root: cwd, file: relative.split(path.sep).join('/') };
}
