import { defineConfig } from 'rolldown';

// A few files load in half the time of three hundred: each is resolved and read by itself.
const shared = {
  platform: 'node',
  external: /^[^./]/,
};
const output = { dir: 'dist', comments: false };

/** ESLint imports the plugin. */
const plugin = {
  ...shared,
  input: {
    index: 'src/index.ts',
    'dotenv-parser': 'src/eslint/dotenv-parser-module.ts',
  },
  output: { ...output, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
};

/** As ES modules, the command would take 25 ms more to start, most of them for Node's loader, and it starts with each commit. */
const command = {
  ...shared,
  input: {
    cli: 'src/cli/main.ts',
    // Threads start from a file of their own, and so do the tests and benchmarks of the search.
    'signature-search': 'src/scanner/signature-search.ts',
    'signature-worker': 'src/scanner/signature-worker.ts',
    'file-worker': 'src/scanner/file-worker.ts',
  },
  output: { ...output, format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[name].cjs' },
};

export default defineConfig([plugin, command]);
