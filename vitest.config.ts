import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Nothing is kept in the home folder of whoever runs the tests.
    env: { JWT_SECRETS_CACHE: path.join(tmpdir(), `jwt-secrets-test-cache-${process.pid}`) },
  },
});
