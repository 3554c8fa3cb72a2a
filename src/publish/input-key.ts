/**
 * What a page can be made from, finer than records: `product:<id>` is a product as it is shown on the day of the publish
 * (its record, certificates, statuses, producer, place and photographs). The day itself is an input of few files only.
 */
export type InputKey =
  | `product:${string}`
  /** `lot:<product>/<code>`: the lot alone. */
  | `lot:${string}`
  /** The record and its products as they are shown. */
  | `producer:${string}`
  | `decision:${string}`
  | `commune:${string}`
  | `province:${string}`
  | `group:${string}`
  /** Products whose certificate that counts on the day says so many stars. */
  | `star:${number}`
  /** The number under which other pages name a decision. */
  | `decision-name:${string}`
  /** The communes of a province and how many listed products come from each: neighbours, and the lights on its map. */
  | `places-of:${string}`
  /** The same for the whole country. */
  | 'places'
  /** Where all communes lie. */
  | 'ground'
  /** All products as they are shown, in their order. */
  | 'products'
  /** All producers by name and kind, with the number of their products. */
  | 'producers'
  /** All decisions, their records alone. */
  | 'decisions'
  /** One part of the table of packs, by its name. */
  | `pack-table:${string}`
  /** All parts of it. */
  | 'pack-tables'
  /** One part of the addresses that search engines may know. */
  | `sitemap:${number}`
  /** How many parts there are. */
  | 'sitemaps'
  /** Everything: each record, setting, photograph and moved address. */
  | 'register'
  | 'status-index'
  /** `status-place:<certificate>`: its place in the status list. */
  | `status-place:${string}`
  /** The key that signs; `keys`: that and all before it, with what became of them. */
  | 'signing-key'
  | 'keys'
  /** The publishes before this one. */
  | 'updates'
  | 'day';
