/** Acts once what stands on the page now was painted. */
export function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}

/** Resolves once what stands on the page now was painted. */
export function painted(): Promise<void> {
  return new Promise(afterPaint);
}
