/** What a column of an annex is about. */
export type ColumnKey =
  | 'ordinal' | 'product' | 'productId' | 'nameEn' | 'producer' | 'producerId' | 'producerKind'
  | 'address' | 'commune' | 'district' | 'province'
  | 'stars' | 'result' | 'score' | 'group' | 'act' | 'note'
  | 'number' | 'signedOn' | 'attestedOn' | 'issuer' | 'issuerLevel' | 'validUntil' | 'title' | 'decisionId'
  | 'source' | 'basis' | 'basisNote' | 'ignored';

const PRODUCER_WORDS =
  'chu the|don vi|co so|nha|doanh nghiep|htx|hop tac xa|to chuc|ca nhan|ho|san xuat|sx|kinh doanh|kd|che bien|ocop|san pham|sp|co|tham gia|dang ky|va|dia chi|ten|duoc|cong nhan|so huu|quan ly';
const PRODUCT_WORDS =
  'ocop|va|dich vu|du lich|duoc|cong nhan|lai|dat|hang|thu hoi|danh gia|tham gia|san pham|chu the|bo|ten|mat hang|hang hoa|cua';

/** The first rule that fits a header, without marks and in small letters, decides. */
const RULES: readonly (readonly [ColumnKey, RegExp])[] = [
  ['ordinal', /^(tt|stt|so tt|so thu tu|thu tu|no)$/],
  ['decisionId', /^ma (quyet dinh|qd)$/],
  ['producerId', /^ma chu the$/],
  ['productId', /^(ma (san pham|sp|ho so)|id)\b/],
  ['ignored', /^(ly do|dien thoai|so dien thoai|sdt|lien he|nguoi lien he|email|ma so thue|mst)\b/],
  ['ignored', /\b(de nghi|de xuat|tu danh gia|tu cham|du kien|tiem nang|hang cu|truoc day)\b/],
  ['nameEn', /\btieng anh\b/],
  ['validUntil', /\b(hieu luc den|co hieu luc|het han|het hieu luc|thoi han|gia tri den)\b/],
  ['attestedOn', /\bghi nhan\b/],
  ['basisNote', /^cach suy ra$/],
  ['basis', /^doc suy ra$|^doc hay suy ra$/],
  ['title', /^(ten van ban|ten quyet dinh|trich yeu)/],
  ['number', /\bso (ky hieu|quyet dinh|qd|van ban)|\bso.*\bngay.*\b(quyet dinh|qd|van ban)|^(quyet dinh|qd|van ban)( cong nhan| thu hoi| phe duyet)?( so)?$/],
  ['signedOn', /\bngay (thang|ky|quyet dinh|qd|ban hanh|cong nhan|van ban|cap)|^ngay$|\b(quyet dinh|qd) ngay|thoi gian (cong nhan|ky)/],
  ['issuerLevel', /^cap( ban hanh| cong nhan| ky| quyet dinh)?$/],
  ['issuer', /\b(co quan|noi|don vi) (ban hanh|ky|cong nhan|cap)|^co quan$|^nguoi ky$/],
  ['source', /^nguon\b/],
  ['act', /^hinh thuc|^loai cong nhan|^noi dung (cong nhan|quyet dinh)/],
  ['producerKind', /\bloai hinh\b/],
  ['product', /^(ten )(san pham|sp)\b|^san pham( ocop)?$/],
  ['address', /^dia chi\b/],
  ['producer', new RegExp(`^(ten )?(chu the|don vi|co so|nha|doanh nghiep|htx|hop tac xa|to chuc|ho)( (${PRODUCER_WORDS}))*$`)],
  ['commune', /^(ten )?(xa|phuong)( (xa|phuong|thi tran|tt|dac khu))*$/],
  ['district', /^(ten )?(huyen|quan|thi xa)( (huyen|quan|thi xa|thanh pho|tx|tp))*$/],
  ['province', /^(ten )?tinh( (thanh pho|tp|thanh))*$/],
  ['address', /\b(dia chi|dia ban|dia diem|dia phuong|noi san xuat)\b/],
  ['score', /\bdiem\b/],
  ['stars', /\b(sao|xep hang|phan hang)\b|\bhang( san pham| ocop| dat| dat duoc| cong nhan)?$/],
  ['result', /^ket qua\b/],
  ['group', /\b(nhom|nganh|phan loai|bo san pham|loai san pham)\b/],
  ['note', /^(ghi chu|luu y)\b/],
  ['product', new RegExp(`^(ten |cac |danh muc )*(san pham|sp|mat hang|hang hoa|dich vu)( (${PRODUCT_WORDS}))*$`)],
];

/** Too long for a header: a sentence of the title or of the data. */
const LONGEST_HEADER_WORDS = 12;
/** Words that mean something only under the words above them: "Số" under "Quyết định". */
const BARE = /^(ten|so|ngay|ngay thang|so hieu|ky hieu|ma|loai|hang|ho va ten)$/;

/** `plain` is the header as `slugify` gives it, with spaces; `above` the header over it in a table with two header rows. */
export function columnKey(plain: string, above = ''): ColumnKey | undefined {
  if (plain === '' || plain.split(' ').length > LONGEST_HEADER_WORDS) return undefined;
  if (above !== '' && above !== plain && BARE.test(plain)) {
    return keyOf(`${above} ${plain}`) ?? (/^(ten|ho va ten)$/.test(plain) ? keyOf(above) : keyOf(plain));
  }
  return keyOf(plain);
}

function keyOf(plain: string): ColumnKey | undefined {
  return RULES.find(([, pattern]) => pattern.test(plain))?.[0];
}
