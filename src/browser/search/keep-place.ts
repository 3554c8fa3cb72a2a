/** Remembers what is open and where the focus is in a region that is about to be made anew; gives back what restores it. */
export function keepPlace(region: HTMLElement): () => void {
  const open = new Set([...region.querySelectorAll<HTMLDetailsElement>('details[open]')].map(keyOf));
  const focused = document.activeElement;
  const key = focused !== null && region.contains(focused) ? focusKey(focused) : undefined;
  return () => {
    for (const details of region.querySelectorAll('details')) if (open.has(keyOf(details))) details.open = true;
    if (key === undefined) return;
    const same = [...region.querySelectorAll<HTMLElement>('a,button,select,input')].find((element) => focusKey(element) === key);
    const heading = region.querySelector<HTMLElement>('h2');
    if (same === undefined && heading !== null) heading.tabIndex = -1;
    (same ?? heading)?.focus({ preventScroll: true });
  };
}

function keyOf(details: HTMLDetailsElement): string {
  return details.closest<HTMLElement>('[data-facet]')?.dataset['facet'] ?? details.className;
}

/** A value of a facet is the same by its text, whatever its count and address are now. */
function focusKey(element: Element): string {
  const facet = element.closest<HTMLElement>('[data-facet]')?.dataset['facet'] ?? '';
  const text = element.querySelector('.facet-text')?.textContent ?? element.getAttribute('name') ?? element.textContent ?? '';
  return `${facet}|${element.tagName}|${text}`;
}
