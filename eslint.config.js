import eslintPlugin from 'eslint-plugin-eslint-plugin';
import * as regexp from 'eslint-plugin-regexp';
import tsParser from '@typescript-eslint/parser';

export default [
  { ignores: ['dist/', 'fixtures/', 'coverage/'] },
  {
    files: ['**/*.ts', '**/*.js'],
    languageOptions: { parser: tsParser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  { ...regexp.configs['flat/recommended'], files: ['**/*.ts'] },
  { ...eslintPlugin.configs.recommended, files: ['src/eslint/**/*.ts', 'rules/**/*.ts'] },
];
