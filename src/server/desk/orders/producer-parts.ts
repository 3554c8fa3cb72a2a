import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { spacedOrderNumber } from '../../../domain/order-number.ts';
import { producerAnswerPath } from '../../../paths.ts';
import type { ProducerPart } from '../../../publish/desk-shop/order-details.ts';
import type { OrderRow, ProducerLinkRow } from '../../db/order-tables.ts';
import { tellingKey } from '../../orders/close-tasks.ts';
import { linkState, partToken } from '../../orders/producer-part.ts';
import type { DeskParts } from '../desk-parts.ts';

/** Whose goods an order holds, and how far each of them is. Goods without a producer are the seller's own. */
export async function producerParts({ db, shop, siteUrl, now }: DeskParts, catalogue: Catalogue, order: OrderRow): Promise<ProducerPart[]> {
  const packs = await db.selectFrom('order_packs').selectAll().where('order_id', '=', order.id).orderBy('sku').execute();
  const open = await db.selectFrom('order_tasks').select('key').where('order_id', '=', order.id).where('kind', '=', 'tell-producer').where('done_at', 'is', null).execute();
  const links = await db.selectFrom('producer_order_links').selectAll().where('order_id', '=', order.id).execute();
  const ids = [...new Set(packs.flatMap(({ producer_id: id }) => (id === null ? [] : [id])))].sort();
  return ids.map((producerId) => {
    const producer = catalogue.producer(producerId);
    const name = producer?.name ?? producerId;
    const link = links.find((one) => one.producer_id === producerId);
    const href = link && siteUrl + producerAnswerPath(partToken(shop.tokens, link));
    const phone = producer?.orders?.phone;
    return {
      producerId,
      producer: name,
      packs: packs.filter((pack) => pack.producer_id === producerId).map(({ sku, quantity }) => ({ sku, quantity, name: packName(catalogue, sku) })),
      ...(link !== undefined && href !== undefined && { link: { state: linkState(link, order, now()), href, message: messageFor(name, order.number, href) } }),
      ...(link !== undefined && timesOf(link)),
      ...(phone !== undefined && { phone }),
      mailed: producer?.orders?.email !== undefined,
      untold: link !== undefined && open.some(({ key }) => key === tellingKey(link)),
    };
  });
}

function timesOf(link: ProducerLinkRow): Partial<ProducerPart> {
  return {
    ...(link.accepted_at !== null && { acceptedAt: Date.parse(link.accepted_at) }),
    ...(link.out_of_stock_at !== null && { outOfStockAt: Date.parse(link.out_of_stock_at) }),
    ...(link.shipped_at !== null && { shippedAt: Date.parse(link.shipped_at) }),
    ...(link.carrier !== null && { carrier: link.carrier }),
    ...(link.tracking_code !== null && { trackingCode: link.tracking_code }),
  };
}

export function packName(catalogue: Catalogue, sku: string): string {
  const found = catalogue.pack(sku);
  return found === undefined ? sku : `${found.product.name}, ${found.pack.label}`;
}

/** As it is sent by Zalo or SMS; nothing of the buyer, and the address last, where telephones recognise all of it. */
function messageFor(producer: string, number: string, href: string): string {
  return `Kính gửi ${producer}. Có đơn hàng ${spacedOrderNumber(number)}. Mời mở liên kết để xem hàng, nhận đơn hoặc báo hết hàng, và báo khi đã gửi. Ai có liên kết này đều mở được, xin đừng chuyển cho người ngoài: ${href}`;
}
