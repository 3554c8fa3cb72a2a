import { deskPath } from '../../../paths.ts';
import { packsIn } from '../../../catalogue/checks/packs-in.ts';
import type { RawRegister } from '../../../catalogue/raw-register.ts';
import { drawingForName } from '../../../domain/drawing.ts';
import { freeId } from '../../../importing/match/free-id.ts';
import { recordsOnDisk } from '../changes/records-on-disk.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, guardedForm, refuse, type Visit } from '../guard.ts';
import { exactly, type Route } from '../route.ts';
import { declarationFrom } from './declaration-fields.ts';
import { filled, formValues, type FormValues } from './form-values.ts';
import { lotLinks } from './lot-form.ts';
import { freeTraceCode, packsFrom } from './pack-fields.ts';
import { photographsFrom } from './photograph-fields.ts';
import { findProducer, producerName } from './producer-by-name.ts';
import { productSections } from './product-sections.ts';
import { changedRecord, openRecord, OPENED_WITH, proposeRecord, showForm, type Fields, type OpenedRecord } from './record-form.ts';
import { sourceFrom, withSource } from './source-fields.ts';

const NEW_PATH = deskPath('ho-so', 'san-pham-moi');
const ORDER = [
  'name', 'nameEn', 'producer', 'group', 'groupBasis', 'drawing', 'alcohol', 'place', 'placeEra', 'attestations', 'photographs', 'packs', 'story', 'declaration', 'sources', 'confidence',
];
/** Stories and dozens of packs. */
const LONGEST_FORM = 512 * 1024;

/** `/quan-ly/ho-so/san-pham/<id>/` and `…/san-pham-moi/`. Stars are not typed here: they come from decisions. */
export function productRoutes(parts: DeskParts): Route[] {
  const one = /^\/quan-ly\/ho-so\/san-pham\/(?<id>[a-z0-9-]+)\/$/;
  return [
    { method: 'GET', pattern: exactly(NEW_PATH), handle: guarded(parts, 'editor', (visit) => showProduct(parts, visit, { id: undefined, fields: {}, openedWith: '' })) },
    { method: 'POST', pattern: exactly(NEW_PATH), handle: guardedForm(parts, 'editor', (visit, form) => take(parts, visit, undefined, formValues(form)), LONGEST_FORM) },
    { method: 'GET', pattern: one, handle: guarded(parts, 'editor', (visit) => edit(parts, visit)) },
    { method: 'POST', pattern: one, handle: guardedForm(parts, 'editor', (visit, form) => take(parts, visit, visit.context.params['id'], formValues(form)), LONGEST_FORM) },
  ];
}

export const productRecord = (id: string): string => `content/products/${id}/product.yaml`;

/** False for a record that moved, and where there is none. */
export function isProduct({ before, fields }: OpenedRecord): boolean {
  return before !== undefined && typeof fields['name'] === 'string';
}

async function edit(parts: DeskParts, visit: Visit): Promise<Response> {
  const id = visit.context.params['id'] ?? '';
  const opened = openRecord(parts, productRecord(id));
  if (!isProduct(opened)) return refuse(parts, 404, 'not-found', visit.session);
  return showProduct(parts, visit, { id, fields: opened.fields, openedWith: opened.digest });
}

async function take(parts: DeskParts, visit: Visit, known: string | undefined, values: FormValues): Promise<Response> {
  const { register } = recordsOnDisk(parts.contentDir, parts.cacheFile);
  const id = known ?? newId(register, values.text('ten'));
  const opened = openRecord(parts, productRecord(id));
  if (known !== undefined && !isProduct(opened)) return refuse(parts, 404, 'not-found', visit.session);
  const producer = findProducer(register, values.text('chu-the'));
  const codes = new Set(packsIn(register).flatMap(({ pack }) => pack.traceCode ?? []));
  const changed = fieldsFrom(parts, values, opened, id, 'id' in producer ? producer.id : undefined, codes);
  const openedWith = values.text(OPENED_WITH);
  const again = (problems: readonly string[]): Promise<Response> => showProduct(parts, visit, { id: known, fields: { ...opened.fields, ...changed }, openedWith, problems, sent: values });
  if ('problem' in producer) return again([producer.problem]);
  const title = `Sản phẩm: ${values.text('ten')}`;
  const result = await proposeRecord(parts, visit, openedWith, { kind: 'product', title, record: changedRecord(opened, changed, ORDER) });
  return result instanceof Response ? result : again(result.problems);
}

function fieldsFrom({ now }: DeskParts, values: FormValues, { fields, before }: OpenedRecord, id: string, producer: string | undefined, taken: ReadonlySet<string>): Fields {
  const name = values.text('ten');
  const group = values.text('nhom') || undefined;
  const story = filled({ vi: values.long('chuyen'), en: values.long('chuyen-en') });
  const place = filled({ commune: values.text('xa'), district: values.text('huyen'), province: values.text('tinh') });
  const era = values.text('thoi') === 'before-2025-07-01' ? 'before-2025-07-01' : 'current';
  return {
    name,
    nameEn: values.text('ten-en') || name,
    producer,
    group,
    groupBasis: group === undefined ? undefined : group === fields['group'] ? fields['groupBasis'] : 'read',
    drawing: before === undefined ? drawingForName(name) : fields['drawing'],
    alcohol: values.ticked('con') ? true : undefined,
    place,
    placeEra: era === 'current' && fields['placeEra'] === undefined ? undefined : era,
    photographs: photographsFrom(values, fields['photographs']),
    packs: packsFrom(values, fields['packs'], id, () => freeTraceCode(taken)),
    story,
    declaration: declarationFrom(values),
    sources: withSource(fields['sources'], sourceFrom(values, now())),
  };
}

interface Shown {
  /** Undefined for a new product. */
  id: string | undefined;
  fields: Fields;
  openedWith: string;
  problems?: readonly string[];
  sent?: FormValues;
}

function showProduct(parts: DeskParts, visit: Visit, { id, fields, openedWith, problems = [], sent }: Shown): Promise<Response> {
  const { register } = recordsOnDisk(parts.contentDir, parts.cacheFile);
  const producer = sent?.text('chu-the') ?? producerName(register, fields['producer'] as string | undefined);
  return showForm(
    visit,
    {
      title: id === undefined ? 'Thêm sản phẩm' : String(fields['name'] ?? id),
      lede: id === undefined ? 'Hạng sao không ghi ở đây: nhập quyết định công nhận sau khi đã có sản phẩm, hoặc nhập thẳng phụ lục.' : 'Hạng sao không sửa ở đây: mọi thay đổi về sao đi qua quyết định.',
      action: id === undefined ? NEW_PATH : deskPath('ho-so', 'san-pham', id),
      back: { text: 'Hồ sơ', href: deskPath('ho-so') },
      links: id === undefined ? [] : [{ text: 'Thêm ảnh', href: deskPath('ho-so', 'san-pham', id, 'anh') }, { text: 'Thu hồi sao', href: deskPath('thu-hoi', id) }, ...lotLinks(parts, id)],
      sections: productSections(register, { fields, producer, openedWith, isNew: id === undefined, sent }),
      submit: 'Xem lại thay đổi',
      problems,
    },
    deskPath('ho-so'),
  );
}

function newId({ products, moved }: RawRegister, name: string): string {
  const taken = new Set([...products, ...moved.filter(({ kind }) => kind === 'product')].map(({ id }) => id));
  return freeId(name, [], (id) => taken.has(id));
}
