/**
 * What is said of a product mostly follows from what it is: all "Nước mắm …" are food and "… fish sauce". So a value is left
 * out where it is that of the last product whose name begins alike ({@link beginningsOf}). {@link withGuesses} is the inverse.
 */
export function withoutGuesses<T>(values: readonly T[], beginnings: readonly string[], asBefore: T): T[] {
  const last = new Map<string, T>();
  return values.map((value, product) => {
    const key = beginnings[product] as string;
    const guess = last.get(key);
    last.set(key, value);
    return value === guess ? asBefore : value;
  });
}

export function withGuesses<T>(values: readonly T[], beginnings: readonly string[], asBefore: T): T[] {
  const last = new Map<string, T>();
  return values.map((value, product) => {
    const key = beginnings[product] as string;
    const meant = value === asBefore ? (last.get(key) as T) : value;
    last.set(key, meant);
    return meant;
  });
}

/** Of no product: a number below all others, a text that no name is. */
export const AS_BEFORE = { number: -2, text: '' } as const;

/** The first two words of each name. */
export function beginningsOf(names: readonly string[]): string[] {
  return names.map((name) => {
    const second = name.indexOf(' ', name.indexOf(' ') + 1);
    return second === -1 ? name : name.slice(0, second);
  });
}
