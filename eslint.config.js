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
  {
    // Texts of scanned projects are hostile: no expression takes more than linear time on any of them.
    files: ['src/**/*.ts', 'rules/**/*.ts'],
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
    },
  },
  { ...eslintPlugin.configs.recommended, files: ['src/eslint/**/*.ts', 'rules/**/*.ts'] },
];
