import { dayInVietnam } from '../../domain/calendar-day.ts';
import { statusWords } from '../../i18n/status-words.ts';
import { inParts } from '../../results/later-parts.ts';
import { recompute, type Root } from '../recompute.ts';

/** The markup that a region was drawn from last. */
const drawnFrom = new WeakMap<HTMLElement, string>();

/**
 * Puts results in place of those before. Markup with empty places for its later parts (`later-parts.ts`) is drawn as it is;
 * the whole of the same results then only fills them.
 */
export function drawResults(region: HTMLElement, html: string): void {
  const { first, later } = inParts(html);
  const places = [...region.querySelectorAll('template[data-later]')];
  const isBegun = later.length > 0 && places.length === later.length && drawnFrom.get(region) === first;
  drawnFrom.set(region, html);
  if (isBegun) places.forEach((place, number) => place.replaceWith(parsed(later[number] ?? '')));
  else region.replaceChildren(parsed(html));
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
