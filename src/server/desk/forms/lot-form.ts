import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { isIssuedCode, LONGEST_LOT_CODE } from '../../../domain/lot.ts';
import { deskPath } from '../../../paths.ts';
import type { DeskLink } from '../../../publish/desk-page.ts';
import { recordsOnDisk, recordText } from '../changes/records-on-disk.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, guardedForm, refuse, type Visit } from '../guard.ts';
import type { Route } from '../route.ts';
import { filled, formValues, type FormValues } from './form-values.ts';
import { wholeFrom } from './kilograms.ts';
import { lotForm, lotPattern, lotRecord, LOT_ORDER, realProduct, withLot, type OpenedLot } from './lot-record.ts';
import { documentsFrom, lotSections } from './lot-sections.ts';
import { stepsFrom } from './lot-step-fields.ts';
import { inLotWords } from './lot-words.ts';
import { partialDateFrom } from './partial-date.ts';
import { photographsFrom } from './photograph-fields.ts';
import { changedRecord, openRecord, OPENED_WITH, proposeRecord, showForm, type Fields } from './record-form.ts';

/** Dozens of steps with their words. */
const LONGEST_FORM = 512 * 1024;

/** `/quan-ly/ho-so/san-pham/<id>/lo-moi/` and `…/lo/<code>/`. */
export function lotRoutes(parts: DeskParts): Route[] {
  const added = /^\/quan-ly\/ho-so\/san-pham\/(?<id>[a-z0-9-]+)\/lo-moi\/$/;
  const one = lotPattern('');
  return [
    { method: 'GET', pattern: added, handle: guarded(parts, 'editor', (visit) => withProduct(parts, visit, (product) => showNew(parts, visit, product))) },
    { method: 'POST', pattern: added, handle: guardedForm(parts, 'editor', (visit, form) => withProduct(parts, visit, (product) => add(parts, visit, product, formValues(form))), LONGEST_FORM) },
    { method: 'GET', pattern: one, handle: guarded(parts, 'editor', (visit) => withLot(parts, visit, (lot) => showLot(visit, lot))) },
    { method: 'POST', pattern: one, handle: guardedForm(parts, 'editor', (visit, form) => withLot(parts, visit, (lot) => change(parts, visit, lot, formValues(form))), LONGEST_FORM) },
  ];
}

/** Lots of a product, newest code first, and where to declare another one. */
export function lotLinks({ contentDir, cacheFile }: DeskParts, productId: string): DeskLink[] {
  const lots = recordsOnDisk(contentDir, cacheFile).register.lots.filter(({ id, sample }) => !sample && id.startsWith(`${productId}/`));
  const codes = lots.map(({ id, record }) => ({ code: id.slice(productId.length + 1), day: record.packedOn ?? record.producedOn ?? record.declared.on, recalled: record.recall !== undefined }));
  codes.sort((a, b) => b.day.localeCompare(a.day) || a.code.localeCompare(b.code));
  return [
    { text: 'Thêm lô', href: deskPath('ho-so', 'san-pham', productId, 'lo-moi') },
    ...codes.slice(0, MOST_LINKS).map(({ code, recalled }) => ({ text: `Lô ${code}${recalled ? ' (thu hồi)' : ''}`, href: lotForm(productId, code) })),
  ];
}

const MOST_LINKS = 30;

type Product = OpenedLot['product'];

async function withProduct(parts: DeskParts, visit: Visit, answer: (product: Product) => Promise<Response>): Promise<Response> {
  const product = realProduct(parts, visit.context.params['id'] ?? '');
  return product === undefined ? refuse(parts, 404, 'not-found', visit.session) : answer(product);
}

async function add(parts: DeskParts, visit: Visit, product: Product, values: FormValues): Promise<Response> {
  const code = values.text('ma').toUpperCase();
  const changed = fieldsFrom(values, {});
  const again = (problems: readonly string[]): Promise<Response> => showNew(parts, visit, product, { code, fields: changed, problems });
  if (!isIssuedCode(code)) return again([`Mã lô "${code}" chưa dùng được: chỉ chữ hoa không dấu, chữ số và gạch nối ở giữa, tới ${LONGEST_LOT_CODE} ký tự.`]);
  const path = lotRecord(product.id, code);
  if (recordText(parts.contentDir, path) !== undefined) return again([`Sản phẩm này đã có lô ${code}: mỗi lô một mã riêng.`]);
  return propose(parts, visit, { product, code, opened: openRecord(parts, path) }, changed, values, again);
}

