import { dayInVietnam } from '../domain/calendar-day.ts';
import { formatDate } from '../i18n/format-date.ts';
import { formatCount } from '../i18n/format-number.ts';
import { translator } from '../i18n/translate.ts';
import { decisionPath, producerPath, productPath, statisticsPath, updatesPath, type Language } from '../paths.ts';
import type { ChangedRecord, SiteUpdate } from '../publish/site-update.ts';
import type { View } from '../publish/view.ts';
import { decisionName } from './decision-name.ts';
import type { PageHead } from './page-head.ts';
import type { Link } from './place-view.ts';
import { listTrail, registerHead } from './register-head.ts';

/** Publishes on the page; the machine's log holds all of them. */
export const SHOWN_UPDATES = 100;

/** Records named in one update; how many more there are is said in words. */
const SHOWN_RECORDS = 12;

const VIETNAM_MS = 7 * 3_600_000;

export interface UpdateRow {
  number: number;
  /** "09:05", Việt Nam time. */
  time: string;
  /** For the `datetime` attribute. */
  instant: string;
  reasons: string;
  /** Of which day the statuses are, where that is not the day of publishing. */
  asOf?: string;
  made: string;
  took: string;
  /** Undefined: no record reads differently. */
  changed?: { shown: readonly Named[]; more?: string } | 'all';
}

/** A record by its name; without an address when the register does not have it any more. */
interface Named {
  text: string;
  href?: string;
  sample: boolean;
}

export interface UpdatesPage {
  head: PageHead;
  trail: readonly Link[];
  /** Newest first, by the day in Việt Nam. */
  days: readonly { day: string; updates: readonly UpdateRow[] }[];
  /** True where older ones are not shown. */
  more: boolean;
}

export function updatesPage(view: View, language: Language): UpdatesPage {
  const t = translator(language);
  const path = updatesPath(language);
  const trail = [...listTrail(language, { text: t('statistics.title'), href: statisticsPath(language) }), { text: t('updates.title'), href: path }];
  const all = [...(view.updates ?? [])].sort((a, b) => b.at - a.at || b.number - a.number);
  const days = Map.groupBy(all.slice(0, SHOWN_UPDATES), ({ at }) => dayInVietnam(at));
  return {
    head: registerHead(view, language, { kind: 'statistics', path, title: t('updates.title'), description: t('updates.description'), trail }),
    trail,
    days: [...days].map(([day, updates]) => ({ day: formatDate(day, language), updates: updates.map((update) => rowOf(view, update, language)) })),
    more: all.length > SHOWN_UPDATES,
  };
}

function rowOf(view: View, update: SiteUpdate, language: Language): UpdateRow {
  const t = translator(language);
  const changed = update.changed === 'all' ? 'all' : changedOf(view, update.changed, language);
  return {
    number: update.number,
    time: new Date(update.at + VIETNAM_MS).toISOString().slice(11, 16),
    instant: new Date(update.at).toISOString(),
    reasons: update.reasons.map((reason) => t(`updates.reason.${reason}`)).join(', '),
    ...(update.asOf !== dayInVietnam(update.at) && { asOf: t('updates.asOf', { date: formatDate(update.asOf, language) }) }),
    made: t('updates.made', { made: formatCount(update.made, language), pages: formatCount(update.pages, language) }),
    took: took(update.tookMs, language),
    ...(changed !== undefined && { changed }),
  };
}

function changedOf(view: View, changed: readonly ChangedRecord[], language: Language): Exclude<UpdateRow['changed'], 'all'> {
  if (changed.length === 0) return undefined;
  // As in every list, alcohol is not named; it is counted.
  const shown = changed.filter(({ kind, id }) => kind !== 'product' || view.catalogue.product(id)?.alcohol !== true).slice(0, SHOWN_RECORDS);
  const more = changed.length - shown.length;
  return {
    shown: shown.map((record) => named(view, record, language)),
    ...(more > 0 && { more: translator(language)('updates.more', { count: formatCount(more, language) }) }),
  };
}

function named({ catalogue }: View, { kind, id }: ChangedRecord, language: Language): Named {
  const unknown = { text: id, sample: false };
  switch (kind) {
    case 'product': {
      const found = catalogue.product(id);
      return found === undefined ? unknown : { text: language === 'vi' ? found.name : found.nameEn, href: productPath(language, id), sample: found.sample };
    }
    case 'producer': {
      const found = catalogue.producer(id);
      return found === undefined ? unknown : { text: found.name, href: producerPath(language, id), sample: found.sample };
    }
    case 'decision': {
      const found = catalogue.decision(id);
      return found === undefined ? unknown : { text: decisionName(found, language), href: decisionPath(language, id), sample: found.sample };
    }
  }
}

/** "0,4 giây", "12 giây", "3 phút". */
function took(ms: number, language: Language): string {
  const t = translator(language);
  if (ms >= 120_000) return t('updates.minutes', { count: formatCount(Math.round(ms / 60_000), language) });
  const seconds = ms < 9_950 ? Math.max(0.1, ms / 1000).toFixed(1) : String(Math.round(ms / 1000));
  return t('updates.seconds', { count: language === 'vi' ? seconds.replace('.', ',') : seconds });
}
