import type { IsoDate } from '../domain/calendar-day.ts';
import { statusOn, type CertificateStatus, type CertificateTerm } from '../domain/certificate-status.ts';
import { elapsedShare } from '../domain/elapsed-share.ts';
import { formatDate } from '../i18n/format-date.ts';
import type { StatusWords } from '../i18n/status-words.ts';
import type { Language } from '../paths.ts';

/** The few members of an element that are used here. */
export interface Part extends Root {
  textContent: string | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
}

export interface Root {
  querySelectorAll(selector: string): Iterable<Part>;
}

/** What is said of a certificate in the language of an element; a page needs the words of one only. */
export type SayStatus = (now: CertificateStatus, term: CertificateTerm, day: IsoDate, language: Language) => StatusWords;

/** Says every status and every "as of" day below `root` for `today`; what was made today stays as it is. */
export function recompute(root: Root, today: IsoDate, say: SayStatus): void {
  for (const element of root.querySelectorAll('[data-status][data-as-of]')) {
    if (element.getAttribute('data-as-of') !== today) recomputeStatus(element, today, say);
  }
  for (const element of root.querySelectorAll('[data-today]')) {
    element.textContent = formatDate(today, languageOf(element.getAttribute('data-today')));
  }
}

function recomputeStatus(element: Part, today: IsoDate, say: SayStatus): void {
  const term = termOf(element);
  const now = statusOn(term, today);
  const words = say(now, term, today, languageOf(element.getAttribute('data-language')));
  const share = elapsedShare(term, today);
  element.setAttribute('data-status', now.status);
  element.setAttribute('data-reason', now.reason);
  element.setAttribute('data-as-of', today);
  for (const part of element.querySelectorAll('[data-word]')) {
    part.textContent = words[part.getAttribute('data-word') as keyof StatusWords];
  }
  if (share === undefined) return;
  for (const bar of element.querySelectorAll('[data-elapsed]')) bar.setAttribute('width', `${share * 100}%`);
  for (const mark of element.querySelectorAll('[data-mark]')) mark.setAttribute('x', `${share * 100}%`);
}

/** The attributes that certificate-view.ts writes. */
function termOf(element: Part): CertificateTerm {
  const day = (name: string): IsoDate | undefined => element.getAttribute(`data-${name}`) ?? undefined;
  return {
    grantedOn: day('granted'),
    validUntil: day('until'),
    heldAtMostUntil: day('at-most'),
    lapsedBy: day('lapsed'),
    revokedOn: day('revoked'),
    replacedOn: day('replaced'),
  };
}

function languageOf(value: string | null): Language {
  return value === 'en' ? 'en' : 'vi';
}
