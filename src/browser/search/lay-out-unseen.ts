/** Lays out an element once where nobody sees it: fonts, styles and code are then ready for the like of it, which then takes less time. */
export function layOutUnseen(element: HTMLElement, beside: HTMLElement): void {
  const unseen = document.createElement('div');
  unseen.inert = true;
  Object.assign(unseen.style, { position: 'absolute', inset: '0', visibility: 'hidden', contain: 'strict' });
  unseen.append(element);
  beside.after(unseen);
  unseen.getBoundingClientRect();
  unseen.remove();
}
