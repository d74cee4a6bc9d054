import { mayDecodeByHand } from './claims/by-hand.ts';
import type { CodeContext } from './code-context.ts';
import { mayLogSecrets } from './exposure/logs.ts';
import { mayNameAnySecret, mayNameSecret } from '../text/secret-mentions.ts';
import { mayCallOwnFunction } from './sites.ts';
import { mayUseOtherSecrets } from './other-secrets.ts';
import { mayHoldSplitTokens } from './split-tokens.ts';

/**
 * Whether a program is worth parsing, by its text: one test for each way in which code comes to say something. Most files that
 * speak of tokens or secrets pass none of them, and parsing one costs more than all tests together.
 */
export function mayHoldJavaScriptFacts(text: string, context: CodeContext): boolean {
  return TESTS.some((test) => test(text, context));
}

const TESTS: readonly ((text: string, context: CodeContext) => boolean)[] = [
  mayCallLibrary,
  mayCallOwnFunction,
  mayDecodeByHand,
  setsVariable,
  standsBesideTokens,
  mayLogSecrets,
  definesVariables,
  mayUseOtherVariables,
  mayNameSecret,
  mayHoldSplitTokens,
];

/* ------------------------------------------------------------------ calls */

/** Whether a program may call a library, by an import or on a framework's object. */
export function mayCallLibrary(text: string, { libraries, path, declares }: CodeContext): boolean {
  return (
    libraries.isCalledIn(text) ||
    libraries.byFile(path).length > 0 ||
    libraries
      .receiversIn(text)
      .some(({ name, modules }) => modules.some((one) => text.includes(one)) || declares(name))
  );
}

/* ------------------------------------------------------------------ settings */

/** `process.env.NAME = 'value'`, which other files read. */
const VARIABLE_WRITE =
  /(?:process\.env|import\.meta\.env|Bun\.env)[\w.'"`[\]]{1,80}\s{0,4}(?:\|\||\?\?)?=(?![=>])/;

/** `process.env = { … }`, `Object.assign(process.env, { … })` */
const VARIABLES_WRITE = /process\.env\s{0,4}(?:=\s{0,4}\{|,\s{0,20}\{)/;

/** Also `vi.stubEnv('NAME', …)`. */
function setsVariable(text: string): boolean {
  if (text.includes('.stubEnv(')) return true;
  return text.includes('.env') && (VARIABLE_WRITE.test(text) || VARIABLES_WRITE.test(text));
}

/** What may stand beside a secret and say what it is for. */
const BESIDE =
  /alg(?:orithms?)?['"]?\s{0,4}:\s{0,4}\[?\s{0,20}['"`]HS(?:256|384|512)|\bexpiresIn['"]?\s{0,4}[:,]|(?:type|kind|scheme|strategy)['"]?\s{0,4}:\s{0,4}['"`]jwt['"`]/i;

function standsBesideTokens(text: string): boolean {
  return /secret/i.test(text) && BESIDE.test(text) && mayNameAnySecret(text);
}

const DEFINES = /\bdefine\s{0,4}:|(?:Define|Environment)Plugin\(/;

/** Configurations of frameworks, from which some settings reach the browser. */
const FRAMEWORK_CONFIG = /(?:^|\/)(?:next|nuxt|app)\.config\.[cm]?[jt]s$/;

/** Where a variable comes from: the environment itself, a helper such as `getEnv()`, a plugin that puts it on an object. */
const VARIABLE_READ = /(?:process|meta|Bun|Deno)\.env|env[\w.]{0,20}\s{0,4}\(|env-var|\.config\b/i;

/** A variable may go to a session, a webhook, a cipher. */
function mayUseOtherVariables(text: string): boolean {
  return mayUseOtherSecrets(text) && VARIABLE_READ.test(text);
}

/** Variables that a bundler writes into the code. */
function definesVariables(text: string, { path }: CodeContext): boolean {
  return DEFINES.test(text) || FRAMEWORK_CONFIG.test(path);
}
