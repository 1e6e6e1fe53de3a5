/** What is due for leavers: releases to open, messages to plan, interviews that the last day ends, records to erase. */
import type { Programme } from '../campaign/programme.ts';
import type { Ports } from '../ports/ports.ts';

/** Idempotent, and cheap where nothing is due: it runs with every sweep. */
export async function tendLeavers(
  _ports: Ports,
  _programme: Programme,
  _now: Date,
): Promise<void> {}
