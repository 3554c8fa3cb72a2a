/** Computes every status on the page again for the day of viewing: a page made in October is right in December. On the day that it was made for, nothing is loaded. */
import { vietnamToday } from './vietnam-today.ts';

const today = vietnamToday(Date.now());
const made = [...document.querySelectorAll('[data-as-of]')].map((element) => element.getAttribute('data-as-of'));
if (made.some((day) => day !== today)) void import('./recompute.ts').then(({ recompute }) => recompute(document, today));
