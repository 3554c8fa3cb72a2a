import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { certificateOn } from '../../domain/certificate.ts';
import { holds, statusOn } from '../../domain/certificate-status.ts';
import type { Pack, Product } from '../../domain/product.ts';
import type { StarLevel } from '../../domain/star-level.ts';
import { statusWords } from '../../i18n/status-words.ts';

export interface LabelStar {
  stars: StarLevel;
  /** The last valid day. */
  until: IsoDate;
}

/** The star that a label may carry, or why it carries none. */
export type StarOnLabel = { star: LabelStar } | { without: string };

/**
 * Printed matter cannot be taken back: a star is printed only while it is held on the day of printing, with its end, and
 * only on a pack that the decision covers.
 */
export function starOnLabel(catalogue: Catalogue, product: Product, pack: Pack, printedOn: IsoDate): StarOnLabel {
  const certificate = certificateOn(catalogue.certificatesOf(product.id), printedOn);
  if (certificate === undefined) return { without: 'chưa có giấy chứng nhận nào trong hồ sơ' };
  const now = statusOn(certificate, printedOn);
  if (!holds(now.status)) return { without: lower(statusWords(now, certificate, printedOn, 'vi').sentence) };
  const { stars, validUntil } = certificate;
  if (stars === undefined || validUntil === undefined) return { without: 'hồ sơ chưa rõ số sao hoặc ngày hết hiệu lực' };
  if (pack.coveredByDecision === 'no') return { without: 'quyết định không bao gồm quy cách này' };
  if (pack.coveredByDecision === 'unknown') return { without: 'chưa rõ quyết định có bao gồm quy cách này không; văn phòng ghi rõ trong hồ sơ quy cách rồi in lại' };
  return { star: { stars, until: validUntil } };
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
