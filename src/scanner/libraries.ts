export { checkLibraries } from '../facts/javascript/libraries/check.ts';
export type { Library } from '../facts/javascript/libraries/types.ts';
