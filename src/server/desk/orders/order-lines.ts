import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { OrderDelivery } from '../../../domain/order.ts';
import type { OrderLine } from '../../../publish/desk-shop/order-list.ts';
import type { Database } from '../../db/database.ts';
import type { OrderRow } from '../../db/order-tables.ts';

/** Rows of a list, in the order of `orders`, with four queries however many there are. */
export async function orderLines(db: Database, catalogue: Catalogue, orders: readonly OrderRow[]): Promise<OrderLine[]> {
  if (orders.length === 0) return [];
  const ids = orders.map(({ id }) => id);
  const people = grouped(await db.selectFrom('order_people').select(['order_id', 'name']).where('order_id', 'in', ids).execute());
  const packs = grouped(await db.selectFrom('order_packs').select(['order_id', 'quantity', 'producer_id']).where('order_id', 'in', ids).execute());
  const tasks = grouped(await db.selectFrom('order_tasks').select(['order_id', 'kind']).where('order_id', 'in', ids).where('done_at', 'is', null).orderBy('id').execute());
  return orders.map((order) => {
    const [person] = people.get(order.id) ?? [];
    const mine = packs.get(order.id) ?? [];
    const producers = [...new Set(mine.flatMap(({ producer_id: id }) => (id === null ? [] : [id])))];
    return {
      number: order.number,
      state: order.state,
      at: Date.parse(order.created_at),
      totalDong: order.total_dong,
      keptDong: order.paid_dong - order.refunded_dong,
      payment: order.payment_method,
      ...(person !== undefined && { buyer: person.name }),
      place: placeInBrief(catalogue, order),
      packs: mine.reduce((sum, { quantity }) => sum + quantity, 0),
      producers: producers.map((id) => catalogue.producer(id)?.name ?? id),
      tasks: [...new Set((tasks.get(order.id) ?? []).map(({ kind }) => kind))],
      sample: order.sample === 1,
    };
  });
}

function grouped<Row extends { order_id: string | null }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, ({ order_id }) => order_id as string);
}

function placeInBrief(catalogue: Catalogue, { delivery_kind, province_code, commune_code, outlet_id }: OrderRow): string {
  if (delivery_kind === 'pickup') return catalogue.shop.outlet(outlet_id ?? '')?.name.vi ?? 'nhận tại điểm bán';
  const names = [catalogue.commune(commune_code ?? '')?.name, catalogue.province(province_code ?? '')?.name].filter((name) => name !== undefined);
  return `${delivery_kind === 'hotel' ? 'khách sạn, ' : ''}${names.join(', ') || 'chưa rõ'}`;
}

/** The whole address in one line. */
export function placeInFull(catalogue: Catalogue, delivery: OrderDelivery | undefined): string {
  if (delivery === undefined) return '';
  if (delivery.kind === 'pickup') {
    const outlet = catalogue.shop.outlet(delivery.outletId);
    return `Nhận tại ${outlet === undefined ? delivery.outletId : [outlet.name.vi, outlet.street].filter(Boolean).join(', ')}`;
  }
  const [commune, province] = [catalogue.commune(delivery.communeCode), catalogue.province(delivery.provinceCode)];
  const where = [delivery.street, commune && `${COMMUNE[commune.unitKind]} ${commune.name}`, province && `${PROVINCE[province.unitKind]} ${province.name}`].filter(Boolean).join(', ');
  if (delivery.kind === 'home') return where;
  const stay = [delivery.checkIn, delivery.checkOut].filter(Boolean).map((day) => (day as string).split('-').reverse().join('/')).join(' đến ');
  return [delivery.hotel, delivery.guest && `khách ${delivery.guest}`, stay && `ở ${stay}`, where].filter(Boolean).join(', ');
}

const COMMUNE = { xa: 'xã', phuong: 'phường', dac_khu: 'đặc khu' } as const;
const PROVINCE = { tinh: 'tỉnh', thanh_pho: 'thành phố' } as const;
