import type { IsoDate } from '../domain/calendar-day.ts';
import type { CertificateStatus, CertificateTerm } from '../domain/certificate-status.ts';
import type { Language } from '../paths.ts';
import { statusWordsEn } from './status-words-en.ts';
import { statusWordsVi } from './status-words-vi.ts';

/** What a reader is told about a certificate on a day; the browser computes the same words again. */
export interface StatusWords {
  /** One phrase: "còn hiệu lực". */
  state: string;
  /** For a pill on a card: "đến 15/10/2027". */
  pill: string;
  /** One sentence with its day: "Còn hiệu lực đến hết ngày 15/10/2027." */
  sentence: string;
  /** "còn 10 tháng 24 ngày"; empty when nothing is left to count. */
  remaining: string;
}

export function statusWords(now: CertificateStatus, term: CertificateTerm, day: IsoDate, language: Language): StatusWords {
  return (language === 'vi' ? statusWordsVi : statusWordsEn)(now, term, day);
}
