import { dayInVietnam } from '../../domain/calendar-day.ts';
import { statusWords } from '../../i18n/status-words.ts';
import { inParts } from '../../results/later-parts.ts';
import { recompute, type Root } from '../recompute.ts';
import { afterPaint } from './after-paint.ts';

/**
 * Puts results in place of those before; `settle` is called whenever something of them is there. `isTyping`: nobody has the
 * focus in them, and a phone paints the first of them for the key that was pressed before it reads the rest.
 */
export function drawResults(region: HTMLElement, html: string, isTyping: boolean, settle: () => void): void {
  const isQuick = isTyping && !matchMedia('(min-width: 700px)').matches && region.querySelector('.facets[open]') === null;
  const { first, later } = isQuick ? inParts(html) : { first: html, later: [] };
  const drawn = parsed(first);
  const places = [...drawn.querySelectorAll('template[data-later]')];
  region.replaceChildren(drawn);
  settle();
  if (places.length === 0) return;
  afterPaint(() => {
    places.forEach((place, number) => place.replaceWith(parsed(later[number] ?? '')));
    settle();
  });
}

/** Statuses for the day in this browser. */
export function sayToday(root: Root): void {
  recompute(root, dayInVietnam(Date.now()), statusWords);
}

function parsed(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  sayToday(template.content);
  return template.content;
}
