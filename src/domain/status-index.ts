/** By certificate id: its place in the status list. It is written into signed certificates and never changes. */
export type StatusIndex = ReadonlyMap<string, number>;

/**
 * The index with every certificate in it: those that have a place keep it, also when they are gone from the register;
 * new ones get the next numbers, in the order of their ids. The same object when there is none.
 */
export function withPlaces(index: StatusIndex, certificateIds: Iterable<string>): StatusIndex {
  const missing = [...new Set(certificateIds)].filter((id) => !index.has(id)).sort();
  if (missing.length === 0) return index;
  const next = [...index.values()].reduce((most, place) => Math.max(most, place + 1), 0);
  return new Map([...index, ...missing.map((id, nth) => [id, next + nth] as const)]);
}

/**
 * The index with the practice certificates behind all others, from the end of the list backwards. They are in no record:
 * nothing that is printed names their places, and a signed one is signed anew when its place moves.
 */
export function withPracticePlaces(index: StatusIndex, certificateIds: Iterable<string>, length: number): StatusIndex {
  const ids = [...new Set(certificateIds)].sort();
  return new Map([...index, ...ids.map((id, nth) => [id, length - 1 - nth] as const)]);
}
