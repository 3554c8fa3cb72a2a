import type { SignedCertificate } from '../domain/certificate-credential.ts';
import { addDays, type IsoDate } from '../domain/calendar-day.ts';
import type { ProofOutcome, ProofVerdict } from '../domain/proof-outcome.ts';
import type { Language } from '../paths.ts';
import { formatDate } from './format-date.ts';

/** What a reader is told about a signature. They stand beside the code that checks it: it is loaded on a tap, the dictionary never. */
export interface ProofWords {
  /** `good`: nothing speaks against it; `caution`: it fits, with a reserve; `bad`: do not rely on it; `open`: nothing was found out. */
  tone: 'good' | 'caution' | 'bad' | 'open';
  /** One sentence. */
  headline: string;
  /** What follows from it and what does not. */
  details: readonly string[];
}

export function proofWords(outcome: ProofOutcome, language: Language): ProofWords {
  const date = (day: IsoDate | undefined): string => (day === undefined ? '' : formatDate(day, language));
  const days = { list: date(outcome.listDay), retired: date(outcome.retiredOn), ended: outcome.endedOn && date(addDays(outcome.endedOn, 1)) };
  const { headline, details } = (language === 'vi' ? vietnamese : english)(outcome.verdict, days);
  const fits = FITTING.has(outcome.verdict);
  const isOld = fits && outcome.retiredOn !== undefined && outcome.verdict !== 'retired-key';
  return { tone: TONES[outcome.verdict], headline, details: isOld ? [...details, oldKey(language, days.retired)] : details };
}

/** The signed facts by name, for comparing them with the page and the pack. */
export function signedFacts(signed: SignedCertificate, language: Language): [name: string, value: string][] {
  const vi = language === 'vi';
  const unknown = vi ? 'chưa rõ' : 'unknown';
  const date = (day: IsoDate | undefined): string => (day === undefined ? unknown : formatDate(day, language));
  const stars = signed.stars === undefined ? unknown : vi ? `${signed.stars} sao` : `${signed.stars} stars`;
  const inferred = signed.stars !== undefined && signed.basis === 'inferred' ? (vi ? ' (suy ra)' : ' (inferred)') : '';
  return [
    [vi ? 'Sản phẩm' : 'Product', signed.productName + (signed.sample ? (vi ? ' (dữ liệu minh hoạ)' : ' (sample data)') : '')],
    [vi ? 'Hạng sao' : 'Stars', stars + inferred],
    [vi ? 'Số quyết định' : 'Decision', signed.decisionNumber ?? unknown],
    [vi ? 'Ngày công nhận' : 'Granted', date(signed.grantedOn)],
    [vi ? 'Hiệu lực đến hết' : 'Valid through', date(signed.validUntil)],
  ];
}

/** Where the network did not answer and a copy kept on this device was used. */
export function keptWords(keptOn: IsoDate, language: Language): string {
  const day = formatDate(keptOn, language);
  return language === 'vi' ? `Không có mạng: kiểm tra theo bản lưu trên máy này, ngày ${day}.` : `No network: checked against the copy kept on this device on ${day}.`;
}

export function signedFactsTitle(language: Language): string {
  return language === 'vi' ? 'Điều đã được ký, để so với trang này và với bao bì' : 'What was signed, to compare with this page and with the pack';
}

const TONES: Readonly<Record<ProofVerdict, ProofWords['tone']>> = {
  matches: 'good',
  expired: 'caution',
  revoked: 'bad',
  unconfirmed: 'caution',
  'stale-list': 'caution',
  'no-list': 'caution',
  'broken-list': 'bad',
  'retired-key': 'caution',
  'leaked-key': 'bad',
  tampered: 'bad',
  'unknown-key': 'bad',
  'other-certificate': 'bad',
  unreadable: 'bad',
  'cannot-check': 'open',
  'no-proof': 'open',
  'no-keys': 'open',
};

