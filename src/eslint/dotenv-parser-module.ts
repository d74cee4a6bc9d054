import { dotenvParser } from './dotenv-parser.ts';

/** The parser as a module of its own, which `.eslintrc` files name by path. */
export const parseForESLint: typeof dotenvParser.parseForESLint = dotenvParser.parseForESLint;
export const meta: typeof dotenvParser.meta = dotenvParser.meta;
