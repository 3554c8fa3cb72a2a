import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { certificateOn } from '../../domain/certificate.ts';
import { holds, statusOn } from '../../domain/certificate-status.ts';
import type { NetQuantity, Offer } from '../../domain/offer.ts';
import type { Pack, Product } from '../../domain/product.ts';
import { productPath, shareImagePath } from '../../paths.ts';

interface FeedParts {
  catalogue: Catalogue;
  asOf: IsoDate;
  /** Origin without trailing slash. */
  siteUrl: string;
  /** Packs that can be bought now, by SKU. */
  left: ReadonlyMap<string, number>;
}

/**
 * Goods that can be bought, in Google's fields for merchants (RSS 2.0). Practice goods never are in it: a shopping search
 * would sell them.
 */
export function merchantFeed({ catalogue, asOf, siteUrl, left }: FeedParts): string {
  const { shop, site } = catalogue;
  const items = shop.offers.flatMap((offer) => {
    const named = catalogue.pack(offer.sku);
    return offer.sample || named === undefined || named.product.sample || named.product.alcohol ? [] : [itemOf(offer, named, { catalogue, asOf, siteUrl, left })];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">\n<channel>\n<title>${escaped(site.name.vi)}</title>\n<link>${escaped(siteUrl)}/</link>\n<description>${escaped(shop.seller?.name ?? site.name.vi)}</description>\n${items.join('')}</channel>\n</rss>\n`;
}

function itemOf(offer: Offer, { product, pack }: { product: Product; pack: Pack }, { catalogue, asOf, siteUrl, left }: FeedParts): string {
  const producer = product.producerId === undefined ? undefined : catalogue.producer(product.producerId)?.name;
  const group = product.groupId === undefined ? undefined : catalogue.group(product.groupId)?.name.vi;
  const certificate = certificateOn(catalogue.certificatesOf(product.id), asOf);
  const held = certificate?.stars !== undefined && holds(statusOn(certificate, asOf).status) && pack.coveredByDecision !== 'no';
  const fields: readonly [string, string | undefined][] = [
    ['g:id', offer.sku],
    ['g:item_group_id', product.packs.length > 1 ? product.id : undefined],
    ['g:title', `${product.name}, ${pack.label}`],
    ['g:description', product.story?.vi ?? `${product.name}, ${pack.label}`],
    ['g:link', siteUrl + productPath('vi', product.id)],
    ['g:image_link', siteUrl + shareImagePath('vi', 'products', product.id)],
    ['g:availability', (left.get(offer.sku) ?? 0) >= offer.minimum ? 'in_stock' : 'out_of_stock'],
    ['g:price', `${offer.priceDong * offer.minimum} VND`],
    ['g:multipack', offer.minimum === 1 ? undefined : String(offer.minimum)],
    ['g:condition', 'new'],
    ['g:brand', product.declaration?.brand ?? producer],
    ['g:gtin', pack.gtin],
    ['g:identifier_exists', pack.gtin === undefined ? 'no' : undefined],
    ['g:product_type', group],
    ['g:unit_pricing_measure', measureOf(offer.netQuantity)],
    ['g:shipping_weight', offer.weightGrams === 0 ? undefined : `${offer.weightGrams} g`],
    ['g:custom_label_0', held ? `OCOP ${certificate.stars} sao` : undefined],
    ['g:custom_label_1', held ? certificate.validUntil : undefined],
  ];
  return `<item>\n${fields.flatMap(([name, value]) => (value === undefined ? [] : [`<${name}>${escaped(value)}</${name}>\n`])).join('')}</item>\n`;
}

function measureOf({ amount, unit }: NetQuantity): string {
  return `${amount} ${unit === 'piece' ? 'ct' : unit}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters that XML cannot hold are left out. */
function escaped(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"]/g, (character) => ENTITIES[character] as string);
}