const FITTING: ReadonlySet<ProofVerdict> = new Set<ProofVerdict>(['matches', 'expired', 'revoked', 'unconfirmed', 'stale-list', 'no-list', 'broken-list', 'retired-key']);

type Said = Pick<ProofWords, 'headline' | 'details'>;
interface Days {
  list: string;
  retired: string;
  /** The first day on which it no longer held. */
  ended: string | undefined;
}

const FITS_VI = 'Khớp chữ ký của trang này, không phải chữ ký của cơ quan công nhận';
const FITS_EN = 'It matches this site’s signature, which is not the signature of the authority that granted the star';

function oldKey(language: Language, retired: string): string {
  return language === 'vi'
    ? `Đây là chữ ký cũ: khoá đã ngừng dùng từ ${retired}, bản này được ký trước đó. Hãy tải bản mới từ trang.`
    : `It is an old signature: its key was retired on ${retired}, and this copy was signed before. Fetch a new one from the site.`;
}

function vietnamese(verdict: ProofVerdict, { list, retired, ended }: Days): Said {
  const reload = 'Hãy mở lại trang này từ địa chỉ in trên bao bì.';
  switch (verdict) {
    case 'matches':
      return { headline: `${FITS_VI}.`, details: [`Danh sách tình trạng ngày ${list}: sao đang được giữ.`, 'Chữ ký cho biết nội dung không đổi từ khi trang này ký. Chữ ký không cho biết trong bao bì là gì.'] };
    case 'expired':
      return {
        headline: `${FITS_VI}; nhưng sao không còn được giữ.`,
        details: [ended === undefined ? `Danh sách tình trạng ngày ${list}: sao đã hết hiệu lực hoặc đã có giấy chứng nhận sau thay thế.` : `Sao OCOP hết hiệu lực từ ${ended}.`, 'Đây không phải hạn sử dụng của sản phẩm.'],
      };
    case 'revoked':
      return { headline: `${FITS_VI}; nhưng sao đã bị thu hồi.`, details: [`Theo danh sách tình trạng ngày ${list}.`] };
    case 'unconfirmed':
      return { headline: `${FITS_VI}; nhưng chưa xác nhận được hiệu lực của sao.`, details: [`Theo danh sách tình trạng ngày ${list}.`] };
    case 'stale-list':
      return { headline: `${FITS_VI}; nhưng tình trạng lấy từ danh sách ngày ${list}, có thể đã đổi.`, details: ['Khi có mạng, hãy kiểm tra lại để biết sao còn được giữ hay không.'] };
    case 'no-list':
      return { headline: `${FITS_VI}; nhưng không biết sao còn được giữ hay không.`, details: ['Chưa lấy được danh sách tình trạng. Khi có mạng, hãy kiểm tra lại.'] };
    case 'broken-list':
      return { headline: `${FITS_VI}; nhưng danh sách tình trạng thì không khớp.`, details: ['Danh sách đã bị sửa hoặc không do trang này ký, nên không biết sao còn được giữ hay không.', reload] };
    case 'retired-key':
      return { headline: `${FITS_VI}; nhưng bằng một khoá cũ.`, details: [oldKey('vi', retired), `Danh sách tình trạng ngày ${list}: sao đang được giữ.`] };
    case 'leaked-key':
      return { headline: 'Chữ ký này không còn giá trị: khoá ký đã bị lộ.', details: [`Trang đã bỏ khoá này từ ${retired}. Người khác cũng có thể đã ký bằng khoá ấy.`, reload] };
    case 'tampered':
      return { headline: 'Không khớp chữ ký của trang này.', details: ['Nội dung đã bị sửa sau khi ký, hoặc không do trang này ký. Đừng dựa vào bản này.', reload] };
    case 'unknown-key':
      return { headline: 'Ký bằng một khoá mà trang này không công bố.', details: ['Không biết ai đã ký. Đừng dựa vào bản này.', reload] };
    case 'other-certificate':
      return { headline: 'Chữ ký là của một giấy chứng nhận khác, không phải giấy trên trang này.', details: ['Đừng dựa vào bản này.', reload] };
    case 'unreadable':
      return { headline: 'Bản ký không đọc được.', details: ['Tệp bị hỏng hoặc không phải bản ký của trang này.', reload] };
    case 'cannot-check':
      return { headline: 'Trình duyệt này không kiểm tra được chữ ký.', details: ['Điều đó không có nghĩa là chữ ký sai. Hãy mở trang bằng trình duyệt khác, hoặc tải bản ký để kiểm tra bằng công cụ khác.'] };
    case 'no-proof':
      return { headline: 'Chưa tải được bản ký.', details: ['Hãy kiểm tra kết nối mạng rồi thử lại.'] };
    case 'no-keys':
      return { headline: 'Chưa tải được khoá của trang, nên chưa kiểm tra được.', details: ['Hãy kiểm tra kết nối mạng rồi thử lại.'] };
  }
}

