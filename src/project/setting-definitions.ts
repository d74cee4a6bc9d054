import type { JavaScriptModule } from '../facts/javascript/module.ts';
import { settingDefinitions, type SettingDefinition } from '../facts/javascript/settings/definitions.ts';
import { traceDefinition, type Origin } from '../facts/javascript/trace/index.ts';
import type { SettingUse } from '../facts/model.ts';
import type { CodeSurvey } from './code-survey.ts';

export interface DefinitionAccess {
  moduleAt(path: string): JavaScriptModule | null;
}

interface Defined {
  readonly path: string;
  readonly module: JavaScriptModule;
  readonly definition: SettingDefinition;
}

/** What the code of a project gives to settings that are read by name; looked for when the first one is. */
export class SettingDefinitions {
  readonly #access: DefinitionAccess;
  readonly #survey: CodeSurvey;
  #all: readonly Defined[] | null = null;

  constructor(access: DefinitionAccess, survey: CodeSurvey) {
    this.#access = access;
    this.#survey = survey;
  }

  /** The values that a setting is given, by the files they stand in. */
  of({ source, name }: Pick<SettingUse, 'source' | 'name'>): { path: string; origins: Origin[] }[] {
    this.#all ??= this.#collect();
    return this.#all
      .filter(({ definition }) => definition.source === source)
      .map(({ path, module, definition }) => ({ path, origins: traceDefinition(module, definition, name) }));
  }

  #collect(): Defined[] {
    return this.#survey.settingFiles.flatMap((path) => {
      const module = this.#access.moduleAt(path);
      return module ? settingDefinitions(module).map((definition) => ({ path, module, definition })) : [];
    });
  }
}
