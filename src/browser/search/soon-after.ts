/** Does at once what comes after a pause, and what comes in quick succession once, `ms` after the last. */
export function soonAfter(act: () => void, ms: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    clearTimeout(timer);
    const now = performance.now();
    const isFirst = now - last > ms;
    last = now;
    if (isFirst) act();
    else timer = setTimeout(act, ms);
  };
}
