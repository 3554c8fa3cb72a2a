import { formatDong } from '../../domain/money.ts';
import type { NetQuantity, Offer } from '../../domain/offer.ts';
import type { Product } from '../../domain/product.ts';
import { translator, type Translate } from '../../i18n/translate.ts';
import { availabilityPath, cartPath, type Language } from '../../paths.ts';
import type { View } from '../../publish/view.ts';
import { starOfGoods, type StarOfGoods } from './shop-goods.ts';

/** What a product's page offers to whoever wants to have it. Never for alcohol. */
export interface BuyBox {
  /** Where the form is sent; undefined on a plain file host, which takes no orders. */
  action?: string;
  /** Tells what is there now. */
  availability: string;
  packs: readonly PackChoice[];
  star: StarOfGoods;
  seller: string;
  practice: boolean;
  /** The seller's telephone and Zalo, for a plain file host. */
  phone: string;
}

export interface PackChoice {
  sku: string;
  label: string;
  price: string;
  /** Whole đồng, so that the cart can say what changed since. */
  priceDong: number;
  /** "320.000 ₫ / lít"; absent for single pieces. */
  unitPrice?: string;
  tiers: readonly string[];
  minimum: number;
  isFirst: boolean;
}

/** Undefined where nothing of the product is sold here. */
export function buyBox(view: View, language: Language, product: Product): BuyBox | undefined {
  const { seller, offersOf } = view.catalogue.shop;
  const offers = product.alcohol ? [] : offersOf(product.id);
  if (seller === undefined || offers.length === 0) return undefined;
  const t = translator(language);
  return {
    action: view.mode === 'static' ? undefined : cartPath(language),
    availability: availabilityPath(product.id),
    packs: offers.map((offer, at) => packChoice(offer, product, language, t, at === 0)),
    star: starOfGoods(view, language, product.id),
    seller: seller.name,
    practice: seller.sample,
    phone: seller.phone,
  };
}

function packChoice(offer: Offer, { packs }: Product, language: Language, t: Translate, isFirst: boolean): PackChoice {
  const { sku, priceDong, tiers, minimum, netQuantity } = offer;
  return {
    sku,
    label: packs.find((pack) => pack.sku === sku)?.label ?? sku,
    price: formatDong(priceDong, language),
    priceDong,
    unitPrice: unitPrice(netQuantity, priceDong, language, t),
    tiers: tiers.map((tier) => t('shop.tier', { from: tier.from, price: formatDong(tier.priceDong, language) })),
    minimum,
    isFirst,
  };
}

/** To compare packs by: of a kilogram or a litre, rounded to đồng. */
export function unitPrice({ amount, unit }: NetQuantity, priceDong: number, language: Language, t: Translate): string | undefined {
  if (unit === 'piece') return amount === 1 ? undefined : t('shop.perPiece', { price: formatDong(Math.round(priceDong / amount), language) });
  const whole = unit === 'g' || unit === 'ml' ? amount / 1000 : amount;
  return t(unit === 'g' || unit === 'kg' ? 'shop.perKilogram' : 'shop.perLitre', { price: formatDong(Math.round(priceDong / whole), language) });
}
