import { deskPath } from '../../../paths.ts';
import { KIND_WORDS } from '../../../importing/facts/read-kind.ts';
import { freeId } from '../../../importing/match/free-id.ts';
import type { DeskForm, FormSection } from '../../../publish/desk-form.ts';
import { recordsOnDisk } from '../changes/records-on-disk.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, guardedForm, refuse, type Visit } from '../guard.ts';
import { exactly, type Route } from '../route.ts';
import { filled, formValues, type FormValues } from './form-values.ts';
import { changedRecord, openRecord, OPENED_WITH, proposeRecord, showForm, type Fields, type OpenedRecord } from './record-form.ts';
import { sourceFrom, sourceSection, withSource } from './source-fields.ts';

const NEW_PATH = deskPath('ho-so', 'chu-the-moi');
const ORDER = ['name', 'kind', 'formerNames', 'contact', 'shops', 'orders', 'sources'];

/** `/quan-ly/ho-so/chu-the/<id>/` and `…/chu-the-moi/`. */
export function producerRoutes(parts: DeskParts): Route[] {
  const one = /^\/quan-ly\/ho-so\/chu-the\/(?<id>[a-z0-9-]+)\/$/;
  return [
    { method: 'GET', pattern: exactly(NEW_PATH), handle: guarded(parts, 'editor', (visit) => showProducer(visit, undefined, { kind: 'unknown' }, '')) },
    { method: 'POST', pattern: exactly(NEW_PATH), handle: guardedForm(parts, 'editor', (visit, form) => take(parts, visit, undefined, formValues(form))) },
    { method: 'GET', pattern: one, handle: guarded(parts, 'editor', (visit) => edit(parts, visit)) },
    { method: 'POST', pattern: one, handle: guardedForm(parts, 'editor', (visit, form) => take(parts, visit, visit.context.params['id'], formValues(form))) },
  ];
}

async function edit(parts: DeskParts, visit: Visit): Promise<Response> {
  const id = visit.context.params['id'] ?? '';
  const opened = openRecord(parts, pathOf(id));
  return isRecord(opened) ? showProducer(visit, id, opened.fields, opened.digest) : refuse(parts, 404, 'not-found', visit.session);
}

async function take(parts: DeskParts, visit: Visit, known: string | undefined, values: FormValues): Promise<Response> {
  const name = values.text('ten');
  const id = known ?? newId(parts, name);
  const opened = openRecord(parts, pathOf(id));
  if (known !== undefined && !isRecord(opened)) return refuse(parts, 404, 'not-found', visit.session);
  const changed = fieldsFrom(parts, values, opened);
  const problems = faultsOf(values, known === undefined);
  const openedWith = values.text(OPENED_WITH);
  const again = (all: readonly string[]): Promise<Response> => showProducer(visit, known, changed, openedWith, all, values);
  if (problems.length > 0) return again(problems);
  const title = `Chủ thể: ${name}`;
  const result = await proposeRecord(parts, visit, openedWith, { kind: 'producer', title, record: changedRecord(opened, changed, ORDER) });
  return result instanceof Response ? result : again(result.problems);
}

function fieldsFrom({ now }: DeskParts, values: FormValues, { fields }: OpenedRecord): Fields {
  const contact = filled({ phone: values.text('dien-thoai'), zalo: values.text('zalo'), address: values.text('dia-chi'), website: values.text('trang-web') });
  const formerNames = values.long('ten-cu').split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return {
    name: values.text('ten'),
    kind: values.text('loai'),
    formerNames: formerNames.length === 0 ? undefined : formerNames,
    contact: contact && { ...contact, consent: values.ticked('dong-y') },
    orders: filled({ email: values.text('thu-dat-hang'), phone: values.text('dien-thoai-dat-hang') }),
    sources: withSource(fields['sources'], sourceFrom(values, now())),
  };
}

