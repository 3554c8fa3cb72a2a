import type { ActKind } from '../../domain/decision.ts';
import type { RawRegister } from '../raw-register.ts';

/** One act where it is written: a line of a decision or an attestation on a product. */
export interface ActIn {
  file: string;
  /** `lines.0` or `attestations.0`. */
  field: string;
  product: string;
  act: ActKind;
  stars?: number | undefined;
  score?: number | undefined;
  basisNote?: string | undefined;
}

/** Every act of the register, decisions first. */
export function actsIn(register: RawRegister): ActIn[] {
  return [
    ...register.decisions.flatMap(({ file, record }) =>
      record.lines.map((line, place) => ({ ...line, file, field: `lines.${place}` })),
    ),
    ...register.products.flatMap(({ id, file, record }) =>
      record.attestations.map((attestation, place) => ({ ...attestation, file, field: `attestations.${place}`, product: id })),
    ),
  ];
}

/** True for the acts after which a product holds a certificate. */
export function grants(act: ActKind): boolean {
  return act === 'recognition' || act === 'renewal' || act === 'upgrade' || act === 'downgrade';
}
