/** Acts once what stands on the page now is on the screen: by the next frame but one it has left for it. */
export function afterPaint(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(act)));
}

/** Resolves once what stands on the page now is on the screen. */
export function painted(): Promise<void> {
  return new Promise(afterPaint);
}
