import type { LinkedFile } from '../project/model.ts';
import type { Problem, Severity } from './model.ts';

/** JSON schema of a rule's single options object, as ESLint's `meta.schema` wants its first element. */
export interface OptionsSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly additionalProperties: false;
}

/** A rule judges the linked facts of one file. It knows neither ESLint nor the file system. */
export interface Rule<Options extends object = object> {
  readonly id: string;
  readonly meta: {
    /** Completes the sentence "This rule …": `disallow …`, `require …`. */
    readonly description: string;
    readonly configs: readonly ('recommended' | 'strict')[];
    /** The severity a plain case has; single problems go up or down from it. */
    readonly severity: Severity;
    readonly cwe: readonly string[];
    readonly schema: OptionsSchema;
    readonly defaultOptions: Options;
    /** `{{name}}` is replaced by `data.name`. */
    readonly messages: Readonly<Record<string, string>>;
    readonly hasSuggestions: boolean;
    /** Only runs where the settings ask for it, or in the strict config. */
    readonly isOptIn?: boolean;
  };
  judge(file: LinkedFile, options: Options): Iterable<Problem>;
}
