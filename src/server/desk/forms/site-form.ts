import { deskPath } from '../../../paths.ts';
import type { FormSection } from '../../../publish/desk-form.ts';
import { KEEP_CONTACT_DAYS } from '../../../publish/report-view.ts';
import { SITE_RECORD } from '../changes/would-be.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, guardedForm, type Visit } from '../guard.ts';
import { exactly, type Route } from '../route.ts';
import { filled, formValues, type FormValues } from './form-values.ts';
import { changedRecord, openRecord, OPENED_WITH, proposeRecord, showForm, type Fields } from './record-form.ts';

const PATH = deskPath('ho-so', 'trang');
const ORDER = ['name', 'office', 'seller', 'reports'];

/** `/quan-ly/ho-so/trang/`: what the site is called, which office runs it, who sells. */
export function siteRoutes(parts: DeskParts): Route[] {
  return [
    { method: 'GET', pattern: exactly(PATH), handle: guarded(parts, 'approver', (visit) => showSite(visit, openRecord(parts, SITE_RECORD).digest, valuesOf(openRecord(parts, SITE_RECORD).fields))) },
    { method: 'POST', pattern: exactly(PATH), handle: guardedForm(parts, 'approver', (visit, form) => take(parts, visit, formValues(form))) },
  ];
}

async function take(parts: DeskParts, visit: Visit, values: FormValues): Promise<Response> {
  const opened = openRecord(parts, SITE_RECORD);
  const part = (prefix: string, names: Readonly<Record<string, string>>): Fields | undefined =>
    filled(Object.fromEntries(Object.entries(names).map(([field, name]) => [field, values.text(`${prefix}-${name}`)])));
  const changed = {
    name: { vi: values.text('ten'), en: values.text('ten-en') },
    office: part('vp', OFFICE),
    seller: part('ban', SELLER),
    reports: keepDays(values.text('pa-ngay')),
  };
  const title = 'Thông tin trang';
  const result = await proposeRecord(parts, visit, values.text(OPENED_WITH), { kind: 'site', title, record: changedRecord(opened, changed, ORDER) });
  return result instanceof Response ? result : showSite(visit, values.text(OPENED_WITH), changed, result.problems);
}

const OFFICE = { name: 'ten', phone: 'dien-thoai', zalo: 'zalo', email: 'thu', address: 'dia-chi' };
const SELLER = { name: 'ten', taxCode: 'mst', address: 'dia-chi', phone: 'dien-thoai', email: 'thu' };

/** What is no number stays as it was typed, for the check to name it. */
function keepDays(typed: string): Fields | undefined {
  return typed === '' ? undefined : { keepContactDays: /^\d{1,5}$/.test(typed) ? Number(typed) : typed };
}

interface SiteValues {
  name?: Fields | undefined;
  office?: Fields | undefined;
  seller?: Fields | undefined;
  reports?: Fields | undefined;
}

function valuesOf(fields: Fields): SiteValues {
  return fields as SiteValues;
}

function showSite(visit: Visit, openedWith: string, { name, office, seller, reports }: SiteValues, problems: readonly string[] = []): Promise<Response> {
  const text = (fields: Fields | undefined, key: string): string => String(fields?.[key] ?? '');
  const sections: FormSection[] = [
    {
      legend: 'Tên trang',
      fields: [
        { name: 'ten', label: 'Tên tiếng Việt', kind: 'text', value: text(name, 'vi'), required: true },
        { name: 'ten-en', label: 'Tên tiếng Anh', kind: 'text', value: text(name, 'en'), required: true },
        { name: OPENED_WITH, label: '', kind: 'hidden', value: openedWith },
      ],
    },
    {
      legend: 'Cơ quan vận hành',
      hint: 'Để trống tất cả thì chân trang ghi đây không phải trang của cơ quan nào.',
      fields: [
        { name: 'vp-ten', label: 'Tên cơ quan', kind: 'text', value: text(office, 'name') },
        { name: 'vp-dien-thoai', label: 'Điện thoại', kind: 'tel', value: text(office, 'phone') },
        { name: 'vp-zalo', label: 'Số Zalo', kind: 'tel', value: text(office, 'zalo') },
        { name: 'vp-thu', label: 'Thư điện tử', kind: 'email', value: text(office, 'email') },
        { name: 'vp-dia-chi', label: 'Địa chỉ', kind: 'text', value: text(office, 'address') },
      ],
    },
    {
      legend: 'Bên bán hàng',
      hint: 'Một hợp tác xã hoặc doanh nghiệp đứng bán trên trang. Không có thì trang chỉ giới thiệu và chuyển yêu cầu tới chủ thể.',
      fields: [
        { name: 'ban-ten', label: 'Tên', kind: 'text', value: text(seller, 'name') },
        { name: 'ban-mst', label: 'Mã số thuế', kind: 'text', value: text(seller, 'taxCode'), hint: '10 chữ số, hoặc thêm -001 với chi nhánh' },
        { name: 'ban-dia-chi', label: 'Địa chỉ', kind: 'text', value: text(seller, 'address') },
        { name: 'ban-dien-thoai', label: 'Điện thoại', kind: 'tel', value: text(seller, 'phone') },
        { name: 'ban-thu', label: 'Thư điện tử', kind: 'email', value: text(seller, 'email') },
      ],
    },
    {
      legend: 'Phản ánh',
      fields: [{ name: 'pa-ngay', label: 'Giữ cách liên hệ và ảnh sau khi đóng, số ngày', kind: 'whole', value: text(reports, 'keepContactDays'), hint: `Để trống là ${KEEP_CONTACT_DAYS} ngày` }],
    },
  ];
  return showForm(visit, { title: 'Thông tin trang', action: PATH, back: { text: 'Hồ sơ', href: deskPath('ho-so') }, sections, submit: 'Xem lại thay đổi', problems }, deskPath('ho-so'));
}