function english(verdict: ProofVerdict, { list, retired, ended }: Days): Said {
  const reload = 'Open this page again from the address printed on the pack.';
  switch (verdict) {
    case 'matches':
      return { headline: `${FITS_EN}.`, details: [`Status list of ${list}: the star is held.`, 'The signature shows that the content has not changed since this site signed it. It does not show what is inside the pack.'] };
    case 'expired':
      return {
        headline: `${FITS_EN}; but the star is no longer held.`,
        details: [ended === undefined ? `Status list of ${list}: the star has expired, or a later certificate took its place.` : `The OCOP star expired from ${ended}.`, 'This is not the product’s use-by date.'],
      };
    case 'revoked':
      return { headline: `${FITS_EN}; but the star was revoked.`, details: [`According to the status list of ${list}.`] };
    case 'unconfirmed':
      return { headline: `${FITS_EN}; but whether the star is valid is not confirmed.`, details: [`According to the status list of ${list}.`] };
    case 'stale-list':
      return { headline: `${FITS_EN}; but the status comes from a list of ${list} and may have changed.`, details: ['Check again with a network connection to learn whether the star is still held.'] };
    case 'no-list':
      return { headline: `${FITS_EN}; but whether the star is still held is not known.`, details: ['The status list could not be fetched. Check again with a network connection.'] };
    case 'broken-list':
      return { headline: `${FITS_EN}; but the status list does not.`, details: ['The list was altered or not signed by this site, so whether the star is still held is not known.', reload] };
    case 'retired-key':
      return { headline: `${FITS_EN}; but it was made with an old key.`, details: [oldKey('en', retired), `Status list of ${list}: the star is held.`] };
    case 'leaked-key':
      return { headline: 'This signature is worth nothing any more: its key was leaked.', details: [`The site gave the key up on ${retired}. Somebody else may have signed with it, too.`, reload] };
    case 'tampered':
      return { headline: 'It does not match this site’s signature.', details: ['The content was altered after signing, or this site did not sign it. Do not rely on this copy.', reload] };
    case 'unknown-key':
      return { headline: 'It is signed with a key that this site does not publish.', details: ['Who signed it is not known. Do not rely on this copy.', reload] };
    case 'other-certificate':
      return { headline: 'The signature belongs to another certificate, not to the one on this page.', details: ['Do not rely on this copy.', reload] };
    case 'unreadable':
      return { headline: 'The signed copy cannot be read.', details: ['The file is damaged, or it is not a signed copy of this site.', reload] };
    case 'cannot-check':
      return { headline: 'This browser cannot check the signature.', details: ['That does not mean that the signature is wrong. Open the page in another browser, or download the signed copy and check it with another tool.'] };
    case 'no-proof':
      return { headline: 'The signed copy could not be fetched.', details: ['Check the network connection and try again.'] };
    case 'no-keys':
      return { headline: 'The site’s keys could not be fetched, so nothing was checked.', details: ['Check the network connection and try again.'] };
  }
}
