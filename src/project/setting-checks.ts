import { isJavaScriptPath } from '../facts/collect.ts';
import { contextOf } from '../facts/context.ts';
import { checksVariable } from '../facts/javascript/unset-key.ts';
import type { JavaScriptModule } from '../facts/javascript/module.ts';
import type { InstalledPackages } from './installed/index.ts';
import { byCodeUnit } from './files.ts';

export interface CheckAccess {
  codeFiles(): readonly string[];
  /** The text of a file, from which nothing follows for now. */
  peek(path: string): string | null;
  moduleAt(path: string): JavaScriptModule | null;
}

/** Where programs stop at the start because a variable is not set; looked for when a key may be unset. */
export class SettingChecks {
  readonly #access: CheckAccess;
  readonly #installed: InstalledPackages;
  readonly #files = new Map<string, readonly string[]>();

  constructor(access: CheckAccess, installed: InstalledPackages) {
    this.#access = access;
    this.#installed = installed;
  }

  /** Whether a program that the file is a part of makes sure of a variable. */
  isChecked(variable: string, path: string): boolean {
    let files = this.#files.get(variable);
    if (files === undefined) this.#files.set(variable, (files = this.#filesThatCheck(variable)));
    return files.some((file) => this.#installed.mayFeed(file, path));
  }

  /** The variables that were asked about. */
  get asked(): readonly string[] {
    return [...this.#files.keys()].sort(byCodeUnit);
  }

  #filesThatCheck(variable: string): readonly string[] {
    return this.#access.codeFiles().filter((file) => {
      if (!mayCheck(file, this.#access.peek(file) ?? '', variable)) return false;
      const module = this.#access.moduleAt(file);
      return module !== null && checksVariable(module, variable);
    });
  }
}

/** What a check says, whatever its form; `require` alone only loads. */
const SAYS_CHECK =
  /\bthrow\b|exit|abort|reject|fail|fatal|panic|assert|invariant|expect|must|ensure|check|exists|validat|parse|require(?!\s{0,3}\()|\bz(?:od)?\s{0,20}\.|joi|yup|\bstr\s{0,3}\(|cleanEnv/i;

/** Whether code may make sure of a variable for other files. Says yes too often, never too rarely. */
export function mayCheck(path: string, text: string, variable: string): boolean {
  return (
    text.includes(variable) && isJavaScriptPath(path) && contextOf(path) !== 'test' && SAYS_CHECK.test(text)
  );
}
