import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { StatusIndex } from '../../domain/status-index.ts';
import { certificateCredential } from './certificate-credential.ts';
import type { Signing } from './signing.ts';

/** What pages show and carry of the signed certificates. */
export interface Proofs {
  /** The key with which they are signed, by its thumbprint. */
  readonly keyId: string;
  /** Compact JWS; undefined for an id that no certificate has. */
  certificate(id: string): string | undefined;
}

export interface ProofParts {
  catalogue: Catalogue;
  /** Origin without trailing slash. */
  siteUrl: string;
  statusIndex: StatusIndex;
  signing: Signing;
}

/** Signs when asked; the same certificate twice gives the same text. */
export function proofsOf({ catalogue, siteUrl, statusIndex, signing }: ProofParts): Proofs {
  return {
    keyId: signing.keyId,
    certificate(id) {
      const certificate = catalogue.certificate(id);
      const product = certificate && catalogue.product(certificate.productId);
      if (certificate === undefined || product === undefined) return undefined;
      const producer = product.producerId === undefined ? undefined : catalogue.producer(product.producerId);
      const place = catalogue.placeOf(product.id);
      return signing.sign(certificateCredential({ certificate, product, producer, place, siteUrl, statusIndex: statusIndex.get(id) }));
    },
  };
}
