/** What Stripe charges in đồng, a currency without decimals: at most eight digits, at least half a US dollar. */
export const CARD_MOST_DONG = 99_999_999;
/** About 13,000 đồng at the rates of 2026, with room for what they do. */
export const CARD_LEAST_DONG = 15_000;

export function cardAmountFault(dong: number): 'too-small' | 'too-large' | undefined {
  if (dong > CARD_MOST_DONG) return 'too-large';
  return dong < CARD_LEAST_DONG ? 'too-small' : undefined;
}
