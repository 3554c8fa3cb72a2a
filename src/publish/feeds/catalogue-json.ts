import { certificateOn, type Certificate } from '../../domain/certificate.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { ResolvedPlace } from '../../domain/place.ts';
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
  return { ...headOf(parts), products: parts.catalogue.products.map((product) => productFields(product, parts)), ...recordsOf(parts) };
}

/** The same as UTF-8. Of a product that shows the same as the last time the bytes are remembered. */
export function catalogueJsonBytes(parts: Parts): Buffer {
  const pieces: Buffer[] = [Buffer.from(`${JSON.stringify(headOf(parts)).slice(0, -1)},"products":[`)];
  for (const [place, product] of parts.catalogue.products.entries()) pieces.push(place === 0 ? NOTHING : COMMA, productBytes(product, parts));
  return Buffer.concat([...pieces, Buffer.from(`],${JSON.stringify(recordsOf(parts)).slice(1)}`)]);
}

const NOTHING = Buffer.alloc(0);
const COMMA = Buffer.from(',');

function headOf({ catalogue, asOf }: Parts) {
  return { snapshot: catalogue.snapshot, asOf };
}

function recordsOf({ catalogue }: Parts) {
  return {
    producers: catalogue.producers.map(({ id, name, kind, sample }) => ({ id, name, kind, sample: sample || undefined })),
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

interface KnownBytes {
  certificates: readonly Certificate[];
  place: ResolvedPlace;
  asOf: IsoDate;
  siteUrl: string;
  bytes: Buffer;
}

const known = new WeakMap<Product, KnownBytes>();

/** Records are never changed in place, so the same objects give the same bytes. */
function productBytes(product: Product, parts: Parts): Buffer {
  const { catalogue, asOf, siteUrl } = parts;
  const certificates = catalogue.certificatesOf(product.id);
  const place = catalogue.placeOf(product.id);
  const kept = known.get(product);
  if (kept?.certificates === certificates && kept.place === place && kept.asOf === asOf && kept.siteUrl === siteUrl) return kept.bytes;
  const bytes = Buffer.from(JSON.stringify(productFields(product, parts)));
  known.set(product, { certificates, place, asOf, siteUrl, bytes });
  return bytes;
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
    packs: product.packs.map((pack) => packFields(pack, product)),
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

function packFields(pack: Pack, product: Product) {
  return { ...pack, priceDong: product.alcohol ? undefined : pack.priceDong };
}
