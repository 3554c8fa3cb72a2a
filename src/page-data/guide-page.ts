import type { SiteSettings } from '../catalogue/schemas/site.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import type { Status } from '../domain/certificate-status.ts';
import type { IssuerLevel } from '../domain/decision.ts';
import { LOWEST_SCORE, STAR_LEVELS, type StarLevel } from '../domain/star-level.ts';
import { formatDate } from '../i18n/format-date.ts';
import { translator, type TextKey } from '../i18n/translate.ts';
import { guidePath, homePath, shareImagePath, starPath, type Language } from '../paths.ts';
import type { View } from '../publish/view.ts';
import type { CertificateView } from './certificate-view.ts';
import { exampleDay, exampleOf } from './guide-examples.ts';
import { breadcrumbJsonLd } from './json-ld.ts';
import type { PageHead } from './page-head.ts';
import type { Link } from './place-view.ts';

export interface GuidePage {
  head: PageHead;
  trail: readonly Link[];
  /** The Markdown file below content/pages/, without its ending. */
  entry: string;
  /** The worked example on three days: within the term, on its last day, on the day after. */
  moments: readonly { day: string; time?: string; shown: CertificateView }[];
  statuses: readonly { name: string; meaning: string; shown: CertificateView }[];
  levels: readonly { stars: StarLevel; score: number; href: string }[];
  /** Who grants 3, 4 and 5 stars, oldest rule first. */
  grants: readonly { period: string; rule?: string; by: readonly string[] }[];
  office: SiteSettings['office'];
  /** Thumbprint of the key that signs; undefined while there is none. */
  keyId?: string;
}

export function guidePage(view: View, language: Language): GuidePage {
  const t = translator(language);
  const path = guidePath(language);
  const trail = [{ text: t('nav.home'), href: homePath(language) }];
  return {
    head: {
      language,
      path,
      title: `${t('guide.title')} · ${view.catalogue.site.name[language]}`,
      description: t('guide.description'),
      noindex: false,
      shareImage: shareImagePath(language, 'guide'),
      jsonLd: [breadcrumbJsonLd(view, [...trail, { text: t('guide.title'), href: path }])],
      sample: false,
    },
    trail,
    entry: language === 'vi' ? 'vi/huong-dan' : 'en/guide',
    moments: MOMENTS.map(({ day, time }) => ({ day: formatDate(day, language), time, shown: exampleDay(day, language) })),
    statuses: STATUSES.map((status) => ({
      name: t(`status.${status}`),
      meaning: t(`guide.meaning.${status}`),
      shown: exampleOf(status, language),
    })),
    levels: STAR_LEVELS.map((stars) => ({ stars, score: LOWEST_SCORE[stars], href: starPath(language, stars) })),
    grants: GRANTS.map(({ period, rule, by }) => ({ period: t(period), rule: rule && t(rule), by: by.map((level) => t(`guide.level.${level}`)) })),
    office: view.catalogue.site.office,
    ...(view.proofs !== undefined && { keyId: view.proofs.keyId }),
  };
}

const MOMENTS: readonly { day: IsoDate; time?: string }[] = [
  { day: '2025-05-14' },
  { day: '2026-11-14', time: '23:59' },
  { day: '2026-11-15', time: '00:00' },
];

const STATUSES: readonly Status[] = ['valid', 'expiring', 'expired', 'revoked', 'unconfirmed'];

/** Decisions 148/QĐ-TTg of 24/02/2023 and 1489/QĐ-TTg of 06/07/2025. Levels for 3, 4 and 5 stars. */
const GRANTS: readonly { period: TextKey; rule?: TextKey; by: readonly IssuerLevel[] }[] = [
  { period: 'guide.grants.before', by: ['province', 'province', 'central'] },
  { period: 'guide.grants.148', rule: 'guide.grants.148rule', by: ['district', 'province', 'central'] },
  { period: 'guide.grants.1489', rule: 'guide.grants.1489rule', by: ['province', 'province', 'central'] },
];
