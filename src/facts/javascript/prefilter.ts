import type { CodeContext } from './code-context.ts';
import { mayLogSecrets } from './exposure/logs.ts';
import { mayNameSecret } from '../text/secret-mentions.ts';
import { mayHoldSplitTokens } from './split-tokens.ts';

/**
 * Whether a program is worth parsing, by its text: one test for each way in which code comes to say something. Most files that
 * speak of tokens or secrets pass none of them, and parsing one costs more than all tests together.
 */
export function mayHoldJavaScriptFacts(text: string, context: CodeContext): boolean {
  return TESTS.some((test) => test(text, context));
}

const TESTS: readonly ((text: string, context: CodeContext) => boolean)[] = [
  callsLibrary,
  callsOwnFunction,
  setsVariable,
  mayLogSecrets,
  definesVariables,
  mayNameSecret,
  mayHoldSplitTokens,
];

/* ------------------------------------------------------------------ calls */

function callsLibrary(text: string, { libraries, path, declares }: CodeContext): boolean {
  return (
    libraries.isCalledIn(text) ||
    libraries.byFile(path).length > 0 ||
    libraries
      .receiversIn(text)
      .some(({ name, modules }) => modules.some((one) => text.includes(one)) || declares(name))
  );
}

/** A function of the project's own module may be a library's, exported anew; its name or that of its module promises one. */
const TOKEN_CALL =
  /(?:sign|verif|decode|encode)\w{0,20}(?:token|jwt)\w{0,20}\s{0,4}\(|jwt\w{0,20}(?:sign|verif|decode|encode|strategy)\w{0,20}\s{0,4}\(|\bjwt\s{0,4}\(|jwt\w{0,20}\s{0,4}\??\.\s{0,20}(?:sign|verif|decode|encode)/i;
const OWN_IMPORT = /(?:from|require\(|import\()\s{0,4}['"`][.@~#/]/;
const PLAIN_CALL = /(?:sign|verif|decode|encode)\w{0,12}\s{0,4}\(/i;
const TOKEN_MODULE = /(?:from|require\(|import\()\s{0,4}['"`][.@~#/][^'"`\n]{0,200}(?:jwt|jose|token)/i;

function callsOwnFunction(text: string): boolean {
  if (TOKEN_CALL.test(text) && OWN_IMPORT.test(text)) return true;
  return PLAIN_CALL.test(text) && TOKEN_MODULE.test(text);
}

/* ------------------------------------------------------------------ settings */

/** `process.env.NAME = 'value'`, which other files read. */
const VARIABLE_WRITE =
  /(?:process\.env|import\.meta\.env|Bun\.env)[\w.'"`[\]]{1,80}\s{0,4}(?:\|\||\?\?)?=\s{0,20}['"`(]/;

function setsVariable(text: string): boolean {
  return VARIABLE_WRITE.test(text);
}

const DEFINES = /\bdefine\s{0,4}:|(?:Define|Environment)Plugin\(/;

/** Configurations of frameworks, from which some settings reach the browser. */
const FRAMEWORK_CONFIG = /(?:^|\/)(?:next|nuxt|app)\.config\.[cm]?[jt]s$/;

/** Variables that a bundler writes into the code. */
function definesVariables(text: string, { path }: CodeContext): boolean {
  return DEFINES.test(text) || FRAMEWORK_CONFIG.test(path);
}
