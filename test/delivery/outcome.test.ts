/** What a platform says, and what becomes of the message: one table. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterSend } from '../../src/delivery/outcome.ts';
import type { Sent } from '../../src/ports/chat.ts';

const TABLE: readonly (readonly [says: string, sent: Sent, outcome: object])[] = [
  ['it was posted', { sent: 'at-1' }, { address: 'at-1' }],
  ['it was posted, at an empty address', { sent: '' }, { address: '' }],
  ['the person is unreachable or gone', { refused: 'unreachable' }, { unreachable: true }],
  ['it is busy for a second', { refused: 'busy', retryAfter: 1 }, { again: 1 }],
  ['it is busy for an hour', { refused: 'busy', retryAfter: 3600 }, { again: 3600 }],
  ['it is busy for no time at all', { refused: 'busy', retryAfter: 0 }, { again: 0 }],
  ['nobody may be written to', { refused: 'forbidden' }, { again: 300 }],
];

test.each(TABLE)('a platform that says %s', (_says, sent, outcome) => {
  expect(afterSend(sent)).toEqual(outcome);
});

test('whatever a busy platform asks for is what is waited, no more and no less', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (retryAfter) => {
      expect(afterSend({ refused: 'busy', retryAfter })).toEqual({ again: retryAfter });
    }),
  );
});

test('every answer has exactly one outcome: posted, never again, or later', () => {
  const kinds = new Set(TABLE.map(([, sent]) => Object.keys(afterSend(sent)).join()));
  expect(kinds).toEqual(new Set(['address', 'unreachable', 'again']));
});
