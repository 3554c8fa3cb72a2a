import { REPORT_KINDS } from '../../domain/report.ts';
import { translator, type TextKey } from '../../i18n/translate.ts';
import type { Language } from '../../paths.ts';
import { LONGEST_WORDS, REPORT_FIELDS, type ReportField, type ReportProblem, type ReportValues } from '../../publish/report-view.ts';

/** What a form for reports says, and what is wrong with it; the photograph is looked at elsewhere. */
export function readReport(form: FormData | URLSearchParams, language: Language, siteUrl: string): { values: ReportValues; problems: ReportProblem[] } {
  const raw = (field: keyof typeof REPORT_FIELDS): string => {
    const value = form.get(REPORT_FIELDS[field]);
    return typeof value === 'string' ? value.normalize('NFC').replace(/\r\n?/g, '\n') : '';
  };
  const line = (field: ReportField): string => raw(field).replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim().slice(0, LONGEST_LINE);
  const kind = REPORT_KINDS.find((known) => known === raw('kind'));
  const key = raw('photographKey');
  const values: ReportValues = {
    ...(kind !== undefined && { kind }),
    words: raw('words').replace(/[^\P{Cc}\n]/gu, ' ').trim(),
    about: withoutOrigin(line('about'), siteUrl),
    contact: line('contact'),
    consent: raw('consent') === 'on',
    ...(key !== '' && { photographKey: key }),
  };
  const t = translator(language);
  const problems: ReportProblem[] = [];
  const refuse = (field: ReportField, text: TextKey, more: Record<string, number> = {}): void => void problems.push({ field, text: t(text, more) });
  if (kind === undefined) refuse('kind', 'report.problem.kind');
  if ([...values.words].length < SHORTEST_WORDS) refuse('words', 'report.problem.words');
  if ([...values.words].length > LONGEST_WORDS) refuse('words', 'report.problem.wordsLong', { most: LONGEST_WORDS, count: [...values.words].length });
  if (values.contact !== '' && !isContact(values.contact)) refuse('contact', 'report.problem.contact');
  if (values.contact !== '' && !values.consent) refuse('consent', 'report.problem.consent');
  if (line('website') !== '') refuse('website', 'report.problem.website');
  return { values, problems };
}

const LONGEST_LINE = 300;
/** Enough to say what and where in a word or two. */
const SHORTEST_WORDS = 10;

/** A telephone number as people write it, or a mail address; whether it rings is not asked. */
export function isContact(text: string): boolean {
  if (/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text)) return true;
  return /^\+?[\d\s.()-]+$/.test(text) && /^\+?\d{8,15}$/.test(text.replace(/[\s.()-]/g, ''));
}

/** An address of this site as its path; anything else as it was typed. */
function withoutOrigin(text: string, siteUrl: string): string {
  const url = URL.parse(text);
  return url !== null && url.origin === siteUrl ? url.pathname + url.search : text;
}
