import type { CertificateTerm } from '../domain/certificate-status.ts';
import type { StarLevel } from '../domain/star-level.ts';

/** What a result shows of a product, whether it comes from the register or from a file in the browser. */
export interface ResultCard {
  id: string;
  href: string;
  name: string;
  /** The Vietnamese name under an English one. */
  originalName?: string | undefined;
  producer?: string | undefined;
  /** "Xã Thiên Cầm, Hà Tĩnh". */
  place?: string | undefined;
  /** See src/domain/drawing.ts. */
  drawing: string;
  photograph?: ResultPhotograph | undefined;
  /** The certificate that counts today; undefined while no source attests any. */
  term?: (CertificateTerm & { stars?: StarLevel | undefined; isInferred?: boolean }) | undefined;
  /** "160.000 ₫"; never for alcohol. */
  price?: string | undefined;
  sample: boolean;
  alcohol: boolean;
}

export interface ResultPhotograph {
  sources: readonly { type: string; srcset: string }[];
  src: string;
  srcset: string;
  width: number;
  height: number;
}
