/** The most pairs of one of each list, none used twice, that lie no further apart than `most`. */
export function pairsWithin(some: readonly number[], others: readonly number[], most: number): number {
  const [a, b] = [some.toSorted((x, y) => x - y), others.toSorted((x, y) => x - y)];
  let [pairs, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const apart = (a[i] as number) - (b[j] as number);
    if (Math.abs(apart) <= most) [pairs, i, j] = [pairs + 1, i + 1, j + 1];
    else if (apart < 0) i += 1;
    else j += 1;
  }
  return pairs;
}
