/** How many packs are in a cart as its cookie says it (see kept-cart.ts); 0 for anything else. Short: every page carries it. */
export function keptCount(cookies: string): number {
  const kept = /(?:^|; )gio=1~([^;]*)/.exec(cookies)?.[1] ?? '';
  return kept.split('~').reduce((sum, part) => sum + (Number(/^[a-z0-9-]+\.(\d{1,4})/.exec(part)?.[1]) || 0), 0);
}
