import { expiringCertificates, lapsedCertificates, type EndingCertificate } from '../../catalogue/expiring-certificates.ts';
import { formatDate } from '../../i18n/format-date.ts';
import { certificatePath, producerPath, productPath } from '../../paths.ts';
import type { View } from '../../publish/view.ts';
import { certificateView, type CertificateView } from '../certificate-view.ts';
import type { Link } from '../place-view.ts';

/** The stars that end within so many days, and not within fewer. */
export interface WorkGroup {
  id: string;
  title: string;
  rows: readonly WorkRow[];
}

export interface WorkRow {
  product: Link;
  producer?: Link;
  certificate: CertificateView;
  /** The decision's number, leading to the certificate's page. */
  decision: Link;
  lastDay: string;
  /** "còn 23 ngày", "đã hết 7 ngày". */
  left: string;
  filed: boolean;
}

const AHEAD = [
  { upTo: 30, title: 'Trong 30 ngày tới' },
  { upTo: 90, title: 'Trong 31 đến 90 ngày tới' },
  { upTo: 180, title: 'Trong 91 đến 180 ngày tới' },
] as const;

const LAPSED_DAYS = 90;

/** What the office has to see to: what ends soon, soonest first, then what ended lately without a renewal. */
export function workList(view: View): WorkGroup[] {
  const expiring = expiringCertificates(view.catalogue, view.asOf);
  const ahead = AHEAD.map(({ upTo, title }, place) => {
    const after = AHEAD[place - 1]?.upTo ?? -1;
    return { id: `trong-${upTo}-ngay`, title, rows: expiring.filter(({ daysLeft }) => daysLeft > after && daysLeft <= upTo) };
  });
  const lapsed = { id: 'vua-het', title: `Đã hết trong ${LAPSED_DAYS} ngày qua`, rows: lapsedCertificates(view.catalogue, view.asOf, LAPSED_DAYS) };
  return [...ahead, lapsed].map((group) => ({ ...group, rows: group.rows.map((row) => rowOf(view, row)) }));
}

function rowOf(view: View, { product, producer, certificate, validUntil, daysLeft }: EndingCertificate): WorkRow {
  return {
    product: { text: product.name, href: productPath('vi', product.id) },
    ...(producer && { producer: { text: producer.name, href: producerPath('vi', producer.id) } }),
    certificate: certificateView(certificate, view.asOf, 'vi'),
    decision: { text: certificate.number ?? 'chưa rõ số', href: certificatePath('vi', certificate.id) },
    lastDay: formatDate(validUntil, 'vi'),
    left: leftInWords(daysLeft),
    filed: certificate.reEvaluationFiledOn !== undefined,
  };
}

function leftInWords(daysLeft: number): string {
  if (daysLeft === 0) return 'hôm nay là ngày cuối';
  return daysLeft > 0 ? `còn ${daysLeft} ngày` : `đã hết ${-daysLeft} ngày`;
}
