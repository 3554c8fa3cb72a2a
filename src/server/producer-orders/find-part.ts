import { cashAtTheDoor } from '../../domain/cash-on-delivery.ts';
import type { OrderDelivery } from '../../domain/order.ts';
import { isClosed } from '../../domain/order-status.ts';
import type { ProducerOrderView } from '../../publish/producer-order-view.ts';
import type { OrderRow, ProducerLinkRow } from '../db/order-tables.ts';
import { placeInFull } from '../desk/orders/order-lines.ts';
import { tokenHash } from '../orders/order-token.ts';
import { lastDayOf, linkState } from '../orders/producer-part.ts';
import type { ProducerOrderParts } from './producer-order-door.ts';

export interface FoundPart {
  orderId: string;
  producerId: string;
}

/** The part that a token opens, or why it opens nothing. */
export async function findPart({ db, now }: ProducerOrderParts, token: string): Promise<FoundPart | 'unknown' | 'ended' | 'revoked'> {
  const link = await db.selectFrom('producer_order_links').selectAll().where('token_hash', '=', tokenHash(token)).executeTakeFirst();
  const order = link && (await db.selectFrom('orders').select('closed_at').where('id', '=', link.order_id).executeTakeFirst());
  if (link === undefined || order === undefined) return 'unknown';
  const state = linkState(link, order, now());
  return state === 'open' ? { orderId: link.order_id, producerId: link.producer_id } : state;
}

type PartView = Extract<ProducerOrderView, { step: 'part' }>;

/** As it stands now: the packs of this producer alone. Who gets it is shown only as long as it is to be sent or on its way. */
export async function partView({ db, catalogue }: ProducerOrderParts, { orderId, producerId }: FoundPart): Promise<Omit<PartView, 'slip'>> {
  const register = await catalogue();
  const order = await db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
  const links = await db.selectFrom('producer_order_links').selectAll().where('order_id', '=', orderId).execute();
  const link = links.find(({ producer_id: id }) => id === producerId) as ProducerLinkRow;
  const packs = await db.selectFrom('order_packs').selectAll().where('order_id', '=', orderId).where('producer_id', '=', producerId).orderBy('sku').execute();
  const person = isClosed(order.state) ? undefined : await db.selectFrom('order_people').selectAll().where('order_id', '=', orderId).executeTakeFirst();
  const failed = order.state !== 'delivery-failed' ? undefined : await db.selectFrom('order_events').select('reason').where('order_id', '=', orderId).where('event', '=', 'delivery-failed').where('fits', '=', 1).orderBy('id', 'desc').executeTakeFirst();
  const { seller } = register.shop;
  const others = links.length - 1;
  return {
    step: 'part',
    number: order.number,
    producer: register.producer(producerId)?.name ?? producerId,
    at: Date.parse(order.created_at),
    state: order.state,
    packs: packs.map(({ sku, quantity }) => {
      const found = register.pack(sku);
      return { sku, quantity, name: found?.product.name ?? sku, label: found?.pack.label ?? '' };
    }),
    ...(person !== undefined && { to: { name: person.name, phone: person.phone, place: placeInFull(register, JSON.parse(person.delivery) as OrderDelivery), ...(person.note !== null && { note: person.note }) } }),
    ...(others === 0 && order.payment_method === 'cod' && { collectDong: cashAtTheDoor(order.total_dong, order.paid_dong - order.refunded_dong) }),
    payment: order.payment_method,
    others,
    ...timesOf(link),
    ...(failed?.reason != null && { failure: failed.reason }),
    over: isOver(order),
    until: lastDayOf(link),
    seller: seller?.name ?? register.site.name.vi,
    ...(seller !== undefined && { sellerPhone: seller.phone }),
    sample: order.sample === 1,
  };
}

function isOver({ state }: OrderRow): boolean {
  return isClosed(state) || state === 'refund-due';
}

function timesOf(link: ProducerLinkRow): Partial<PartView> {
  return {
    ...(link.accepted_at !== null && { acceptedAt: Date.parse(link.accepted_at) }),
    ...(link.out_of_stock_at !== null && { outOfStockAt: Date.parse(link.out_of_stock_at) }),
    ...(link.shipped_at !== null && { shippedAt: Date.parse(link.shipped_at) }),
    ...(link.carrier !== null && { carrier: link.carrier }),
    ...(link.tracking_code !== null && { trackingCode: link.tracking_code }),
  };
}
