/** The two views of a person, as tabs: their messages, and their home page. */
import { frame } from './element.ts';

export type View = 'messages' | 'home';

const all: readonly View[] = ['messages', 'home'];

export interface Views {
  show(view: View): void;
  shown(): View;
  /** The part of the view that takes the cursor. */
  focus(): void;
}

/** `chosen` hears of a tab that was taken by mouse or keyboard; `show` then turns to it. */
export function views(chosen: (view: View) => void): Views {
  let current: View = 'messages';
  const tab = (view: View) => frame(`tab-${view}`);
  const focus = () => frame(current === 'home' ? 'home' : 'log').focus();

  for (const view of all) {
    tab(view).addEventListener('click', () => chosen(view));
    tab(view).addEventListener('keydown', (event) => {
      const next = neighbour(view, event.key);
      if (next === undefined) return;
      event.preventDefault();
      tab(next).focus();
      chosen(next);
    });
  }

  return {
    shown: () => current,
    focus,
    show(view) {
      const old = frame(current);
      const had = current !== view && old.contains(document.activeElement);
      current = view;
      for (const each of all) {
        const isShown = each === view;
        tab(each).setAttribute('aria-selected', String(isShown));
        tab(each).tabIndex = isShown ? 0 : -1;
        frame(each).hidden = !isShown;
      }
      if (had) focus();
    },
  };
}

/** Arrows go around, Home and End to the ends. */
function neighbour(view: View, key: string): View | undefined {
  const at = all.indexOf(view);
  switch (key) {
    case 'ArrowRight':
      return all[(at + 1) % all.length];
    case 'ArrowLeft':
      return all.at(at - 1);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}
