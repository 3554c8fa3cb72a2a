import { instant } from '../../db/database.ts';
import { correctStock } from '../../orders/correct-stock.ts';
import { countNewSkus } from '../../orders/stock.ts';
import { deskPath } from '../../../paths.ts';
import type { StockView } from '../../../publish/desk-shop/stock.ts';
import type { DeskParts } from '../desk-parts.ts';
import { formValues, type FormValues } from '../forms/form-values.ts';
import { guarded, guardedForm, type Visit } from '../guard.ts';
import { exactly, type Route } from '../route.ts';
import { recordAudit } from '../audit.ts';
import { stockView } from './stock-view.ts';
import { seeOther } from '../private-answer.ts';

const PATH = deskPath('kho');
const MOST = 1_000_000;

/** `/quan-ly/kho/`: what there is, and what somebody counted. */
export function stockRoutes(parts: DeskParts): Route[] {
  return [
    { method: 'GET', pattern: exactly(PATH), handle: guarded(parts, 'editor', (visit) => showStock(parts, visit)) },
    { method: 'POST', pattern: exactly(PATH), handle: guardedForm(parts, 'editor', (visit, form) => correct(parts, visit, formValues(form))) },
  ];
}

async function showStock(parts: DeskParts, { request, show }: Visit, problem?: StockView['problem']): Promise<Response> {
  const done = new URL(request.url).searchParams.get('da-sua') ?? undefined;
  const view = await stockView(parts.db, await parts.catalogue());
  const known = view.lines.some(({ sku }) => sku === done);
  const page = await show(PATH, { kind: 'stock', stock: { ...view, ...(known && done !== undefined && { done }), ...(problem !== undefined && { problem }) } });
  return problem === undefined ? page : new Response(page.body, { status: 422, headers: page.headers });
}

async function correct(parts: DeskParts, visit: Visit, values: FormValues): Promise<Response> {
  const { db, now } = parts;
  const sku = values.text('sku');
  const again = (text: string): Promise<Response> => showStock(parts, visit, { sku, text });
  const typed = values.text('con').replace(/[.\s]/g, '');
  const reason = values.text('ly-do').slice(0, 300);
  if (!/^\d{1,7}$/.test(typed) || Number(typed) > MOST) return again(`Số lượng "${values.text('con')}" không đọc được: ghi số nguyên, ví dụ 48.`);
  if (reason === '') return again('Hãy ghi lý do: đếm lại, hỏng, nhập thêm…');
  const offer = (await parts.catalogue()).shop.offer(sku);
  if (offer !== undefined) await db.transaction().execute((transaction) => countNewSkus(transaction, [offer], now()));
  const known = await db.selectFrom('stock').select('sku').where('sku', '=', sku).executeTakeFirst();
  if (known === undefined) return again(`Không có mã hàng "${sku}" trong kho.`);
  const refused = await correctStock(db, { sku, onHand: Number(typed), who: visit.session.name, reason }, now());
  if (refused !== undefined) return again(`Đang giữ ${refused.held} gói cho các đơn chưa gửi: không thể ghi ít hơn. Nếu hàng thật sự không còn, mở từng đơn và huỷ hoặc báo hết hàng trước.`);
  await recordAudit(db, { who: visit.session.name, action: 'stock-corrected', subject: `stock:${sku}`, note: `${typed}: ${reason}, ${instant(now())}` }, now());
  return seeOther(`${PATH}?da-sua=${encodeURIComponent(sku)}`);
}
