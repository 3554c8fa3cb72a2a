import { MOST_LINES, MOST_OF_ONE, type CartLine } from './cart.ts';

/** A cart as the browser keeps it in one cookie: what is wanted and what was seen, nothing about the visitor. */
export interface KeptCart {
  /** In the order in which they were put in; each SKU once. */
  lines: readonly KeptLine[];
  /** As typed. */
  voucher?: string;
  /** Slug of the province that delivery was estimated for. */
  province?: string;
}

export interface KeptLine extends CartLine {
  /** Whole đồng for one, as last shown: only to say what changed, never to charge. */
  seenDong?: number;
}

export const EMPTY_CART: KeptCart = { lines: [] };
export const CART_COOKIE = 'gio';
/** Browsers keep 4,096 bytes with the name. */
const MOST_CHARACTERS = 3_900;

/** `1~<sku>.<quantity>[.<seen>]~…~!<voucher>~@<province>`; characters that a cookie carries as they are. */
export function writeKeptCart({ lines, voucher, province }: KeptCart): string {
  const parts = lines.map(({ sku, quantity, seenDong }) => [sku, quantity, ...(seenDong === undefined ? [] : [seenDong])].join('.'));
  return ['1', ...parts, ...(voucher ? [`!${encodeURIComponent(voucher.toWellFormed()).replaceAll('~', '%7E')}`] : []), ...(province ? [`@${province}`] : [])].join('~');
}

/** Whatever of a cookie can be understood: it lies with the visitor and may say anything. */
export function readKeptCart(text: string | undefined): KeptCart {
  if (text === undefined || text.length > MOST_CHARACTERS + 100) return EMPTY_CART;
  const [version, ...parts] = text.split('~');
  if (version !== '1') return EMPTY_CART;
  const lines = new Map<string, KeptLine>();
  let voucher: string | undefined;
  let province: string | undefined;
  for (const part of parts) {
    if (part.startsWith('!')) voucher = decoded(part.slice(1));
    else if (/^@[a-z0-9-]{1,60}$/.test(part)) province = part.slice(1);
    else {
      const found = /^([a-z0-9-]{1,100})\.(\d{1,4})(?:\.(\d{1,12}))?$/.exec(part);
      const [sku, quantity] = [found?.[1], Number(found?.[2])];
      if (sku === undefined || quantity < 1 || lines.size >= MOST_LINES) continue;
      lines.set(sku, { sku, quantity, ...(found?.[3] !== undefined && { seenDong: Number(found[3]) }) });
    }
  }
  return { lines: [...lines.values()], ...(voucher && { voucher }), ...(province !== undefined && { province }) };
}

/** Puts so many more of a SKU in. `full` when there is no room for another kind of goods; nothing is put in then. */
export function putIn(cart: KeptCart, { sku, quantity, seenDong }: KeptLine): KeptCart | 'full' {
  const before = cart.lines.find((line) => line.sku === sku);
  const line: KeptLine = { sku, quantity: Math.min(MOST_OF_ONE, (before?.quantity ?? 0) + quantity), ...(seenDong !== undefined && { seenDong }) };
  const lines = before === undefined ? [...cart.lines, line] : cart.lines.map((one) => (one === before ? line : one));
  const next = { ...cart, lines };
  return lines.length > MOST_LINES || writeKeptCart(next).length > MOST_CHARACTERS ? 'full' : next;
}

/** Sets how many; 0 takes it out. */
export function setQuantity(cart: KeptCart, sku: string, quantity: number): KeptCart {
  const most = Math.min(MOST_OF_ONE, quantity);
  return { ...cart, lines: cart.lines.flatMap((line) => (line.sku !== sku ? [line] : most < 1 ? [] : [{ ...line, quantity: most }])) };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text).slice(0, 60);
  } catch {
    return undefined;
  }
}