async function change(parts: DeskParts, visit: Visit, lot: OpenedLot, values: FormValues): Promise<Response> {
  const changed = fieldsFrom(values, lot.opened.fields);
  const again = (problems: readonly string[]): Promise<Response> => showLot(visit, lot, { fields: { ...lot.opened.fields, ...changed }, openedWith: values.text(OPENED_WITH), problems });
  return propose(parts, visit, lot, changed, values, again);
}

async function propose(parts: DeskParts, visit: Visit, lot: OpenedLot, changed: Fields, values: FormValues, again: (problems: readonly string[]) => Promise<Response>): Promise<Response> {
  const title = `Lô ${lot.code}: ${lot.product.record.name}`;
  const result = await proposeRecord(parts, visit, values.text(OPENED_WITH), { kind: 'lot', title, record: changedRecord(lot.opened, changed, LOT_ORDER) });
  return result instanceof Response ? result : again(result.problems.map((problem) => inLotWords(problem, changed)));
}

function fieldsFrom(values: FormValues, known: Fields): Fields {
  const day = (name: string): string | number | undefined => partialDateFrom(values.text(name));
  return {
    sku: values.text('quy-cach') || undefined,
    producedOn: day('ngay-lam'),
    packedOn: day('ngay-goi'),
    useBy: day('han-dung'),
    bestBefore: day('tot-nhat'),
    quantity: wholeFrom(values.text('so-luong')),
    standard: values.text('tieu-chuan') || undefined,
    steps: stepsFrom(values),
    documents: documentsFrom(values, known['documents']),
    photographs: photographsFrom(values, known['photographs']),
    declared: filled({ by: values.text('ai-khai'), on: values.text('ngay-khai') }),
  };
}

interface Shown {
  fields: Fields;
  problems: readonly string[];
}

function showNew({ contentDir, cacheFile, now }: DeskParts, visit: Visit, product: Product, sent?: Shown & { code: string }): Promise<Response> {
  const { producers } = recordsOnDisk(contentDir, cacheFile).register;
  const producer = producers.find(({ id }) => id === product.record.producer)?.record.name;
  const fields = sent?.fields ?? { declared: { by: producer, on: dayInVietnam(now()) } };
  const hasPacks = product.record.packs.length > 0;
  return showForm(
    visit,
    {
      title: `Thêm lô: ${product.record.name}`,
      lede: hasPacks ? 'Chỉ ghi điều chủ thể đã khai. Ô trống hiện là "chưa khai báo".' : 'Sản phẩm chưa có quy cách nào: hãy thêm quy cách trước, lô hàng luôn thuộc một quy cách.',
      action: deskPath('ho-so', 'san-pham', product.id, 'lo-moi'),
      back: { text: product.record.name, href: deskPath('ho-so', 'san-pham', product.id) },
      sections: lotSections({ product, fields, code: sent?.code ?? '', openedWith: '' }),
      submit: 'Xem lại thay đổi',
      problems: sent?.problems ?? [],
    },
    deskPath('ho-so'),
  );
}

function showLot(visit: Visit, { product, code, opened }: OpenedLot, sent?: Shown & { openedWith: string }): Promise<Response> {
  const { fields = opened.fields, openedWith = opened.digest, problems = [] } = sent ?? {};
  return showForm(
    visit,
    {
      title: `Lô ${code}: ${product.record.name}`,
      lede: 'Mã lô đã in trên bao bì nên không đổi. Ô trống hiện là "chưa khai báo".',
      action: lotForm(product.id, code),
      back: { text: product.record.name, href: deskPath('ho-so', 'san-pham', product.id) },
      links: [
        { text: 'Thêm giấy tờ', href: lotForm(product.id, code, 'giay-to') },
        { text: 'Thêm ảnh', href: lotForm(product.id, code, 'anh') },
        { text: opened.fields['recall'] === undefined ? 'Thu hồi lô' : 'Sửa hoặc bỏ thu hồi', href: lotForm(product.id, code, 'thu-hoi') },
      ],
      sections: lotSections({ product, fields, code: undefined, openedWith }),
      submit: 'Xem lại thay đổi',
      problems,
    },
    deskPath('ho-so'),
  );
}
