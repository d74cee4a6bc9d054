import { defineConfig } from 'rolldown';

// A few files load in half the time of three hundred: the loader of ES modules reads and resolves each by itself.
export default defineConfig({
  input: {
    index: 'src/index.ts',
    'dotenv-parser': 'src/eslint/dotenv-parser-module.ts',
    cli: 'src/cli/main.ts',
    // Threads start from a file of their own, and so do the tests and benchmarks of the search.
    'signature-search': 'src/scanner/signature-search.ts',
    'signature-worker': 'src/scanner/signature-worker.ts',
    'file-worker': 'src/scanner/file-worker.ts',
  },
  platform: 'node',
  external: /^[^./]/,
  // `new URL('./worker.js', import.meta.url)` means the same in every file, since all lie in one folder.
  output: {
    dir: 'dist',
    format: 'esm',
    comments: false,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[name].js',
  },
});
