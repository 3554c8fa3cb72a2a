/** Says every status on a English page for the day of viewing. */
import { dayInVietnam } from '../domain/calendar-day.ts';
import { statusWordsEn } from '../i18n/status-words-en.ts';
import { recompute } from './recompute.ts';

recompute(document, dayInVietnam(Date.now()), statusWordsEn);
