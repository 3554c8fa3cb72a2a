/** Says every status on a Vietnamese page for the day of viewing. */
import { dayInVietnam } from '../domain/calendar-day.ts';
import { statusWordsVi } from '../i18n/status-words-vi.ts';
import { recompute } from './recompute.ts';

recompute(document, dayInVietnam(Date.now()), statusWordsVi);
