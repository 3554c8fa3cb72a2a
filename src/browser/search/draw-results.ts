import { dayInVietnam } from '../../domain/calendar-day.ts';
import { statusWords } from '../../i18n/status-words.ts';
import { recompute, type Root } from '../recompute.ts';
import { afterPaint } from './after-paint.ts';

/** What the first screen shows of them, on a phone and beyond. */
const DRAWN_AT_ONCE = { phone: 3, desktop: 9 };

/**
 * Puts results in place of those before. `isTyping`: the first cards alone are laid out and painted for the key that was
 * pressed, the rest right after it; nobody has the focus in them.
 */
export function drawResults(region: HTMLElement, html: string, isTyping: boolean): void {
  const drawn = document.createElement('template');
  drawn.innerHTML = html;
  sayToday(drawn.content);
  const grid = drawn.content.querySelector('.results-grid');
  const atOnce = matchMedia('(min-width: 700px)').matches ? DRAWN_AT_ONCE.desktop : DRAWN_AT_ONCE.phone;
  const later = isTyping && grid !== null ? [...grid.children].slice(atOnce) : [];
  for (const card of later) card.remove();
  region.replaceChildren(drawn.content);
  if (later.length > 0) afterPaint(() => grid?.append(...later));
}

/** Statuses for the day in this browser. */
export function sayToday(root: Root): void {
  recompute(root, dayInVietnam(Date.now()), statusWords);
}
