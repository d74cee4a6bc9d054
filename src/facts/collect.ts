import { MAX_TEXT, TOO_LONG } from './config/limits.ts';
import { TOO_MANY_SECRETS } from './config/entry.ts';
import { readConfig } from './config/readers.ts';
import { contextOfText, environmentOf } from './context.ts';
import { type EnvironmentNames, USUAL_ENVIRONMENTS } from './environment-names.ts';
import { extractScripts, scriptLanguage } from './html-script.ts';
import { contextAlone, type CodeContext } from './javascript/code-context.ts';
import { collectJavaScript, type JavaScriptFacts } from './javascript/collect.ts';
import { exposedEntries } from './javascript/exposure/client.ts';
import { callsInProse, isProse } from './javascript/prose.ts';
import type { ParseJavaScript } from './javascript/module.ts';
import { withSplitTokens } from './javascript/split-tokens.ts';
import type { ConfigEntry, FileFacts } from './model.ts';
import { mayHoldJavaScriptFacts } from './javascript/prefilter.ts';
import { mayHoldTokensOrKeys } from './prefilter.ts';
import { overlaps } from './spans.ts';
import { MAX_NAMED_VALUES } from './text/named-values.ts';
import { readAssignments } from './text/assignments.ts';
import { findSettingUses } from './text/setting-uses.ts';
import { findHeaderAlgorithms } from './text/header-algorithms.ts';
import { findKeys } from './text/keys.ts';
import { MAX_KEYS, MAX_TOKENS } from './text/limits.ts';
import { findTokens } from './text/tokens.ts';

export interface Collected {
  readonly facts: FileFacts;
  /** Why a part of the file could not be read as what its name says. */
  readonly errors: readonly string[];
}

/** Code, and templates of code that are copied under the name without the last ending. */
const JAVASCRIPT =
  /\.([cm]?[jt]s|jsx|tsx)(?:\.(?:example|sample|template|tmpl|tpl|dist|txt|bak|old|orig))?$/i;
const COMPONENT = /\.(?:vue|svelte|astro)$/i;
/** Types only: no value stands in them. */
const DECLARATIONS = /\.d\.(?:[^./]{1,20}\.)?[cm]?ts$/i;
const NO_CODE: JavaScriptFacts = {
  calls: [],
  literals: [],
  entries: [],
  settingUses: [],
  importUses: [],
  splitTokens: [],
  passedUses: [],
  otherUses: [],
  logs: [],
  exposures: [],
};

const TOO_MANY_TOKENS = 'has more tokens or keys than are looked at';

const NO_KEYS = { privateKeys: [], publicKeys: [] };

/** What a look at a text says of it, before anything is read as what it is. */
export interface Look {
  readonly hasTokensOrKeys: boolean;
  /** False where it is code that says nothing. */
  readonly mayHoldCode: boolean;
}

/** Look at a file by its text, which costs little beside reading it as what it is. */
export function lookAt(path: string, text: string, context: CodeContext): Look {
  const script = scriptOf(path, text);
  return {
    hasTokensOrKeys: mayHoldTokensOrKeys(text),
    mayHoldCode: script === null || isWorthParsing(path, script.text, context),
  };
}

