import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    // A hang fails, a slow machine does not: speed is what benches measure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
