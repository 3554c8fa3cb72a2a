/** The number on the link to the cart: here, after going back, and in every other tab. */
import { keptCount } from '../../domain/kept-cart-count.ts';

export function showCount(): void {
  const count = keptCount(document.cookie);
  for (const link of document.querySelectorAll<HTMLElement>('[data-cart]')) {
    const badge = link.querySelector<HTMLElement>('[data-cart-count]');
    if (badge === null) continue;
    badge.hidden = count === 0;
    badge.textContent = String(count);
    if (count > 0) link.setAttribute('aria-label', (link.dataset['cart'] ?? '').replace('{count}', String(count)));
    else link.removeAttribute('aria-label');
  }
}

/** Wakes other tabs: the cookie alone tells nobody that it changed. */
export function tellTabs(): void {
  showCount();
  try {
    localStorage.setItem('gio', String(Date.now()));
  } catch {
    // Storage may be forbidden; other tabs then count at their next page.
  }
}

showCount();
addEventListener('pageshow', showCount);
addEventListener('storage', showCount);
