/** What is left out where a message is more than a platform takes at once. */
import type { Block } from './message.ts';

/** What goes first: comments, then figures, which are listed elsewhere too; buttons and links go last. */
const ORDER: Readonly<Record<Block['kind'], number>> = {
  quote: 0,
  chart: 1,
  text: 2,
  note: 2,
  heading: 2,
  link: 3,
  scale: 3,
  actions: 3,
};

/** The blocks as rendered; as few as needed are left out, from the end, and one note counts them: `… +3`. */
export function fitBlocks<Rendered>(
  blocks: readonly Block[],
  render: (blocks: readonly Block[]) => Rendered,
  fits: (rendered: Rendered) => boolean,
): Rendered {
  const whole = render(blocks);
  if (fits(whole)) return whole;
  const order = blocks
    .map(({ kind }, index) => ({ rank: ORDER[kind], index }))
    .sort((a, b) => a.rank - b.rank || b.index - a.index)
    .map(({ index }) => index);
  let [tooFew, enough] = [0, blocks.length];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (fits(render(without(blocks, order.slice(0, middle))))) enough = middle;
    else tooFew = middle;
  }
  return render(without(blocks, order.slice(0, enough)));
}

function without(blocks: readonly Block[], dropped: readonly number[]): Block[] {
  const gone = new Set(dropped);
  const first = Math.min(...dropped);
  const note: Block = { kind: 'note', text: `… +${dropped.length}` };
  return blocks.flatMap((block, index) => {
    if (index === first) return [note];
    return gone.has(index) ? [] : [block];
  });
}
