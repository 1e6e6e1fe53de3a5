import { defineConfig } from 'vitest/config';

/** What talks to PostgreSQL and Redis; each reports itself as skipped, by name, where there is none. */
export const SERVICES = [
  'test/contracts/queue.test.ts',
  'test/contracts/store-postgres.test.ts',
  'test/store/bad-postgres.test.ts',
  'test/store/postgres*.test.ts',
  'test/scheduler/bad-servers.test.ts',
  'test/audit/postgres.test.ts',
  'test/roles/**/*.test.ts',
];

/** `npm run services`. */
export default defineConfig({ test: { include: SERVICES, testTimeout: 20_000 } });
