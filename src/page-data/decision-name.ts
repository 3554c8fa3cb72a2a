import type { RecognitionDecision } from '../domain/decision.ts';
import { formatDate, formatPartialDate } from '../i18n/format-date.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../paths.ts';

/** By its number, else by its day, else plainly without. */
export function decisionName(decision: RecognitionDecision, language: Language): string {
  const t = translator(language);
  if (decision.number !== undefined) return t('decision.title', { number: decision.number });
  const day = decision.signedOn ?? decision.attestedOn;
  return day === undefined ? t('decision.untitled') : t('decision.dated', { date: formatPartialDate(day, language) });
}

/** The day of signing, or the time at which a source attests it; undefined when neither was read. */
export function decisionDay(decision: Pick<RecognitionDecision, 'signedOn' | 'attestedOn'>, language: Language): string | undefined {
  if (decision.signedOn !== undefined) return formatDate(decision.signedOn, language);
  return decision.attestedOn && `${translator(language)('product.attestedOn')} ${formatPartialDate(decision.attestedOn, language)}`;
}
