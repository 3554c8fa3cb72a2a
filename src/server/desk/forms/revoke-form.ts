import { deskPath } from '../../../paths.ts';
import { parseDecision } from '../../../catalogue/parse-decision.ts';
import { parseProduct } from '../../../catalogue/parse-product.ts';
import type { RawRegister } from '../../../catalogue/raw-register.ts';
import { actsOf } from '../../../domain/acts.ts';
import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { isIsoDate } from '../../../domain/date-text.ts';
import { certificatesOf, type Certificate } from '../../../domain/certificate.ts';
import { levelOfName, readLevel } from '../../../importing/facts/read-issuer.ts';
import { numberInText } from '../../../importing/facts/read-number.ts';
import { formatDate } from '../../../i18n/format-date.ts';
import { addFile, ANNEX } from '../changes/change-files.ts';
import { addChange } from '../changes/change-store.ts';
import { recordsOnDisk } from '../changes/records-on-disk.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, guardedForm, refuse, type Visit } from '../guard.ts';
import { seeOther } from '../private-answer.ts';
import { exactly, type Route } from '../route.ts';
import { formValues, type FormValues } from './form-values.ts';
import { parseReference } from '../../../domain/report.ts';
import { inspectionSource } from '../../reports/inspection-source.ts';
import { findReport, linkRevocation } from '../../reports/report-store.ts';
import { showForm } from './record-form.ts';
import { revocationSheet } from './revocation-sheet.ts';

/** `/quan-ly/thu-hoi/`: one star is taken back, with the document that says so. */
export function revokeRoutes(parts: DeskParts): Route[] {
  const one = /^\/quan-ly\/thu-hoi\/(?<id>[a-z0-9-]+)\/$/;
  return [
    {
      method: 'GET',
      pattern: exactly(deskPath('thu-hoi')),
      handle: guarded(parts, 'editor', ({ request, show }) => show(deskPath('ho-so'), { kind: 'records', only: 'revoke', search: searchOf(request) })),
    },
    { method: 'GET', pattern: one, handle: guarded(parts, 'editor', (visit) => withProduct(parts, visit, async (product) => showRevoke(visit, product, [], await fromReport(parts, visit.request)))) },
    { method: 'POST', pattern: one, handle: guardedForm(parts, 'editor', (visit, form) => withProduct(parts, visit, (product) => take(parts, visit, product, formValues(form)))) },
  ];
}

/** Hidden: the report from which a revocation is drafted. */
const REPORT = 'phan-anh';

/** The paper of an inspection is the ground that the decision rests on. */
async function fromReport({ db }: DeskParts, request: Request): Promise<FormValues | undefined> {
  const reference = parseReference(new URL(request.url).searchParams.get(REPORT) ?? '');
  const source = inspectionSource(reference === undefined ? undefined : await findReport(db, reference));
  return reference === undefined || source === undefined ? undefined : formValues(new URLSearchParams({ nguon: source, [REPORT]: reference }));
}

export function searchOf(request: Request): string {
  return (new URL(request.url).searchParams.get('tim') ?? '').normalize('NFC').trim().slice(0, 100);
}

interface Product {
  id: string;
  name: string;
  /** Those that can still be taken back, newest first. */
  certificates: readonly Certificate[];
}

async function withProduct(parts: DeskParts, visit: Visit, answer: (product: Product) => Promise<Response>): Promise<Response> {
  const { register } = recordsOnDisk(parts.contentDir, parts.cacheFile);
  const product = productOf(register, visit.context.params['id'] ?? '');
  return product === undefined ? refuse(parts, 404, 'not-found', visit.session) : answer(product);
}

function productOf({ products, decisions }: RawRegister, id: string): Product | undefined {
  const raw = products.find((product) => product.id === id && !product.sample);
  if (raw === undefined) return undefined;
  const product = parseProduct(raw);
  const certificates = certificatesOf(actsOf(product, decisions.map((decision) => parseDecision(decision))));
  return { id, name: product.name, certificates: certificates.filter(({ revokedOn }) => revokedOn === undefined).reverse() };
}

async function take({ db, now }: DeskParts, visit: Visit, product: Product, values: FormValues): Promise<Response> {
  const problems = faultsOf(product, values, dayInVietnam(now()));
  if (problems.length > 0) return showRevoke(visit, product, problems, values);
  const sheet = revocationSheet(product, values, dayInVietnam(now()));
  const id = await db.transaction().execute(async (transaction) => {
    const added = await addChange(transaction, { kind: 'revocation', title: `Thu hồi: ${product.name}`, createdBy: visit.session.name, records: [], input: {} }, now());
    await addFile(transaction, added, { role: ANNEX, name: `thu-hoi-${product.id}.csv`, bytes: new TextEncoder().encode(sheet) });
    const reference = parseReference(values.text(REPORT));
    if (reference !== undefined) await linkRevocation(transaction, reference, added, visit.session.name, now());
    return added;
  });
  return seeOther(deskPath('thay-doi', id));
}