/** A household is a private person: what it did not agree to is not even written down. */
function faultsOf(values: FormValues, isNew: boolean): string[] {
  const hasContact = ['dien-thoai', 'zalo', 'dia-chi', 'trang-web'].some((name) => values.text(name) !== '');
  return [
    ...(hasContact && !values.ticked('dong-y') ? ['Chỉ ghi điện thoại, địa chỉ khi chủ thể đồng ý công bố: đánh dấu ô đồng ý, hoặc để trống phần liên hệ.'] : []),
    ...(isNew && values.text('nguon-ten') === '' && values.text('nguon-trang') === '' ? ['Chủ thể mới cần một nguồn: tên văn bản hoặc địa chỉ trang.'] : []),
  ];
}

function showProducer(visit: Visit, id: string | undefined, fields: Fields, openedWith: string, problems: readonly string[] = [], sent?: FormValues): Promise<Response> {
  const [contact, orders] = [(fields['contact'] ?? {}) as Fields, (fields['orders'] ?? {}) as Fields];
  const sections: FormSection[] = [
    {
      legend: 'Chủ thể',
      fields: [
        { name: 'ten', label: 'Tên', kind: 'text', value: String(fields['name'] ?? ''), required: true, hint: 'Đúng như quyết định' },
        { name: 'loai', label: 'Loại hình', kind: 'choice', value: String(fields['kind'] ?? 'unknown'), choices: Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label })) },
        { name: 'ten-cu', label: 'Tên trước đây', kind: 'long', value: ((fields['formerNames'] ?? []) as string[]).join('\n'), hint: 'Mỗi dòng một tên' },
        { name: OPENED_WITH, label: '', kind: 'hidden', value: openedWith },
      ],
    },
    {
      legend: 'Liên hệ',
      hint: 'Chỉ ghi khi chủ thể đồng ý công bố.',
      fields: [
        { name: 'dien-thoai', label: 'Điện thoại', kind: 'tel', value: String(contact['phone'] ?? '') },
        { name: 'zalo', label: 'Số Zalo', kind: 'tel', value: String(contact['zalo'] ?? '') },
        { name: 'dia-chi', label: 'Địa chỉ', kind: 'text', value: String(contact['address'] ?? '') },
        { name: 'trang-web', label: 'Trang web', kind: 'url', value: String(contact['website'] ?? ''), hint: 'Bắt đầu bằng https://' },
        { name: 'dong-y', label: 'Chủ thể đã đồng ý công bố các thông tin này', kind: 'tick', value: contact['consent'] === true ? 'on' : '' },
      ],
    },
    {
      legend: 'Nhận đơn hàng',
      hint: 'Nơi gửi liên kết của từng đơn; không bao giờ công bố.',
      fields: [
        { name: 'thu-dat-hang', label: 'Thư điện tử nhận đơn', kind: 'email', value: String(orders['email'] ?? '') },
        { name: 'dien-thoai-dat-hang', label: 'Điện thoại nhận đơn', kind: 'tel', value: String(orders['phone'] ?? ''), hint: 'Zalo hoặc tin nhắn' },
      ],
    },
    sourceSection(id === undefined, sent),
  ];
  const form: DeskForm = {
    title: id === undefined ? 'Thêm chủ thể' : String(fields['name'] ?? id),
    action: id === undefined ? NEW_PATH : deskPath('ho-so', 'chu-the', id),
    back: { text: 'Hồ sơ', href: deskPath('ho-so') },
    sections,
    submit: 'Xem lại thay đổi',
    problems,
  };
  return showForm(visit, form, deskPath('ho-so'));
}

function newId({ contentDir, cacheFile }: DeskParts, name: string): string {
  const { producers, moved } = recordsOnDisk(contentDir, cacheFile).register;
  const taken = new Set([...producers, ...moved.filter(({ kind }) => kind === 'producer')].map(({ id }) => id));
  return freeId(name, [], (id) => taken.has(id));
}

const pathOf = (id: string): string => `content/producers/${id}.yaml`;

/** A record that moved has no form. */
function isRecord({ before, fields }: OpenedRecord): boolean {
  return before !== undefined && typeof fields['name'] === 'string';
}
