/** What the desk shows of links for producers: plain data from the server. */
export interface LotLinkLine {
  id: string;
  productId: string;
  product: string;
  producer: string;
  createdBy: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  endsAt: number;
  state: 'open' | 'ended' | 'revoked';
  /** Lots that came over it. */
  sent: number;
}

export interface LotLinksView {
  links: readonly LotLinkLine[];
  /** The link that was just made, in a message ready to be sent. It cannot be shown again. */
  made?: { message: string; product: string };
  /** Products that a link can be made for, as they are offered while typing. */
  products: readonly string[];
  /** What was typed. */
  product: string;
  days: number;
  problem?: string;
}

export const LINK_DAYS: readonly number[] = [30, 90, 180, 365];
