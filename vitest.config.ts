import { defineConfig } from 'vitest/config';
import { CHATS } from './vitest.chats.config.ts';
import { SERVICES } from './vitest.services.config.ts';

/** `npm test`: everything that needs no browser and no server. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Much of it is waiting, so that three at a time pay even on two cores.
    maxWorkers: 3,
    exclude: ['test/browser/**', 'test/playground/**', ...SERVICES, ...CHATS],
    testTimeout: 20_000,
  },
});
