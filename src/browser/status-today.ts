/** Computes every status on the page again for the day of viewing: a page made in October is right in December. */
import { dayInVietnam } from '../domain/calendar-day.ts';
import { recompute } from './recompute.ts';

recompute(document, dayInVietnam(Date.now()));
