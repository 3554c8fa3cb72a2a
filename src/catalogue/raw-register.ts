import type { PlaceIndex } from '../domain/place-index.ts';
import type { LotFolder } from './lot-folder.ts';
import type { BasketRecord } from './schemas/basket.ts';
import type { DecisionRecord } from './schemas/decision.ts';
import type { GroupRules } from './schemas/group-rules.ts';
import type { LotRecord } from './schemas/lot.ts';
import type { OffersRecord } from './schemas/offer.ts';
import type { OutletRecord } from './schemas/outlet.ts';
import type { ProducerRecord, productGroupsSchema } from './schemas/producer.ts';
import type { ProductRecord } from './schemas/product.ts';
import type { ShopEventRecord } from './schemas/shop-event.ts';
import type { practiceShopSchema } from './schemas/shop.ts';
import type { SiteSettings } from './schemas/site.ts';
import type { VoucherRecord } from './schemas/voucher.ts';
import type { z } from 'zod';

/**
 * What the loader read and parsed by shape, before any check across records and before any meaning.
 * Files that failed their shape are not in it; the loader reports them beside the checks' problems.
 * Two records may carry the same id (a real and a sample one): that is a problem the checks report.
 */
export interface RawRegister {
  site: SiteSettings;
  groups: z.infer<typeof productGroupsSchema>;
  groupRules: GroupRules;
  products: readonly RawRecord<ProductRecord>[];
  producers: readonly RawRecord<ProducerRecord>[];
  decisions: readonly RawRecord<DecisionRecord>[];
  /** Their id is `<product>/<code>`. */
  lots: readonly RawRecord<LotRecord>[];
  /** Their id is that of their product. */
  offers: readonly RawRecord<OffersRecord>[];
  outlets: readonly RawRecord<OutletRecord>[];
  events: readonly RawRecord<ShopEventRecord>[];
  baskets: readonly RawRecord<BasketRecord>[];
  /** Their id is the code in small letters. */
  vouchers: readonly RawRecord<VoucherRecord>[];
  /** content/samples/site.yaml; only where samples are part of the register. */
  practice?: z.infer<typeof practiceShopSchema> | undefined;
  moved: readonly RawMoved[];
  /** By the `file` of a product or lot: the names of the other files in its folder, folders inside it included as `a/b.jpg`. */
  folders: ReadonlyMap<string, readonly string[]>;
  /** By a lot's `file`: what of its folder its record names. */
  lotFolders: ReadonlyMap<string, LotFolder>;
  placeIndex: PlaceIndex;
  /** Editorial texts outside the records (content/pages, content/news): checked for their characters and words. */
  texts: readonly RawText[];
}

export interface RawRecord<T> {
  /** The file's name without `.yaml`; for a product its folder's name, for a lot both as `<folder>/<name>`. */
  id: string;
  /** From the project's root, with forward slashes: `content/products/ruou-sim/product.yaml`. */
  file: string;
  /** Read from content/samples/. */
  sample: boolean;
  record: T;
}

/** A record that left its address; `to` has one id after `moved`, several after `split`. */
export interface RawMoved {
  kind: 'product' | 'producer' | 'decision';
  id: string;
  file: string;
  to: readonly string[];
}

export interface RawText {
  file: string;
  text: string;
}
