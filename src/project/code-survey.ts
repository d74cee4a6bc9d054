import { mayDefineSettings } from '../facts/javascript/settings/definitions.ts';
import { Importers, type ImporterAccess } from './importers.ts';

export interface SurveyAccess extends ImporterAccess {
  /** Files of code that may call others. */
  codeFiles(): readonly string[];
  /** The text of a file, from which nothing follows for now. */
  peek(path: string): string | null;
}

/** What the texts of all code say to other files: read once, when the first question comes. */
export class CodeSurvey {
  readonly #access: SurveyAccess;
  readonly #importers: Importers;
  readonly #settingFiles: string[] = [];
  #isDone = false;

  constructor(access: SurveyAccess) {
    this.#access = access;
    this.#importers = new Importers(access);
  }

  get importers(): Importers {
    this.#look();
    return this.#importers;
  }

  /** Files that may define settings. */
  get settingFiles(): readonly string[] {
    this.#look();
    return this.#settingFiles;
  }

  #look(): void {
    if (this.#isDone) return;
    this.#isDone = true;
    for (const file of this.#access.codeFiles()) {
      const text = this.#access.peek(file);
      if (text === null) continue;
      this.#importers.add(file, text);
      if (mayDefineSettings(file, text)) this.#settingFiles.push(file);
    }
  }
}
