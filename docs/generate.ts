/** Writes the parts of docs/anonymity.md that are made from the code: `npm run docs`, from the top folder. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withParts } from './markdown.ts';
import { partsOf } from './sheet.ts';

const PAGE = 'docs/anonymity.md';

const before = readFileSync(PAGE, 'utf8');
const after = withParts(before, await partsOf(readFileSync('src/cli.ts', 'utf8')));
if (after !== before) writeFileSync(PAGE, after);
process.stdout.write(`${PAGE} ${after === before ? 'is up to date' : 'was written anew'}.\n`);
