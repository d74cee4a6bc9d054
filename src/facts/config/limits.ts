/** Bounds on what is read of one hostile file. Real files stay far below all of them. */
export const MAX_ENTRIES: number = 50_000;
/** JWT secrets of one file that are looked at: nobody has this many. */
export const MAX_SECRETS: number = 2000;
export const MAX_DEPTH: number = 100;
export const MAX_VALUE: number = 64 * 1024;
/** Characters of one file that the readers look at; what lies behind them is named in the report's errors. */
export const MAX_TEXT: number = 8_000_000;
/** The YAML parser takes seconds for this much; beyond it, text is read line by line. */
export const MAX_YAML: number = 1024 * 1024;
export const MAX_YAML_NODES: number = 200_000;
/** TOML and Dockerfiles of this size were made to hurt: read line by line. */
export const MAX_PARSED: number = 1024 * 1024;

export const TOO_LONG: string = `is longer than ${MAX_TEXT / 1_000_000} million characters: settings are only looked for in the first`;
