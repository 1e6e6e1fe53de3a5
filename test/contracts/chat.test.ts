/** The chat contract, on every driver. */
import { describe } from 'vitest';
import { chatContract } from './chat.ts';
import { recording, slack, teams, web } from './chat-drivers.ts';

describe.each([web, slack, teams, recording])('the $name chat', (driver) => chatContract(driver));
