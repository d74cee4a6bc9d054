import { defineConfig } from 'vitest/config';

/** Scripts that need the TypeScript sources, run as `npm run …`; no part of the tests. */
export default defineConfig({ test: { include: ['test/tools/*.ts'], testTimeout: 600_000 } });
