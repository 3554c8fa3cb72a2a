import { fold } from '../../domain/fold.ts';
import { dayInVietnam } from '../../domain/calendar-day.ts';
import { formatDate } from '../../i18n/format-date.ts';
import { deskPath, producerAnswerPath } from '../../paths.ts';
import type { RawRegister } from '../../catalogue/raw-register.ts';
import { LINK_DAYS, type LotLinkLine, type LotLinksView } from '../../publish/desk-lot-link.ts';
import { recordsOnDisk } from '../desk/changes/records-on-disk.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { formValues } from '../desk/forms/form-values.ts';
import { guarded, guardedForm, type Visit } from '../desk/guard.ts';
import { seeOther } from '../desk/private-answer.ts';
import { exactly, type Route } from '../desk/route.ts';
import { listLotLinks, makeLotLink, revokeLotLink, type LotLink } from './lot-link.ts';
import { lotProduct, type LotProduct } from './lot-product.ts';
import { countSendings } from './lot-sendings.ts';

const PATH = deskPath('lien-ket-lo');
const SHOWN = 200;
const OFFERED = 2_000;
const DEFAULT_DAYS = 90;

/** `/quan-ly/lien-ket-lo/`: links by which producers declare lots themselves. */
export function lotLinkRoutes(parts: DeskParts): Route[] {
  const close = new RegExp(`^${PATH}(?<id>[0-9a-f]{12})/dong/$`);
  return [
    { method: 'GET', pattern: exactly(PATH), handle: guarded(parts, 'editor', (visit) => showLinks(parts, visit, { product: askedProduct(visit), days: DEFAULT_DAYS })) },
    { method: 'POST', pattern: exactly(PATH), handle: guardedForm(parts, 'editor', (visit, form) => make(parts, visit, form)) },
    {
      method: 'POST',
      pattern: close,
      handle: guardedForm(parts, 'editor', async ({ context, session }) => {
        await revokeLotLink(parts.db, context.params['id'] ?? '', session.name, parts.now());
        return seeOther(PATH);
      }),
    },
  ];
}

async function make(parts: DeskParts, visit: Visit, form: URLSearchParams): Promise<Response> {
  const values = formValues(form);
  const typed = values.text('san-pham');
  const days = LINK_DAYS.find((known) => String(known) === values.text('so-ngay')) ?? DEFAULT_DAYS;
  const { register } = recordsOnDisk(parts.contentDir, parts.cacheFile);
  const found = productOf(register, typed);
  if ('problem' in found) return showLinks(parts, visit, { product: typed, days, problem: found.problem });
  const { token, endsAt } = await makeLotLink(parts.db, { productId: found.id, producerId: found.producerId, days, who: visit.session.name }, parts.now());
  const message = messageFor(found, `${parts.siteUrl}${producerAnswerPath(token)}`, formatDate(dayInVietnam(endsAt), 'vi'));
  return showLinks(parts, visit, { product: '', days, made: { message, product: found.name } });
}

/** As it is sent by Zalo or SMS; the address stands last, where telephones recognise all of it. */
function messageFor({ name, producer }: LotProduct, address: string, lastDay: string): string {
  return `Kính gửi ${producer}. Mời khai lô hàng của ${name} trên điện thoại, dùng đến hết ngày ${lastDay}. Ai có liên kết này đều khai được, xin đừng chuyển cho người ngoài: ${address}`;
}

/** `Tên · mã`, the id alone, or a name that only one product has. */
function productOf(register: RawRegister, typed: string): LotProduct | { problem: string } {
  const id = typed.split(' · ').at(-1) ?? '';
  const named = register.products.filter(({ sample, record }) => !sample && fold(record.name) === fold(typed));
  if (named.length > 1) return { problem: `Có ${named.length} sản phẩm cùng tên "${typed}": hãy chọn trong danh sách, có mã đi kèm.` };
  const product = register.products.find((each) => !each.sample && each.id === id) ?? named[0];
  if (product === undefined) return { problem: typed === '' ? 'Hãy chọn sản phẩm.' : `Không có sản phẩm "${typed}" trong hồ sơ.` };
  const found = lotProduct(register, product.id);
  if (found === undefined) return { problem: `Chưa rõ chủ thể của ${product.record.name}: hãy ghi chủ thể vào hồ sơ sản phẩm trước.` };
  return found.packs.length === 0 ? { problem: `${product.record.name} chưa có quy cách nào: hãy thêm quy cách vào hồ sơ sản phẩm trước.` } : found;
}

async function showLinks({ db, contentDir, cacheFile, now }: DeskParts, { show }: Visit, more: Pick<LotLinksView, 'product' | 'days' | 'made' | 'problem'>): Promise<Response> {
  const { register } = recordsOnDisk(contentDir, cacheFile);
  const [links, sent] = [await listLotLinks(db, SHOWN), await countSendings(db)];
  const products = register.products.filter(({ sample, record }) => !sample && record.packs.length > 0 && record.producer !== undefined);
  const view: LotLinksView = {
    links: links.map((link) => lineOf(link, register, sent.get(link.id) ?? 0, now())),
    products: products.slice(0, OFFERED).map(({ id, record }) => `${record.name} · ${id}`),
    ...more,
  };
  const page = await show(PATH, { kind: 'lot-links', links: view });
  return more.problem === undefined ? page : new Response(page.body, { status: 422, headers: page.headers });
}

function lineOf({ id, productId, producerId, createdBy, createdAt, endsAt, revokedAt }: LotLink, { products, producers }: RawRegister, sent: number, nowMs: number): LotLinkLine {
  return {
    id,
    productId,
    product: products.find((product) => product.id === productId)?.record.name ?? productId,
    producer: producers.find((producer) => producer.id === producerId)?.record.name ?? producerId,
    createdBy,
    createdAt,
    endsAt,
    state: revokedAt !== undefined ? 'revoked' : nowMs >= endsAt ? 'ended' : 'open',
    sent,
  };
}

/** A product's form leads here with its id. */
function askedProduct({ request }: Visit): string {
  return (new URL(request.url).searchParams.get('san-pham') ?? '').slice(0, 200);
}
