/**
 * Keeps what `work` gave for a value for as long as the value lives. For pure functions over records that stay the very
 * same objects while their files do not change.
 */
export function remember<K extends object, V>(work: (value: K) => V): (value: K) => V {
  const known = new WeakMap<K, { result: V }>();
  return (value) => {
    const kept = known.get(value);
    if (kept !== undefined) return kept.result;
    const result = work(value);
    known.set(value, { result });
    return result;
  };
}
