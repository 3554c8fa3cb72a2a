import { fold } from '../../domain/fold.ts';

/** Long lists of values get a field to search in them. */
export function prepareFacets(region: HTMLElement): void {
  for (const finder of region.querySelectorAll<HTMLElement>('[data-facet-find]')) {
    const facet = finder.closest<HTMLElement>('[data-facet]');
    const input = finder.querySelector('input');
    if (facet === null || input === null) continue;
    finder.hidden = false;
    input.addEventListener('input', (event) => {
      event.stopPropagation();
      narrow(facet, fold(input.value));
    });
    // Enter in it would send the form of the whole page.
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
  }
}

function narrow(facet: HTMLElement, folded: string): void {
  const more = facet.querySelector('details');
  let shown = 0;
  for (const item of facet.querySelectorAll('li')) {
    const text = fold(item.querySelector('.facet-text')?.textContent ?? '');
    item.hidden = !text.includes(folded);
    if (!item.hidden) shown += 1;
  }
  if (more !== null) more.open = folded !== '' || more.dataset['wasOpen'] === '';
  const none = facet.querySelector<HTMLElement>('[data-facet-none]');
  if (none !== null) none.hidden = shown > 0;
}
