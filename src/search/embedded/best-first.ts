/** Keeps the products with the lowest keys; equal keys in the order of their numbers. */
export interface BestFirst {
  add(product: number, key: number): void;
  /** Best first. */
  products(): { product: number; key: number }[];
}

/** A heap of at most `most` products with the worst of them on top. */
export function bestFirst(most: number): BestFirst {
  const keys = new Float64Array(most);
  const heap = new Int32Array(most);
  let size = 0;
  const isWorse = (a: number, b: number): boolean => (keys[a] as number) > (keys[b] as number) || (keys[a] === keys[b] && (heap[a] as number) > (heap[b] as number));
  const set = (place: number, product: number, key: number): void => {
    heap[place] = product;
    keys[place] = key;
  };
  const swap = (a: number, b: number): void => {
    const [product, key] = [heap[a] as number, keys[a] as number];
    set(a, heap[b] as number, keys[b] as number);
    set(b, product, key);
  };
  const rise = (start: number): void => {
    for (let place = start; place > 0; ) {
      const parent = (place - 1) >> 1;
      if (!isWorse(place, parent)) return;
      swap(place, parent);
      place = parent;
    }
  };
  const sink = (): void => {
    for (let place = 0; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      let worst = place;
      if (left < size && isWorse(left, worst)) worst = left;
      if (right < size && isWorse(right, worst)) worst = right;
      if (worst === place) return;
      swap(worst, place);
      place = worst;
    }
  };
  return {
    add: (product, key) => {
      if (size < most) {
        set(size, product, key);
        size += 1;
        rise(size - 1);
      } else if (key < (keys[0] as number) || (key === keys[0] && product < (heap[0] as number))) {
        set(0, product, key);
        sink();
      }
    },
    products: () => Array.from({ length: size }, (_, place) => ({ product: heap[place] as number, key: keys[place] as number }))
      .sort((a, b) => a.key - b.key || a.product - b.product),
  };
}
