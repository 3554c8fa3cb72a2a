import type { GiftBasket } from '../domain/basket.ts';
import type { DeliverySettings } from '../domain/delivery.ts';
import type { Offer } from '../domain/offer.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { ShopEvent } from '../domain/shop-event.ts';
import type { Voucher } from '../domain/voucher.ts';
import { parseVoucher } from './parse-voucher.ts';
import type { RawRecord, RawRegister } from './raw-register.ts';
import { remember, rememberList } from './remember.ts';
import type { BasketRecord } from './schemas/basket.ts';
import type { OffersRecord } from './schemas/offer.ts';
import type { OutletRecord } from './schemas/outlet.ts';
import type { ShopEventRecord } from './schemas/shop-event.ts';
import { shopSchema } from './schemas/shop.ts';
import type { ActingSeller, Shop } from './shop.ts';

const NOTHING: readonly Offer[] = [];

/** The same offers are the same list. */
const sameOffers = rememberList((offers: readonly Offer[]) => offers);
/** One record, one list. */
const parseOffers = remember(({ id, record, sample }: RawRecord<OffersRecord>): readonly Offer[] => record.offers.map((offer) => ({ ...offer, productId: id, sample })));
const parseBasket = remember(({ id, record, sample }: RawRecord<BasketRecord>): GiftBasket => ({ ...record, id, sample }));
const parseOutlet = remember(({ id, record, sample }: RawRecord<OutletRecord>): Outlet => ({ ...record, id, sample }));
const parseEvent = remember(({ id, record, sample }: RawRecord<ShopEventRecord>): ShopEvent => ({ ...record, id, sample }));

/**
 * What a checked register sells. Where practice data is loaded, its fictional seller acts and sells nothing but practice
 * goods; a real seller sells real ones.
 */
export function buildShop(register: Pick<RawRegister, 'site' | 'practice' | 'offers' | 'baskets' | 'outlets' | 'events' | 'vouchers'>): Shop {
  const { site, practice } = register;
  const seller = actingSeller(register);
  const sold = <T>(records: readonly RawRecord<T>[]): readonly RawRecord<T>[] => records.filter(({ sample }) => sample === seller?.sample);
  const offersOfProduct = new Map(sold(register.offers).map((raw) => [raw.id, parseOffers(raw)]));
  const offers = sameOffers([...offersOfProduct.values()].flat().sort(bySku));
  const offerBySku = new Map(offers.map((offer) => [offer.sku, offer]));
  const baskets = sold(register.baskets).map(parseBasket).sort(byId);
  const outlets = register.outlets.map(parseOutlet).sort(byId);
  const events = register.events.map(parseEvent).sort((a, b) => compare(a.from, b.from) || byId(a, b));
  const eventById = index(events);
  const vouchers = new Map(sold(register.vouchers).map((raw): [string, Voucher] => [raw.id.toUpperCase().replaceAll('-', ''), parseVoucher(raw, raw.record.event === undefined ? undefined : eventById.get(raw.record.event))]));
  const [basketById, outletById] = [index(baskets), index(outlets)];
  const delivery: DeliverySettings | undefined = practice?.delivery ?? site.delivery;
  return {
    seller,
    settings: practice?.shop ?? site.shop ?? DEFAULTS,
    delivery,
    offers,
    baskets,
    outlets,
    events,
    vouchers: [...vouchers.values()],
    offer: (sku) => offerBySku.get(sku),
    offersOf: (productId) => offersOfProduct.get(productId) ?? NOTHING,
    basket: (id) => basketById.get(id),
    outlet: (id) => outletById.get(id),
    event: (id) => eventById.get(id),
    voucher: (code) => vouchers.get(code),
  };
}

const DEFAULTS = shopSchema.parse({});

function actingSeller({ site, practice }: Pick<RawRegister, 'site' | 'practice'>): ActingSeller | undefined {
  if (practice !== undefined) return { ...practice.seller, sample: true };
  return site.seller && { ...site.seller, sample: false };
}

function bySku(a: Offer, b: Offer): number {
  return compare(a.sku, b.sku);
}

function byId(a: { id: string }, b: { id: string }): number {
  return compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function index<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
