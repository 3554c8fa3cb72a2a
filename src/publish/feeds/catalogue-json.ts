import { openBlocks } from '../../catalogue/blocks.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { packPrice } from '../../catalogue/pack-price.ts';
import type { ProductFacts } from '../../catalogue/product-facts.ts';
import { remember } from '../../catalogue/remember.ts';
import { certificateOn, type Certificate } from '../../domain/certificate.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { ResolvedPlace } from '../../domain/place.ts';
import type { Offer } from '../../domain/offer.ts';
import type { Pack, Product } from '../../domain/product.ts';
import { productPath } from '../../paths.ts';
import type { FeedContext } from './feed-context.ts';
import { placeFields } from './place-fields.ts';
import { statusAsOf } from './status-as-of.ts';

type Parts = Pick<FeedContext, 'catalogue' | 'asOf' | 'siteUrl'>;

/**
 * /data/catalogue.json. A field that nobody knows is absent. `certificate.status` is that of `asOf`;
 * the dates beside it let a reader compute it for any other day. Alcohol is listed without prices.
 */
export function catalogueJson(parts: Parts) {
  return { ...headOf(parts), products: parts.catalogue.products.map((product) => productFields(product, parts)), producers: producersOf(parts.catalogue.producers), ...otherRecordsOf(parts) };
}

const blocks = openBlocks<ProductFacts, Buffer>();

/** The same as UTF-8. Of products that show the same as the last time the bytes are remembered. */
export function catalogueJsonBytes(parts: Parts): Buffer {
  const { facts, products, shop } = parts.catalogue;
  const inBlocks = blocks(facts, [parts.asOf, parts.siteUrl, shop.offers], (from, to) => Buffer.from(products.slice(from, to).map((product) => productText(product, parts)).join()));
  const pieces = inBlocks.flatMap((block, place) => (place === 0 ? [block] : [COMMA, block]));
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(headOf(parts)).slice(0, -1)},"products":[`),
    ...pieces,
    Buffer.from(`],"producers":${producersText(parts.catalogue.producers)},${JSON.stringify(otherRecordsOf(parts)).slice(1)}`),
  ]);
}

const COMMA = Buffer.from(',');

function headOf({ catalogue, asOf }: Parts) {
  return { snapshot: catalogue.snapshot, asOf };
}

function producersOf(producers: Catalogue['producers']) {
  return producers.map(({ id, name, kind, sample }) => ({ id, name, kind, sample: sample || undefined }));
}

/** The list stays the same while all producers do. */
const producersText = remember((producers: Catalogue['producers']) => JSON.stringify(producersOf(producers)));

function otherRecordsOf({ catalogue }: Parts) {
  return {
    decisions: catalogue.decisions.map(({ id, number, signedOn, attestedOn, issuer, title, sources, sample }) => ({
      id,
      number,
      signedOn,
      attestedOn,
      issuer,
      title,
      sources,
      sample: sample || undefined,
    })),
    groups: catalogue.groups.map(({ id, name }) => ({ id, name })),
  };
}

interface KnownText {
  offers: readonly Offer[];
  certificates: readonly Certificate[];
  place: ResolvedPlace;
  asOf: IsoDate;
  siteUrl: string;
  text: string;
}

const known = new WeakMap<Product, KnownText>();

/** Records are never changed in place, so the same objects give the same text: products come and go, and blocks shift. */
function productText(product: Product, parts: Parts): string {
  const { catalogue, asOf, siteUrl } = parts;
  const certificates = catalogue.certificatesOf(product.id);
  const place = catalogue.placeOf(product.id);
  const offers = catalogue.shop.offersOf(product.id);
  const kept = known.get(product);
  if (kept?.offers === offers && kept.certificates === certificates && kept.place === place && kept.asOf === asOf && kept.siteUrl === siteUrl) return kept.text;
  const text = JSON.stringify(productFields(product, parts));
  known.set(product, { offers, certificates, place, asOf, siteUrl, text });
  return text;
}

function productFields(product: Product, { catalogue, asOf, siteUrl }: Parts) {
  const place = placeFields(catalogue.placeOf(product.id));
  const certificate = certificateOn(catalogue.certificatesOf(product.id), asOf);
  return {
    id: product.id,
    name: product.name,
    nameEn: product.nameEn,
    url: siteUrl + productPath('vi', product.id),
    producer: product.producerId,
    group: product.groupId,
    groupBasis: product.groupBasis,
    commune: place.commune?.code,
    place,
    placeAsSigned: product.place,
    certificate: certificate && certificateFields(certificate, asOf),
    packs: product.packs.map((pack) => packFields(pack, product, catalogue)),
    sources: product.sources,
    confidence: product.confidence,
    alcohol: product.alcohol || undefined,
    sample: product.sample || undefined,
  };
}

function certificateFields(certificate: Certificate, asOf: IsoDate) {
  return {
    id: certificate.id,
    stars: certificate.stars,
    decision: certificate.decisionId,
    number: certificate.number,
    issuer: certificate.issuer,
    act: certificate.grantedBy,
    issuedOn: certificate.grantedOn,
    attestedOn: certificate.attestedOn,
    validUntil: certificate.validUntil,
    validUntilFrom: certificate.validUntilFrom,
    heldAtMostUntil: certificate.heldAtMostUntil,
    lapsedBy: certificate.lapsedBy,
    revokedOn: certificate.revokedOn,
    replacedOn: certificate.replacedOn,
    reEvaluationFiledOn: certificate.reEvaluationFiledOn,
    status: statusAsOf(certificate, asOf),
    basis: certificate.basis,
    basisNote: certificate.basisNote,
    sources: certificate.sources,
  };
}

/** `offer`: that it can be bought here, at `priceDong`. */
function packFields(pack: Pack, product: Product, catalogue: Parts['catalogue']) {
  const offer = product.alcohol ? undefined : catalogue.shop.offer(pack.sku);
  return {
    ...pack,
    priceDong: packPrice(catalogue, product, pack),
    offer: offer && { netQuantity: offer.netQuantity, minimum: offer.minimum, tiers: offer.tiers.length === 0 ? undefined : offer.tiers },
  };
}
