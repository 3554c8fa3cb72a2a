import { dayInVietnam } from '../../domain/calendar-day.ts';
import { statusWords } from '../../i18n/status-words.ts';
import { recompute, type Root } from '../recompute.ts';
import { afterPaint } from './after-paint.ts';

/** More than the first screen of a phone shows. */
const DRAWN_AT_ONCE = 4;

/**
 * Puts results in place of those before. `isTyping`: the first cards alone are laid out and painted for the key that was
 * pressed, the rest right after it; nobody has the focus in them.
 */
export function drawResults(region: HTMLElement, html: string, isTyping: boolean): void {
  const drawn = document.createElement('template');
  drawn.innerHTML = html;
  sayToday(drawn.content);
  const grid = drawn.content.querySelector('.results-grid');
  const later = isTyping && grid !== null ? [...grid.children].slice(DRAWN_AT_ONCE) : [];
  for (const card of later) card.remove();
  region.replaceChildren(drawn.content);
  if (later.length > 0) afterPaint(() => grid?.append(...later));
}

/** Statuses for the day in this browser. */
export function sayToday(root: Root): void {
  recompute(root, dayInVietnam(Date.now()), statusWords);
}
