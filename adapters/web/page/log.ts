/** How elements come into the log, change in it and leave it, with the cursor and the scroll where they belong. */

export function append(log: HTMLElement, element: HTMLElement): HTMLElement {
  log.querySelector('.empty')?.remove();
  log.append(element);
  return element;
}

/** Takes the line of its day with it if nothing else is left of that day. */
export function remove(element: HTMLElement, log: HTMLElement): void {
  const { previousElementSibling: before, nextElementSibling: after } = element;
  const focused = element.contains(document.activeElement);
  element.remove();
  if (before?.matches('.day') && after?.matches('.day')) before.remove();
  if (focused) log.focus();
}

/** A history is not news: only what comes after it is read aloud. */
export function silently(log: HTMLElement, change: () => void): void {
  log.setAttribute('aria-live', 'off');
  change();
  requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
}

/** Whoever had the cursor in the old message finds it in the new one. */
export function swap(old: HTMLElement, next: HTMLElement): void {
  const focused = old.contains(document.activeElement);
  old.replaceWith(next);
  if (focused) focusIn(next);
}

export function focusIn(element: HTMLElement): void {
  const first = element.querySelector<HTMLElement>('button:not(.dismiss)') ?? element;
  first.focus({ preventScroll: true });
}

/** Whoever reads further up is not torn away by what arrives. */
export function isNearEnd(log: HTMLElement): boolean {
  return log.scrollHeight - log.scrollTop - log.clientHeight < 300;
}

/** A message longer than the pane is shown from its beginning. */
export function reveal(
  log: HTMLElement,
  element: HTMLElement,
  behavior: ScrollBehavior = 'auto',
): void {
  const long = element.offsetHeight > log.clientHeight - 48;
  element.scrollIntoView({ block: long ? 'start' : 'end', behavior });
}

export function revealLast(log: HTMLElement): void {
  const last = log.lastElementChild;
  if (last instanceof HTMLElement) reveal(log, last, 'instant');
}
