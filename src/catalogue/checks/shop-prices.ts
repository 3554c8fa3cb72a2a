import type { RawRegister } from '../raw-register.ts';

/** One amount of money of the shop where it is written. */
export interface ShopPrice {
  file: string;
  field: string;
  dong: number;
  /** Delivery may cost nothing; goods and discounts may not. */
  mayBeZero: boolean;
}

export function shopPrices(register: RawRegister): ShopPrice[] {
  const found: ShopPrice[] = [];
  const add = (file: string, field: string, dong: number | undefined, mayBeZero = false): void => {
    if (dong !== undefined) found.push({ file, field, dong, mayBeZero });
  };
  for (const { file, record } of register.offers) {
    for (const [at, { priceDong, tiers }] of record.offers.entries()) {
      add(file, `offers.${at}.priceDong`, priceDong);
      for (const [place, tier] of tiers.entries()) add(file, `offers.${at}.tiers.${place}.priceDong`, tier.priceDong);
    }
  }
  for (const { file, record } of register.baskets) add(file, 'priceDong', record.priceDong);
  for (const { file, record } of register.vouchers) {
    add(file, 'minimumDong', record.minimumDong);
    if ('dong' in record.discount) add(file, 'discount.dong', record.discount.dong);
    else add(file, 'discount.atMostDong', record.discount.atMostDong);
  }
  for (const { file, delivery } of deliveriesIn(register)) {
    for (const [at, zone] of delivery.zones.entries()) {
      add(file, `delivery.zones.${at}.baseDong`, zone.baseDong, true);
      add(file, `delivery.zones.${at}.perKgDong`, zone.perKgDong, true);
      add(file, `delivery.zones.${at}.freeFromDong`, zone.freeFromDong, true);
    }
  }
  return found;
}

export const SITE_FILE = 'content/site.yaml';
export const PRACTICE_FILE = 'content/samples/site.yaml';

/** The rules of delivery of the site, and of the practice shop. */
export function deliveriesIn({ site, practice }: RawRegister): { file: string; delivery: NonNullable<RawRegister['site']['delivery']>; sample: boolean }[] {
  return [
    ...(site.delivery === undefined ? [] : [{ file: SITE_FILE, delivery: site.delivery, sample: false }]),
    ...(practice === undefined ? [] : [{ file: PRACTICE_FILE, delivery: practice.delivery, sample: true }]),
  ];
}
