#!/usr/bin/env node
/** The command `soundings`: makes the clone ready if it is not, then runs the program. */
import './ready.mjs';

await import('../dist/src/cli.js');
