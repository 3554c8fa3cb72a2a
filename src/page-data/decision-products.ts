import { holds, statusOn } from '../domain/certificate-status.ts';
import type { RecognitionDecision } from '../domain/decision.ts';
import type { View } from '../publish/view.ts';

/** Each product once, in the order of the lines. */
export function productsOfDecision(decision: RecognitionDecision): string[] {
  return [...new Set(decision.lines.map((line) => line.product))];
}

/** How many products hold a certificate of this very decision on the view's day; one since replaced does not count. */
export function heldUnder(view: View, decision: RecognitionDecision): number {
  return productsOfDecision(decision).filter((product) =>
    view.catalogue.certificatesOf(product).some(
      (certificate) => certificate.decisionId === decision.id && holds(statusOn(certificate, view.asOf).status),
    ),
  ).length;
}
