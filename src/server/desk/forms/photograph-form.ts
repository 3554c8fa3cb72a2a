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

/** `/quan-ly/ho-so/san-pham/<id>/anh/`: a photograph with its words, looked at before it is taken. */
export function photographRoutes(parts: DeskParts): Route[] {
  const pattern = /^\/quan-ly\/ho-so\/san-pham\/(?<id>[a-z0-9-]+)\/anh\/$/;
  return [
    { method: 'GET', pattern, handle: guarded(parts, 'editor', (visit) => withProduct(parts, visit, (opened) => showPhoto(visit, opened))) },
    {
      method: 'POST',
      pattern,
      handle: guardedUpload(parts, 'editor', MOST_PHOTO_BYTES + MARGIN, (visit, form) => withProduct(parts, visit, (opened) => take(parts, visit, opened, form))),
    },
  ];
}

async function withProduct(parts: DeskParts, visit: Visit, answer: (opened: OpenedRecord) => Promise<Response>): Promise<Response> {
  const opened = openRecord(parts, productRecord(visit.context.params['id'] ?? ''));
  return isProduct(opened) ? answer(opened) : refuse(parts, 404, 'not-found', visit.session);
}

async function take(parts: DeskParts, visit: Visit, opened: OpenedRecord, form: FormData): Promise<Response> {
  const values = formValues(form);
  const file = fileOf(form, 'anh');
  const again = (problems: readonly string[]): Promise<Response> => showPhoto(visit, opened, problems, values);
  if (file === undefined) return again(['Chưa chọn ảnh nào.']);
  if (!values.ticked('quyen')) return again(['Chỉ đăng ảnh khi người chụp hoặc người giữ ảnh đã cho phép: đánh dấu ô cho phép.']);
  const name = fileNameOf(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const fault = await faultOf(parts, name, bytes);
  if (fault !== undefined) return again([fault]);
  const path = opened.path.replace('product.yaml', nameFor(values.text('loi'), bytes));
  const photograph = {
    file: path.split('/').at(-1),
    alt: { vi: values.text('loi'), ...(values.text('loi-en') !== '' && { en: values.text('loi-en') }) },
    ...(values.text('nguon') !== '' && { credit: values.text('nguon') }),
  };
  const known = (opened.fields['photographs'] ?? []) as Fields[];
  const record = changedRecord(opened, { photographs: [...known, photograph] }, PHOTO_ORDER);
  const title = `Ảnh: ${String(opened.fields['name'])}`;
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

function showPhoto(visit: Visit, { fields, digest }: OpenedRecord, problems: readonly string[] = [], sent?: FormValues): Promise<Response> {
  const id = visit.context.params['id'] ?? '';
  const text = (name: string): string => sent?.text(name) ?? '';
  return showForm(
    visit,
    {
      title: `Thêm ảnh: ${String(fields['name'])}`,
      lede: 'Ảnh thật của sản phẩm, chụp đủ sáng, rộng từ 1280 điểm ảnh. Trang tự thu nhỏ và bỏ thông tin nơi chụp khi đăng.',
      action: deskPath('ho-so', 'san-pham', id, 'anh'),
      upload: true,
      back: { text: String(fields['name']), href: deskPath('ho-so', 'san-pham', id) },
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
