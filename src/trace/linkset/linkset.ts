/** RFC 9264 in JSON, with what GS1 adds to it (GS1-Conformant Resolver Standard). */
export interface Linkset {
  linkset: readonly LinkContext[];
}

/** The links of one level: what is known of a lot, or of a kind of pack. */
export interface LinkContext {
  anchor: string;
  itemDescription: string;
  [relation: `${typeof VOCABULARY}${string}`]: readonly LinkTarget[];
}

export interface LinkTarget {
  href: string;
  title: string;
  type?: string;
  hreflang?: readonly string[];
}

/** Where GS1's link types live; `gs1:pip` is `${VOCABULARY}pip`. */
export const VOCABULARY = 'https://ref.gs1.org/voc/';
export const LINKSET_TYPE = 'application/linkset+json';