/** A revocation ends what was held on its day: the day has to fall to the certificate that was chosen. */
function faultsOf({ certificates }: Product, values: FormValues, today: string): string[] {
  const day = values.text('ngay');
  const chosen = certificates.find(({ id }) => id === values.text('giay'));
  const issuer = values.text('co-quan');
  const level = readLevel(values.text('cap')) ?? levelOfName(issuer);
  return [
    ...(chosen === undefined ? ['Hãy chọn giấy chứng nhận bị thu hồi.'] : []),
    ...(numberInText(values.text('so')) === undefined ? ['Số quyết định chưa đúng dạng: hãy chép từ văn bản, ví dụ 2394/QĐ-UBND.'] : []),
    ...(!isIsoDate(day) ? ['Hãy ghi ngày ký quyết định thu hồi.'] : day > today ? ['Ngày ký ở sau ngày hôm nay.'] : []),
    ...(chosen !== undefined && isIsoDate(day) ? dayFaults(chosen, day) : []),
    ...(issuer !== '' && level === undefined ? [`Không rõ "${issuer}" là cấp nào: hãy chọn cấp.`] : []),
    ...(values.text('nguon') === '' ? ['Hãy ghi nguồn: tên văn bản hoặc địa chỉ trang.'] : []),
  ];
}

function dayFaults({ grantedOn, replacedOn }: Certificate, day: string): string[] {
  if (grantedOn !== undefined && day < grantedOn) return [`Ngày thu hồi ở trước ngày cấp giấy này (${formatDate(grantedOn, 'vi')}).`];
  if (replacedOn !== undefined && day >= replacedOn) return [`Từ ${formatDate(replacedOn, 'vi')} giấy này đã được thay: hãy chọn giấy đang có vào ngày thu hồi.`];
  return [];
}

function showRevoke(visit: Visit, { id, name, certificates }: Product, problems: readonly string[] = [], sent?: FormValues): Promise<Response> {
  const text = (field: string): string => sent?.text(field) ?? '';
  const none = certificates.length === 0 ? ['Sản phẩm này không có giấy chứng nhận nào còn thu hồi được.'] : [];
  return showForm(
    visit,
    {
      title: `Thu hồi sao: ${name}`,
      lede: 'Ghi như quyết định thu hồi. Sao mất hiệu lực từ ngày ký; trang vẫn giữ lịch sử của sản phẩm.',
      action: deskPath('thu-hoi', id),
      back: { text: 'Tìm sản phẩm khác', href: deskPath('thu-hoi') },
      sections: [
        {
          legend: 'Giấy chứng nhận',
          fields: [{ name: 'giay', label: 'Giấy bị thu hồi', kind: 'choice', value: text('giay') || (certificates[0]?.id ?? ''), choices: certificates.map((certificate) => ({ value: certificate.id, label: labelOf(certificate) })) }],
        },
        {
          legend: 'Quyết định thu hồi',
          fields: [
            { name: 'so', label: 'Số quyết định', kind: 'text', value: text('so'), required: true, hint: 'Ví dụ 2394/QĐ-UBND' },
            { name: 'ngay', label: 'Ngày ký', kind: 'date', value: text('ngay'), required: true },
            { name: 'co-quan', label: 'Cơ quan ban hành', kind: 'text', value: text('co-quan'), hint: 'Ví dụ UBND tỉnh Hà Tĩnh; để trống khi chưa rõ' },
            {
              name: 'cap',
              label: 'Cấp',
              kind: 'choice',
              value: text('cap'),
              choices: [{ value: '', label: 'theo tên cơ quan' }, { value: 'tinh', label: 'tỉnh' }, { value: 'huyen', label: 'huyện' }, { value: 'trung-uong', label: 'trung ương' }],
            },
            { name: 'nguon', label: 'Nguồn', kind: 'text', value: text('nguon'), required: true, hint: 'Tên văn bản hoặc địa chỉ trang' },
            { name: REPORT, label: '', kind: 'hidden', value: text(REPORT) },
          ],
        },
      ],
      submit: 'Xem lại thay đổi',
      problems: [...problems, ...none],
    },
    deskPath('ho-so'),
  );
}

function labelOf({ stars, number, grantedOn, attestedOn }: Certificate): string {
  const day = grantedOn === undefined ? (attestedOn === undefined ? 'chưa rõ ngày' : `theo nguồn ${attestedOn}`) : `ký ${formatDate(grantedOn, 'vi')}`;
  return `${stars === undefined ? 'chưa rõ hạng' : `${stars} sao`}, ${number ?? 'chưa rõ số'}, ${day}`;
}
