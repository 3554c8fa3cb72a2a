import type { SiteSettings } from '../catalogue/schemas/site.ts';
import { dayInVietnam } from '../domain/calendar-day.ts';
import { REPORT_KINDS, spacedReference, type ReportKind } from '../domain/report.ts';
import { formatDate } from '../i18n/format-date.ts';
import { translator } from '../i18n/translate.ts';
import { homePath, reportPath, reportSendPath, type Language } from '../paths.ts';
import { KEEP_CONTACT_DAYS, MOST_REPORT_PHOTO_BYTES, type ReportField, type ReportValues, type ReportView } from '../publish/report-view.ts';
import type { View } from '../publish/view.ts';
import type { PageHead } from './page-head.ts';
import type { Link } from './place-view.ts';
import { productAt } from './product-at.ts';
import { listTrail, registerHead } from './register-head.ts';

export interface ReportPage {
  head: PageHead;
  trail: readonly Link[];
  office: SiteSettings['office'];
  /** `static`: a plain file host takes no forms. */
  step: ReportView['step'] | 'static';
  form: ReportForm;
  received?: { reference: string; day: string; state: string } | undefined;
  refusal?: string | undefined;
}

export interface ReportForm {
  action: string;
  kinds: readonly { value: ReportKind; text: string; hint: string; checked: boolean }[];
  values: ReportValues;
  /** The product that the report is about, when its address is one of ours. */
  about?: Link | undefined;
  problems: Partial<Record<ReportField, string>>;
  count: number;
  keepDays: number;
  mostMegabytes: number;
}

/** `query` of the page's own address; what was just sent comes with the view. */
export function reportPage(view: View, language: Language, query: URLSearchParams): ReportPage {
  const t = translator(language);
  const path = reportPath(language);
  const trail = listTrail(language, { text: t('report.title'), href: path });
  const { report, mode, catalogue } = view;
  return {
    head: registerHead(view, language, { kind: 'report', path, title: t('report.title'), description: t('report.description'), trail, noindex: report !== undefined }),
    trail: [{ text: t('nav.home'), href: homePath(language) }],
    office: catalogue.site.office,
    step: report?.step ?? (mode === 'static' ? 'static' : 'form'),
    form: formOf(view, language, query),
    received: report?.step === 'received' ? { reference: spacedReference(report.reference), day: formatDate(dayInVietnam(report.at), language), state: t(`report.state.${report.state}`) } : undefined,
    refusal: report?.step === 'refused' ? t(`report.refusal.${report.reason}`) : undefined,
  };
}

function formOf({ report, catalogue }: View, language: Language, query: URLSearchParams): ReportForm {
  const t = translator(language);
  const sent = report?.step === 'form' ? report : undefined;
  const values: ReportValues = sent?.values ?? { words: '', about: asked(query), contact: '', consent: false };
  const product = productAt(catalogue, values.about);
  const problems = sent?.problems ?? [];
  return {
    action: reportSendPath(language),
    kinds: REPORT_KINDS.map((value) => ({ value, text: t(`report.kind.${value}`), hint: t(`report.kindHint.${value}`), checked: values.kind === value })),
    values,
    about: product && { text: language === 'vi' ? product.name : product.nameEn, href: values.about },
    problems: Object.fromEntries([...problems].reverse().map(({ field, text }) => [field, text])),
    count: problems.length,
    keepDays: catalogue.site.reports?.keepContactDays ?? KEEP_CONTACT_DAYS,
    mostMegabytes: Math.floor(MOST_REPORT_PHOTO_BYTES / 1_000_000),
  };
}

/** Only a path of this site is taken over from a link. */
function asked(query: URLSearchParams): string {
  const about = (query.get('ve') ?? '').normalize('NFC');
  return /^\/(?![/\\])[^\p{Cc}\s]{0,299}$/u.test(about) ? about : '';
}
