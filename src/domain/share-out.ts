/**
 * Shares `amount` whole đồng out over `weights` in their proportion: whole đồng each, none above its weight when `amount`
 * is at most their sum, and together exactly `amount`. What rounding leaves goes to the largest remainders, first come first.
 * @throws RangeError for an amount that is negative, no whole number, or more than all weights together.
 */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!Number.isSafeInteger(amount) || amount < 0 || amount > total) throw new RangeError(`${amount} cannot be shared out over ${total}`);
  if (amount === 0) return weights.map(() => 0);
  const parts = weights.map((weight, at) => {
    const exact = BigInt(amount) * BigInt(weight);
    return { at, share: Number(exact / BigInt(total)), rest: exact % BigInt(total) };
  });
  let left = amount - parts.reduce((sum, { share }) => sum + share, 0);
  const shares = parts.map(({ share }) => share);
  for (const { at } of parts.toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest < b.rest ? 1 : -1))) {
    if (left === 0) break;
    shares[at] = (shares[at] as number) + 1;
    left -= 1;
  }
  return shares;
}