/** Everything that one file says. Reads nothing but its arguments. */
export function collectFacts(
  path: string,
  text: string,
  parse: ParseJavaScript,
  context: CodeContext = contextAlone(path),
  names: EnvironmentNames = USUAL_ENVIRONMENTS,
  look: Look = lookAt(path, text, context),
): Collected {
  const file: FileHead = { path, text, names, look };
  const script = scriptOf(path, text);
  if (script) {
    if (!look.mayHoldCode) return withText(file, NO_CODE, [], []);
    const source = parse(script.text, script.language);
    if (source) return withText(file, collectJavaScript(source, context), [], []);
    return withText(file, NO_CODE, readAssignments(text, path), [
      'is not valid JavaScript or TypeScript: looked at as plain text',
    ]);
  }
  const config = readConfig(path, text, { names, environment: environmentOf(path, names) });
  // What cannot be read as a whole is searched by the names of secrets as well.
  const isPlain = config === null || config.error !== null;
  const errors = config?.error ? [config.error] : isPlain && text.length > MAX_TEXT ? [TOO_LONG] : [];
  const start = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
  const ofText = isPlain ? readAssignments(start, path) : [];
  if (errors.length === 0 && ofText.length >= MAX_NAMED_VALUES) errors.push(TOO_MANY_SECRETS);
  const code = isPlain ? codeInText(path, start, parse, context) : NO_CODE;
  const others = ofText.filter(({ span }) => !code.literals.some((literal) => overlaps(literal.span, span)));
  return withText(file, code, [...(config?.entries ?? []), ...others], errors);
}

function isWorthParsing(path: string, text: string, context: CodeContext): boolean {
  return !DECLARATIONS.test(path) && mayHoldJavaScriptFacts(text, context) && !isBundle(text);
}

/** What a text in another language, or a document with code in it, says about JWT calls. */
function codeInText(
  path: string,
  text: string,
  parse: ParseJavaScript,
  context: CodeContext,
): JavaScriptFacts {
  const ofProse = isProse(path) ? callsInProse(text, parse, context) : NO_CODE;
  return {
    ...NO_CODE,
    calls: [...findHeaderAlgorithms(text), ...ofProse.calls],
    literals: ofProse.literals,
    settingUses: findSettingUses(text, path),
  };
}

/** Minified output of a bundler, by its size and the length of its lines: nobody wrote it, nobody can mend it. */
function isBundle(text: string): boolean {
  if (text.length < 100_000) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > 300;
}

interface FileHead {
  readonly path: string;
  readonly text: string;
  readonly names: EnvironmentNames;
  readonly look: Look;
}

function withText(
  { path, text, names, look: { hasTokensOrKeys } }: FileHead,
  code: JavaScriptFacts,
  entries: readonly ConfigEntry[],
  errors: readonly string[],
): Collected {
  const facts: FileFacts = {
    path,
    context: contextOfText(path, text),
    environment: environmentOf(path, names),
    calls: code.calls,
    literals: code.literals,
    entries: [...code.entries, ...entries],
    tokens: withSplitTokens(hasTokensOrKeys ? findTokens(text) : [], code.splitTokens),
    ...(hasTokensOrKeys ? findKeys(text) : NO_KEYS),
    settingUses: code.settingUses,
    importUses: code.importUses,
    passedUses: code.passedUses,
    otherUses: code.otherUses,
    logs: code.logs,
    exposures: [...code.exposures, ...exposedEntries([...code.entries, ...entries])],
  };
  const isCut =
    facts.tokens.length >= MAX_TOKENS ||
    facts.privateKeys.length >= MAX_KEYS ||
    facts.publicKeys.length >= MAX_KEYS;
  return { facts, errors: isCut ? [...errors, TOO_MANY_TOKENS] : errors };
}

/** The code of a file and its language: the whole text, or the script blocks of a component. */
export function scriptOf(
  path: string,
  text: string,
): { text: string; language: 'js' | 'jsx' | 'ts' | 'tsx' } | null {
  if (COMPONENT.test(path)) {
    const scripts = extractScripts(path, text);
    return scripts === null ? null : { text: scripts, language: scriptLanguage(path, text) };
  }
  const extension = JAVASCRIPT.exec(path)?.[1]?.toLowerCase();
  if (!extension) return null;
  if (extension === 'tsx' || extension === 'jsx') return { text, language: extension };
  return { text, language: extension.endsWith('ts') ? 'ts' : 'js' };
}

/** Whether a path is code that we parse, in whole or in its script blocks. */
export function isJavaScriptPath(path: string): boolean {
  return JAVASCRIPT.test(path) || COMPONENT.test(path);
}
