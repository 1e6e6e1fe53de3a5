import { defineConfig } from 'vitest/config';

/** `npm run playground`: a Teams of Microsoft's own on this machine, in a browser. */
export default defineConfig({
  test: {
    include: ['test/playground/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
