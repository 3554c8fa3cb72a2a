import type { Act, Attestation, DecisionLine, RecognitionDecision } from './decision.ts';
import type { Product } from './product.ts';

/** Every act on a product: the lines of decisions that name it, and what sources attest without a decision. */
export function actsOf(product: Product, decisions: readonly RecognitionDecision[]): Act[] {
  return [
    ...decisions.flatMap((decision) =>
      decision.lines.filter((line) => line.product === product.id).map((line) => actOfLine(decision, line)),
    ),
    ...product.attestations.map((attestation) => actOfAttestation(product, attestation)),
  ];
}

function actOfLine(decision: RecognitionDecision, line: DecisionLine): Act {
  return {
    id: decision.id,
    productId: line.product,
    kind: line.act,
    decisionId: decision.id,
    number: decision.number,
    signedOn: decision.signedOn,
    attestedOn: decision.attestedOn,
    issuer: decision.issuer,
    stars: line.stars,
    score: line.score,
    basis: line.basis,
    basisNote: line.basisNote,
    statedValidUntil: line.validUntil,
    sources: decision.sources,
    sample: decision.sample,
  };
}

function actOfAttestation(product: Product, attestation: Attestation): Act {
  const { id, act, ...facts } = attestation;
  return { ...facts, id, kind: act, productId: product.id, sample: product.sample };
}
