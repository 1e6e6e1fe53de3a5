/** The queue contract, on every driver whose server answers here. */
import { afterAll } from 'vitest';
import { queueContract } from './queue.ts';
import { dropSchemas, embedded, postgresDriver, redisDriver, stopRedis } from './queue-drivers.ts';

const [redis, postgres] = await Promise.all([redisDriver(), postgresDriver()]);

for (const driver of [embedded, redis, postgres]) queueContract(driver);

afterAll(stopRedis);
afterAll(() => (postgres.missing === undefined ? dropSchemas() : undefined));
