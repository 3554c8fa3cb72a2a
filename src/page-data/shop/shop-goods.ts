import type { GiftBasket } from '../../domain/basket.ts';
import { holds } from '../../domain/certificate-status.ts';
import { translator } from '../../i18n/translate.ts';
import { productPath, type Language } from '../../paths.ts';
import type { DerivedPhotograph } from '../../media/product-photographs.ts';
import type { View } from '../../publish/view.ts';
import { currentCertificate } from '../certificate-view.ts';

/** What stands behind a line of a cart, as today's register has it. */
export interface ShopGoods {
  name: string;
  /** The language of the name, where it is not that of the page. */
  label: string;
  href?: string;
  /** Who made it; a basket of several makers has none. */
  producer?: { id: string; name: string };
  drawing: string;
  photograph?: DerivedPhotograph;
  star: StarOfGoods;
  /** Of a basket. */
  contents?: readonly { quantity: number; name: string; label: string }[];
  sample: boolean;
}

/** `held`: sold with its star. `ended`: sold without it, and why. `none`: nothing attests one. */
export type StarOfGoods = { kind: 'held'; stars: number | undefined; text: string } | { kind: 'ended'; text: string } | { kind: 'none' };

/** Undefined for a SKU that names nothing here. */
export function shopGoods(view: View, language: Language, sku: string): ShopGoods | undefined {
  const { catalogue } = view;
  const basket = catalogue.shop.basket(sku);
  if (basket !== undefined) return ofBasket(view, language, basket);
  const found = catalogue.pack(sku);
  if (found === undefined || found.product.alcohol) return undefined;
  const { product, pack } = found;
  const producer = product.producerId === undefined ? undefined : catalogue.producer(product.producerId);
  return {
    name: language === 'vi' ? product.name : product.nameEn,
    label: pack.label,
    href: productPath(language, product.id),
    ...(producer !== undefined && { producer: { id: producer.id, name: producer.name } }),
    drawing: product.drawing,
    photograph: view.photographs?.get(product.id)?.[0],
    star: starOfGoods(view, language, product.id),
    sample: product.sample,
  };
}

export function starOfGoods(view: View, language: Language, productId: string): StarOfGoods {
  const found = currentCertificate(view, productId, language);
  if (found === undefined || found.now.status === 'unconfirmed') return { kind: 'none' };
  const t = translator(language);
  const { stars, validUntil } = found.certificate;
  if (!holds(found.now.status)) return { kind: 'ended', text: found.words.sentence };
  const name = stars === undefined ? 'OCOP' : t('shop.stars', { count: stars });
  return { kind: 'held', stars, text: validUntil === undefined ? name : `${name} · ${found.words.pill}` };
}

function ofBasket(view: View, language: Language, { id, name, lines, sample }: GiftBasket): ShopGoods {
  const t = translator(language);
  const contents = lines.flatMap(({ sku, quantity }) => {
    const goods = shopGoods(view, language, sku);
    return goods === undefined ? [] : [{ quantity, name: goods.name, label: goods.label, goods }];
  });
  const makers = new Map(contents.flatMap(({ goods: { producer } }) => (producer === undefined ? [] : [[producer.id, producer] as const])));
  const [producer] = makers.values();
  const ended = contents.find(({ goods }) => goods.star.kind === 'ended');
  return {
    name: (language === 'en' ? name.en : undefined) ?? name.vi,
    label: t('shop.basket', { count: lines.reduce((sum, { quantity }) => sum + quantity, 0) }),
    ...(producer !== undefined && makers.size === 1 && { producer }),
    drawing: contents[0]?.goods.drawing ?? 'other',
    photograph: contents[0]?.goods.photograph,
    star: ended === undefined ? { kind: 'none' } : { kind: 'ended', text: `${ended.name}: ${ended.goods.star.kind === 'ended' ? ended.goods.star.text : ''}` },
    contents: contents.map(({ goods: _, ...content }) => content),
    sample: sample || id === '',
  };
}
