import { certificateOn, type Certificate } from '../../domain/certificate.ts';
import { statusOn } from '../../domain/certificate-status.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { Pack, Product } from '../../domain/product.ts';
import { productPath } from '../../paths.ts';
import type { FeedContext } from './feed-context.ts';
import { placeFields } from './place-fields.ts';

/**
 * /data/catalogue.json. A field that nobody knows is absent. `certificate.status` is that of `asOf`;
 * the dates beside it let a reader compute it for any other day. Alcohol is listed without prices.
 */
export function catalogueJson({ catalogue, asOf, siteUrl }: Pick<FeedContext, 'catalogue' | 'asOf' | 'siteUrl'>) {
  return {
    snapshot: catalogue.snapshot,
    asOf,
    products: catalogue.products.map((product) => {
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
    }),
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
    status: statusOn(certificate, asOf).status,
    basis: certificate.basis,
    basisNote: certificate.basisNote,
    sources: certificate.sources,
  };
}

function packFields(pack: Pack, product: Product) {
  return { ...pack, priceDong: product.alcohol ? undefined : pack.priceDong };
}
