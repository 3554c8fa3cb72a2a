/** Everybody begins with the same few letters, and one letter fits the whole register: what it came to is kept. */
export interface FirstKeys<T> {
  /** `key` tells one question from another; `text` is what was typed. A longer text is searched anew. */
  of(text: string, key: string, search: () => T): T;
  forget(key: string): void;
}

const LONGEST = 2;
/** Letters of all keyboards are many more than anybody types. */
const MOST = 400;

/** For as long as one state of the register is searched. */
export function firstKeys<T>(): FirstKeys<T> {
  const kept = new Map<string, T>();
  return {
    of(text, key, search) {
      if ([...text].length > LONGEST) return search();
      const known = kept.get(key);
      if (known !== undefined) return known;
      const found = search();
      if (kept.size >= MOST) kept.clear();
      kept.set(key, found);
      return found;
    },
    forget: (key) => void kept.delete(key),
  };
}
