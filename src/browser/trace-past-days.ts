import type { IsoDate } from '../domain/calendar-day.ts';

/** The few members of an element that are used here. */
export interface PastDayPart {
  hidden: boolean;
  getAttribute(name: string): string | null;
}

export interface PastDayRoot {
  querySelectorAll(selector: string): Iterable<PastDayPart>;
}

/** Shows what is said only once a day, `data-after`, has passed. */
export function tellPastDays(root: PastDayRoot, today: IsoDate): void {
  for (const element of root.querySelectorAll('[data-after]')) {
    element.hidden = today <= (element.getAttribute('data-after') as IsoDate);
  }
}
