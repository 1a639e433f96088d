import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    testTimeout: 60_000,
    // Vitest leaves one core free, which on a machine with two is half of it.
    maxWorkers: '100%',
  },
});
