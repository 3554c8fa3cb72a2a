/** Computes every status on the page again for the day of viewing: a page made in October is right in December. On the day that it was made for, nothing is loaded. */
import { vietnamToday } from './vietnam-today.ts';

if (document.querySelector(`[data-as-of]:not([data-as-of="${vietnamToday(Date.now())}"])`) !== null) {
  void (document.documentElement.lang === 'en' ? import('./recompute-en.ts') : import('./recompute-vi.ts'));
}
