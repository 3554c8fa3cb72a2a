import type { IsoDate, PartialDate } from '../domain/calendar-day.ts';
import { isPastLastDay, lastDayOfLot } from '../domain/lot-days.ts';
import type { Lot } from '../domain/lot.ts';
import { formatDate, formatPartialDate } from '../i18n/format-date.ts';
import type { TraceContext } from './trace-context.ts';
import { wordsIn, type WordsIn } from './trace-words.ts';

/** What must be read before anything else. Never about the star: that has its own place, and its own words. */
export interface TraceNotice {
  kind: 'recall' | 'use-by' | 'best-before' | 'unknown-lot' | 'serial-listed' | 'serial-not-listed' | 'serial-unlisted';
  title: string;
  parts: readonly (WordsIn & { name?: string })[];
  /** Said from the day after this one; the browser decides it again on the day of viewing. */
  after?: IsoDate;
  /** Not yet to be said on the page's day. */
  hidden?: boolean;
}

export function traceNotices(context: TraceContext): TraceNotice[] {
  return [recall(context), ...lastDays(context), unknownLot(context), serial(context)].filter((notice) => notice !== undefined);
}

function recall({ lot, text, t }: TraceContext): TraceNotice | undefined {
  if (lot?.recall === undefined) return undefined;
  const { on, reason, whatToDo } = lot.recall;
  return {
    kind: 'recall',
    title: t('trace.recall.title', { date: formatDate(on, text) }),
    parts: [
      { name: t('trace.recall.reason'), ...wordsIn(reason, text) },
      { name: t('trace.recall.whatToDo'), ...wordsIn(whatToDo, text) },
      { text: t('trace.recall.notTheStar') },
    ],
  };
}

/** After the last day of use only that is said, not that the best days are over too. */
function lastDays(context: TraceContext): TraceNotice[] {
  const { lot } = context;
  if (lot?.useBy !== undefined) return [afterLastDay('use-by', lot.useBy, lot, context)];
  return lot?.bestBefore === undefined ? [] : [afterLastDay('best-before', lot.bestBefore, lot, context)];
}

function afterLastDay(kind: 'use-by' | 'best-before', date: PartialDate, lot: Lot, { view, text, t }: TraceContext): TraceNotice {
  const words = kind === 'use-by' ? 'useBy' : 'bestBefore';
  return {
    kind,
    title: t(`trace.${words}.title`, { date: formatPartialDate(date, text) }),
    parts: [{ text: t(`trace.${words}.text`) }],
    after: lastDayOfLot(lot),
    hidden: !isPastLastDay(lot, view.asOf),
  };
}

function unknownLot({ view, t }: TraceContext): TraceNotice | undefined {
  const lot = view.scanned?.unknownLot;
  if (lot === undefined) return undefined;
  return { kind: 'unknown-lot', title: t('trace.unknownLot.title', { lot }), parts: [{ text: t('trace.unknownLot.means') }, { text: t('trace.unknownLot.do') }] };
}

function serial({ view, t }: TraceContext): TraceNotice | undefined {
  if (view.scanned?.serial === undefined) return undefined;
  const { value, listed } = view.scanned.serial;
  const state = listed === undefined ? 'unlisted' : listed ? 'listed' : 'notListed';
  const kind = listed === undefined ? 'serial-unlisted' : listed ? 'serial-listed' : 'serial-not-listed';
  return { kind, title: t(`trace.serial.${state}.title`, { serial: value }), parts: [{ text: t(`trace.serial.${state}.text`) }] };
}
