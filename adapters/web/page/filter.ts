/** A box that finds options in a long list, and says how many are shown and how many are chosen. */
import { freshId, h } from './element.ts';
import { hasWords } from './words.ts';

/** What is chosen stays chosen, shown or not. */
export function filterOver(
  title: string,
  list: HTMLElement,
  labels: readonly HTMLElement[],
): HTMLElement[] {
  const count = h('p', { id: freshId('count'), class: 'count', role: 'status', lang: 'en' });
  const search = h('input', {
    type: 'search',
    class: 'filter',
    lang: 'en',
    placeholder: 'Find in this list',
    autocomplete: 'off',
    'aria-label': `Find in: ${title}`,
    'aria-describedby': count.id,
  });

  function draw(): void {
    for (const label of labels) label.hidden = !hasWords(label.textContent, search.value);
    tell();
  }

  function tell(): void {
    const shown = labels.filter((label) => !label.hidden).length;
    const chosen = list.querySelectorAll(':checked').length;
    const found =
      shown === labels.length ? `${shown} in all` : `${shown} of ${labels.length} shown`;
    count.textContent = `${chosen} chosen, ${found}`;
  }

  search.addEventListener('input', draw);
  list.addEventListener('change', tell);
  search.addEventListener('keydown', (event) => {
    // Neither sends the form with Enter, nor closes it with the Escape that was meant for the box.
    if (event.key === 'Enter') event.preventDefault();
    if (event.key !== 'Escape' || search.value === '') return;
    event.preventDefault();
    search.value = '';
    draw();
  });
  tell();
  return [search, count];
}
