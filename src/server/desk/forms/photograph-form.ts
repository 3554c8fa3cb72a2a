import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskPath } from '../../../paths.ts';
import { slugify } from '../../../domain/fold.ts';
import { derivePhotograph, isPhotograph } from '../../../media/photograph.ts';
import { sha256Of } from '../changes/change-files.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, guardedUpload, refuse, type Visit } from '../guard.ts';
import { fileNameOf, fileOf } from '../read-upload.ts';
import type { Route } from '../route.ts';
import { formValues, type FormValues } from './form-values.ts';
import { lotFile, lotForm, lotPattern, LOT_ORDER, withLot } from './lot-record.ts';
import { isProduct, productRecord } from './product-form.ts';
import { changedRecord, openRecord, OPENED_WITH, proposeRecord, showForm, type Fields, type OpenedRecord } from './record-form.ts';

/** A telephone's largest pictures; a camera's raw files are no photographs for a page. */
export const MOST_PHOTO_BYTES = 25_000_000;
const MARGIN = 64 * 1024;
const KINDS: readonly (readonly [extension: string, pattern: RegExp])[] = [
  ['jpg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['avif', /^[\s\S]{4}ftypavi[fs]/],
  ['tif', /^(?:II\*\0|MM\0\*)/],
];

/** The record that gets a photograph. */
interface Owner {
  opened: OpenedRecord;
  name: string;
  lede: string;
  /** Address of its own form; that of its photographs lies below. */
  form: string;
  /** Path of a file beside the record, by its name. */
  beside(name: string): string;
  order: readonly string[];
}

type WithOwner = (parts: DeskParts, visit: Visit, answer: (owner: Owner) => Promise<Response>) => Promise<Response>;

/** `/quan-ly/ho-so/san-pham/<id>/anh/` and `…/lo/<code>/anh/`: a photograph with its words, looked at before it is taken. */
export function photographRoutes(parts: DeskParts): Route[] {
  return [...routesFor(parts, /^\/quan-ly\/ho-so\/san-pham\/(?<id>[a-z0-9-]+)\/anh\/$/, ofProduct), ...routesFor(parts, lotPattern('anh/'), ofLot)];
}

function routesFor(parts: DeskParts, pattern: RegExp, withOwner: WithOwner): Route[] {
  return [
    { method: 'GET', pattern, handle: guarded(parts, 'editor', (visit) => withOwner(parts, visit, (owner) => showPhoto(visit, owner))) },
    {
      method: 'POST',
      pattern,
      handle: guardedUpload(parts, 'editor', MOST_PHOTO_BYTES + MARGIN, (visit, form) => withOwner(parts, visit, (owner) => take(parts, visit, owner, form))),
    },
  ];
}

const ofProduct: WithOwner = async (parts, visit, answer) => {
  const id = visit.context.params['id'] ?? '';
  const opened = openRecord(parts, productRecord(id));
  if (!isProduct(opened)) return refuse(parts, 404, 'not-found', visit.session);
  const beside = (name: string): string => opened.path.replace('product.yaml', name);
  return answer({ opened, name: String(opened.fields['name']), lede: 'Ảnh thật của sản phẩm', form: deskPath('ho-so', 'san-pham', id), beside, order: PHOTO_ORDER });
};

const ofLot: WithOwner = (parts, visit, answer) =>
  withLot(parts, visit, ({ product, code, opened }) => {
    const beside = (name: string): string => lotFile(opened.path, name);
    return answer({ opened, name: `Lô ${code}: ${product.record.name}`, lede: 'Ảnh thật của lô hàng', form: lotForm(product.id, code), beside, order: LOT_ORDER });
  });

async function take(parts: DeskParts, visit: Visit, owner: Owner, form: FormData): Promise<Response> {
  const { opened } = owner;
  const values = formValues(form);
  const file = fileOf(form, 'anh');
  const again = (problems: readonly string[]): Promise<Response> => showPhoto(visit, owner, problems, values);
  if (file === undefined) return again(['Chưa chọn ảnh nào.']);
  if (!values.ticked('quyen')) return again(['Chỉ đăng ảnh khi người chụp hoặc người giữ ảnh đã cho phép: đánh dấu ô cho phép.']);
  const name = fileNameOf(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const fault = await faultOf(parts, name, bytes);
  if (fault !== undefined) return again([fault]);
  const path = owner.beside(nameFor(values.text('loi'), bytes));
  const photograph = {
    file: path.split('/').at(-1),
    alt: { vi: values.text('loi'), ...(values.text('loi-en') !== '' && { en: values.text('loi-en') }) },
    ...(values.text('nguon') !== '' && { credit: values.text('nguon') }),
  };
  const known = (opened.fields['photographs'] ?? []) as Fields[];
  const record = changedRecord(opened, { photographs: [...known, photograph] }, owner.order);
  const title = `Ảnh: ${owner.name}`;
  const result = await proposeRecord(parts, visit, values.text(OPENED_WITH), { kind: 'photograph', title, record, file: { role: path, name, bytes } });
  return result instanceof Response ? result : again(result.problems);
}

const PHOTO_ORDER = ['name', 'nameEn', 'producer', 'group', 'groupBasis', 'drawing', 'alcohol', 'place', 'placeEra', 'attestations', 'photographs'];

/** Why it is no photograph that pages can show; the derivatives made here serve the publish as well. */
async function faultOf({ mediaCacheDir }: DeskParts, name: string, bytes: Uint8Array): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'anh-'));
  try {
    const file = join(folder, name);
    await writeFile(file, bytes);
    const made = await derivePhotograph({ file, cacheDir: mediaCacheDir });
    if (!isPhotograph(made)) return made.messageVi ?? made.message;
    return extensionOf(bytes) === undefined ? `"${name}" không phải ảnh JPEG, PNG, WebP hoặc AVIF; hãy lưu lại dạng JPEG` : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** From what the picture shows and its content, so that no other is overwritten. */
function nameFor(alt: string, bytes: Uint8Array): string {
  const words = slugify(alt).replace(/[^a-z0-9-]/g, '').slice(0, 40).replace(/-[^-]*$|-$/, '') || 'anh';
  return `${words}-${sha256Of(bytes).slice(0, 8)}.${extensionOf(bytes) ?? 'jpg'}`;
}

function extensionOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return KINDS.find(([, pattern]) => pattern.test(start))?.[0];
}

