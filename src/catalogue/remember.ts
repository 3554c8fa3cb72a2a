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

/** The same for two values, of the last `a` for each `b`. */
export function rememberBoth<A extends object, B extends object, V>(work: (a: A, b: B) => V): (a: A, b: B) => V {
  const known = new WeakMap<B, { a: A; result: V }>();
  return (a, b) => {
    const kept = known.get(b);
    if (kept?.a === a) return kept.result;
    const result = work(a, b);
    known.set(b, { a, result });
    return result;
  };
}

/** The same for a list, of the last one: the very same records in the same order, if in another list, give the very same result. */
export function rememberList<T extends object, V>(work: (list: readonly T[]) => V): (list: readonly T[]) => V {
  let last: { list: readonly T[]; result: V } | undefined;
  return (list) => {
    if (last === undefined || !isSameList(last.list, list)) last = { list, result: work(list) };
    return last.result;
  };
}

/** The same for a value and what the work takes from beside it, of the last time: all of it must be the very same, too. */
export function rememberBeside<K extends object, V>(): (value: K, beside: readonly unknown[], work: () => V) => V {
  const known = new WeakMap<K, { beside: readonly unknown[]; result: V }>();
  return (value, beside, work) => {
    const kept = known.get(value);
    if (kept !== undefined && isSameList(kept.beside, beside)) return kept.result;
    const result = work();
    known.set(value, { beside, result });
    return result;
  };
}

export function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((one, place) => one === b[place]));
}
