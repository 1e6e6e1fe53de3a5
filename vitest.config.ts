import { defineConfig } from 'vitest/config';
import { SERVICES } from './vitest.services.config.ts';

/** `npm test`: everything that needs no browser and no server. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/playground/**', ...SERVICES],
    testTimeout: 20_000,
  },
});