function showPhoto(visit: Visit, { opened: { digest }, name, lede, form }: Owner, problems: readonly string[] = [], sent?: FormValues): Promise<Response> {
  const text = (field: string): string => sent?.text(field) ?? '';
  return showForm(
    visit,
    {
      title: `Thêm ảnh: ${name}`,
      lede: `${lede}, chụp đủ sáng, rộng từ 1280 điểm ảnh. Trang tự thu nhỏ và bỏ thông tin nơi chụp khi đăng.`,
      action: `${form}anh/`,
      upload: true,
      back: { text: name, href: form },
      sections: [
        {
          legend: 'Ảnh',
          fields: [
            { name: 'anh', label: 'Tệp ảnh', kind: 'file', value: '', accept: 'image/jpeg,image/png,image/webp,image/avif', required: true, hint: 'JPEG, PNG, WebP hoặc AVIF, tới 25 MB' },
            { name: 'loi', label: 'Lời tả ảnh', kind: 'text', value: text('loi'), required: true, hint: 'Người không nhìn thấy ảnh sẽ nghe câu này: trong ảnh có gì' },
            { name: 'loi-en', label: 'Lời tả bằng tiếng Anh', kind: 'text', value: text('loi-en') },
            { name: 'nguon', label: 'Ảnh của ai', kind: 'text', value: text('nguon'), hint: 'Người chụp hoặc nơi cho ảnh' },
            { name: 'quyen', label: 'Người chụp hoặc người giữ ảnh đã cho phép đăng', kind: 'tick', value: sent?.ticked('quyen') === true ? 'on' : '', required: true },
            { name: OPENED_WITH, label: '', kind: 'hidden', value: sent?.text(OPENED_WITH) ?? digest },
          ],
        },
      ],
      submit: 'Xem lại thay đổi',
      problems,
    },
    deskPath('ho-so'),
  );
}
