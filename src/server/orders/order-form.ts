import { z } from 'zod';
import { orderRequestSchema } from './order-request.ts';

/** An order as a plain form: the names that problems use for fields, `lines.0.sku`, `buyer.phone`, each a text. */

const MOST_DIGITS = 15;
const LINE = /^lines\.(0|[1-9]\d{0,2})\.(sku|quantity)$/;
const { buyer, invoice, delivery, voucher, payment, language, totalDong } = orderRequestSchema.shape;
const PARTS = { buyer: Object.keys(buyer.shape), invoice: Object.keys(invoice.unwrap().shape), delivery: [...new Set(delivery.options.flatMap((way) => Object.keys(way.shape)))] } as const;
const PLAIN = ['voucher', 'payment', 'language'] as const;
/** Left blank they are not there; what is needed and blank is answered in words. */
const MAY_BE_BLANK = new Set(['voucher', 'language', 'buyer.email', 'buyer.note', 'invoice.email', 'delivery.district', 'delivery.guest', 'delivery.checkIn', 'delivery.checkOut']);

/** For `orderRequestSchema` to judge. Names that it does not know are ignored; of a name that comes twice the last counts. */
export function readOrderForm(form: URLSearchParams): Record<string, unknown> {
  const said = new Map([...form].filter(([name, value]) => value.trim() !== '' || !MAY_BE_BLANK.has(name)));
  const request: Record<string, unknown> = { lines: linesOf(said) };
  for (const name of PLAIN) if (said.has(name)) request[name] = said.get(name);
  if (said.has('totalDong')) request['totalDong'] = wholeNumber(said.get('totalDong'));
  for (const [part, names] of Object.entries(PARTS)) {
    const fields = names.flatMap((name) => (said.has(`${part}.${name}`) ? [[name, said.get(`${part}.${name}`)] as const] : []));
    const isWanted = part !== 'invoice' || fields.some(([, value]) => value?.trim() !== '');
    if (fields.length > 0 && isWanted) request[part] = Object.fromEntries(fields);
  }
  return request;
}

/** By their numbers, gaps closed. */
function linesOf(said: ReadonlyMap<string, string>): Record<string, unknown>[] {
  const lines = new Map<number, Record<string, unknown>>();
  for (const [name, value] of said) {
    const [, at, field] = LINE.exec(name) ?? [];
    if (at === undefined || field === undefined) continue;
    const line = lines.get(Number(at)) ?? {};
    line[field] = field === 'quantity' ? wholeNumber(value) : value.trim();
    lines.set(Number(at), line);
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, line]) => line);
}

/** Anything else stays a text, which the schema refuses by name. */
function wholeNumber(text = ''): number | string {
  const digits = text.trim();
  return /^-?\d+$/.test(digits) && digits.length <= MOST_DIGITS ? Number(digits) : text;
}

const named = (part: string, shape: Readonly<Record<string, z.ZodType>>): Record<string, z.ZodType> => Object.fromEntries(Object.entries(shape).map(([name, type]) => [`${part}.${name}`, type]));
const whereTo = Object.assign({}, ...delivery.options.map((way) => way.shape)) as Record<string, z.ZodType>;
const optional = (shape: Record<string, z.ZodType>): Record<string, z.ZodType> => Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, type.optional()]));

/** For /api/openapi.json alone; made of the same fields. */
export const orderFormSchema = z
  .object({
    'lines.0.sku': z.string().min(1).max(120).describe('SKU of a pack, or id of a gift basket; further lines are lines.1.sku, lines.2.sku, …'),
    'lines.0.quantity': z.int(),
    ...named('buyer', buyer.shape),
    ...optional(named('invoice', invoice.unwrap().shape)),
    ...optional(named('delivery', whereTo)),
    'delivery.kind': z.enum(['home', 'hotel', 'pickup']),
    voucher,
    payment,
    language,
    totalDong,
    idempotencyKey: z.string().optional().describe('In place of the header Idempotency-Key'),
  })
  .describe('An order, as a plain form');
