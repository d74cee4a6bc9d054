import type { JavaScriptModule } from '../facts/javascript/module.ts';
import {
  mayDefineSettings,
  settingDefinitions,
  type SettingDefinition,
} from '../facts/javascript/settings/definitions.ts';
import { traceDefinition, type Origin } from '../facts/javascript/trace/index.ts';
import type { SettingUse } from '../facts/model.ts';

export interface DefinitionAccess {
  codeFiles(): readonly string[];
  /** The text of a file, from which nothing follows for now. */
  peek(path: string): string | null;
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
  #all: readonly Defined[] | null = null;

  constructor(access: DefinitionAccess) {
    this.#access = access;
  }

  /** The values that a setting is given, by the files they stand in. */
  of({ source, name }: Pick<SettingUse, 'source' | 'name'>): { path: string; origins: Origin[] }[] {
    this.#all ??= this.#collect();
    return this.#all
      .filter(({ definition }) => definition.source === source)
      .map(({ path, module, definition }) => ({ path, origins: traceDefinition(module, definition, name) }));
  }

  #collect(): Defined[] {
    return this.#access.codeFiles().flatMap((path) => {
      const text = this.#access.peek(path);
      const module = text !== null && mayDefineSettings(path, text) ? this.#access.moduleAt(path) : null;
      return module ? settingDefinitions(module).map((definition) => ({ path, module, definition })) : [];
    });
  }
}
