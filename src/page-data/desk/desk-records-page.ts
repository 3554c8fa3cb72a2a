import { fold } from '../../domain/fold.ts';
import { deskPath } from '../../paths.ts';
import type { View } from '../../publish/view.ts';
import { certificateOn } from '../../domain/certificate.ts';
import { formatCount } from '../../i18n/format-number.ts';
import { certificateView, type CertificateView } from '../certificate-view.ts';
import type { Link } from '../place-view.ts';
import { deskContent } from './desk-content.ts';

const SHOWN = 40;

export interface DeskRecordsPage {
  title: string;
  lede: string;
  action: string;
  search: string;
  /** What can be made or edited besides what is searched for. */
  links: readonly Link[];
  products: readonly { product: Link; producer: string; certificate?: CertificateView | undefined }[];
  producers: readonly Link[];
  /** "Tìm thấy 3 sản phẩm": undefined before a search. */
  found?: string | undefined;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskRecordsPage(view: View): DeskRecordsPage | undefined {
  const content = deskContent(view, 'records');
  if (content === undefined) return undefined;
  const isRevoke = content.only === 'revoke';
  const wanted = fold(content.search);
  const has = (name: string): boolean => wanted !== '' && fold(name).includes(wanted);
  const { catalogue, asOf } = view;
  const products = catalogue.products.filter(({ sample, name }) => !sample && has(name));
  const producers = isRevoke ? [] : catalogue.producers.filter(({ sample, name }) => !sample && has(name));
  const isApprover = view.desk?.user?.role === 'approver';
  return {
    title: isRevoke ? 'Thu hồi sao' : 'Hồ sơ',
    lede: isRevoke ? 'Tìm sản phẩm có giấy chứng nhận bị thu hồi.' : 'Tìm sản phẩm hoặc chủ thể để sửa.',
    action: isRevoke ? deskPath('thu-hoi') : deskPath('ho-so'),
    search: content.search,
    links: isRevoke ? [] : [
      { text: 'Thêm sản phẩm', href: deskPath('ho-so', 'san-pham-moi') },
      { text: 'Thêm chủ thể', href: deskPath('ho-so', 'chu-the-moi') },
      { text: 'Thu hồi sao', href: deskPath('thu-hoi') },
      { text: 'Liên kết khai lô', href: deskPath('lien-ket-lo') },
      ...(isApprover ? [{ text: 'Thông tin trang', href: deskPath('ho-so', 'trang') }] : []),
    ],
    products: products.slice(0, SHOWN).map(({ id, name, producerId }) => {
      const certificate = certificateOn(catalogue.certificatesOf(id), asOf);
      return {
        product: { text: name, href: isRevoke ? deskPath('thu-hoi', id) : deskPath('ho-so', 'san-pham', id) },
        producer: producerId === undefined ? '' : (catalogue.producer(producerId)?.name ?? ''),
        certificate: certificate && certificateView(certificate, asOf, 'vi'),
      };
    }),
    producers: producers.slice(0, SHOWN).map(({ id, name }) => ({ text: name, href: deskPath('ho-so', 'chu-the', id) })),
    found: wanted === '' ? undefined : foundWords(products.length, producers.length, isRevoke),
  };
}

function foundWords(products: number, producers: number, isRevoke: boolean): string {
  const more = products > SHOWN || producers > SHOWN ? ` Chỉ hiện ${SHOWN} kết quả đầu: hãy gõ rõ hơn.` : '';
  return `Tìm thấy ${formatCount(products, 'vi')} sản phẩm${isRevoke ? '' : `, ${formatCount(producers, 'vi')} chủ thể`}.${more}`;
}
