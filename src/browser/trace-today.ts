/** Says everything on a trace page again for the day of viewing: the star, and the last days of use. */
import { dayInVietnam } from '../domain/calendar-day.ts';
import { statusWords } from '../i18n/status-words.ts';
import { recompute } from './recompute.ts';
import { tellPastDays } from './trace-past-days.ts';

const today = dayInVietnam(Date.now());
recompute(document, today, statusWords);
tellPastDays(document, today);
