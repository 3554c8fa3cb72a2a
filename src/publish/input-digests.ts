import { createHash } from 'node:crypto';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { openBlocks, type Blocks } from '../catalogue/blocks.ts';
import { digestOfRecord } from '../catalogue/digests.ts';
import { groupBy } from '../catalogue/group-by.ts';
import { lotOfId } from '../catalogue/lot-id.ts';
import { isSameList, remember } from '../catalogue/remember.ts';
import { isPastLastDay } from '../domain/lot-days.ts';
import type { Product } from '../domain/product.ts';
import type { StatusIndex } from '../domain/status-index.ts';
import type { Signing } from '../trace/signing/signing.ts';
import { shownProducts, type ShownProduct, type ShownProducts } from './day-digests.ts';
import { packTables } from './feeds/pack-table.ts';
import type { InputKey } from './input-key.ts';
import { litPlaces, placesOfProvince } from './place-digests.ts';
import type { SitemapParts } from './sitemap-parts.ts';
import type { View } from './view.ts';

/** The digest of everything that a key stands for; equal digests show the same. */
export interface InputDigests {
  of(key: InputKey): string;
  readonly shown: ShownProducts;
  readonly statusIndex: StatusIndex;
  /** Those of places and of all producers that were asked for. They hang on nothing but which producers and products there are, and where. */
  readonly lasting: ReadonlyMap<InputKey, string>;
}

export interface DigestedState extends Pick<View, 'catalogue' | 'asOf' | 'photographs' | 'updates'> {
  /** Of the whole register, see `registerDigest`. */
  register: string;
  statusIndex: StatusIndex;
  signing?: Signing | undefined;
  sitemaps: SitemapParts;
}

/** What the publish before this one knew. */
export interface DigestedBefore {
  catalogue: Catalogue;
  digests: InputDigests;
  /** The products are the same ones, in the same order and at the same places. */
  sameRing: boolean;
}

/** Digests are worked out when first asked for and kept. What did not change since `before` is taken over. */
export function inputDigests(state: DigestedState, before?: DigestedBefore): InputDigests {
  const shown = shownProducts(state, before?.catalogue);
  const lasting = new Map(before?.sameRing === true ? before.digests.lasting : []);
  if (before !== undefined && !isSameList(before.catalogue.producers, state.catalogue.producers)) lasting.delete('producers');
  const others = new Map<InputKey, string>();
  return {
    shown,
    statusIndex: state.statusIndex,
    lasting,
    of(key) {
      const known = shown.byKey.get(key)?.digest ?? others.get(key) ?? lasting.get(key);
      if (known !== undefined) return known;
      const digest = digestOf(key, state, shown);
      (LASTING.test(key) ? lasting : others).set(key, digest);
      return digest;
    },
  };
}

const LASTING = /^(?:places|ground|producers$)/;

/** Lists of thousands of products, by the key that stands for them. */
const BLOCKS = new Map<InputKey, Blocks<ShownProduct, string>>();

function digestOfMany(key: InputKey, products: readonly ShownProduct[]): string {
  const blocks = BLOCKS.get(key) ?? openBlocks<ShownProduct, string>();
  BLOCKS.set(key, blocks);
  return hashOf(...blocks(products, [], (from, to) => hashOf(...products.slice(from, to).map(({ digest }) => digest))));
}

/** Digests of few products stay as long as they are: each is hashed once, into the inputs of its page. */
function digestOf(key: InputKey, state: DigestedState, shown: ShownProducts): string {
  const { catalogue } = state;
  const [kind, id] = splitKey(key);
  const digestsOf = (products: readonly Pick<Product, 'id'>[]): string => products.map((product) => shown.byId.get(product.id)?.digest).join('\n');
  switch (kind) {
    case 'product':
      return '';
    case 'lot':
      return digestOfLot(state, id);
    case 'producer':
      return catalogue.digest(`producer:${id}`) + digestsOf(catalogue.productsOfProducer(id));
    case 'decision':
      return catalogue.digest(`decision:${id}`) + digestsOf((catalogue.decision(id)?.lines ?? []).map((line) => ({ id: line.product })));
    case 'commune':
      return catalogue.digest(`commune:${id}`) + digestsOf(catalogue.productsOfCommune(id));
    case 'province':
      return hashOf(catalogue.digest(`province:${id}`), digestsOf(catalogue.productsOfProvince(id)));
    case 'group':
      return hashOf(JSON.stringify(catalogue.group(id)), digestOfMany(key, catalogue.productsOfGroup(id).flatMap((product) => shown.byId.get(product.id) ?? [])));
    case 'star':
      return digestOfMany(key, ofStars(shown).get(id) ?? []);
    case 'decision-name':
      return catalogue.decision(id)?.number ?? (catalogue.decision(id) === undefined ? 'none' : 'unnumbered');
    case 'places-of':
      return hashOf(placesOfProvince(catalogue, id));
    case 'places':
      return hashOf(litPlaces(catalogue, catalogue.products), ...catalogue.provinces.map(({ code }) => placesOfProvince(catalogue, code)));
    case 'ground':
      return hashOf(JSON.stringify(catalogue.communes.map(({ point }) => point)));
    case 'products':
      return digestOfMany(key, [...shown.byId.values()]);
    case 'producers':
      return hashOf(producersOf(catalogue));
    case 'decisions':
      return hashOf(catalogue.decisions.map(digestOfRecord).join());
    case 'pack-table':
      return hashOf(packTables(catalogue, state.asOf).get(id) ?? 'none');
    case 'pack-tables':
      return hashOf(...packTables(catalogue, state.asOf).values());
    case 'sitemap':
      return digestOfPart(state.sitemaps[Number(id)] ?? []);
    case 'sitemaps':
      return String(state.sitemaps.length);
    case 'register':
      return state.register;
    case 'status-index':
      return digestOfIndex(state.statusIndex);
    case 'status-place':
      return String(state.statusIndex.get(id) ?? 'none');
    case 'signing-key':
      return state.signing?.keyId ?? 'none';
    case 'keys':
      return state.signing?.digest ?? 'none';
    case 'updates':
      return hashOf(JSON.stringify(state.updates ?? []));
    case 'day':
      return state.asOf;
  }
}

/** With its photographs, and whether its last day has passed; `none` for a lot that is not, or no longer, in the register. */
function digestOfLot({ catalogue, photographs, asOf }: DigestedState, id: string): string {
  const { productId, code } = lotOfId(id);
  const lot = catalogue.lot(productId, code);
  if (lot === undefined) return 'none';
  return `${catalogue.digest(`lot:${id}`)} ${isPastLastDay(lot, asOf)} ${photographs?.get(id)?.map(({ derivatives }) => derivatives.hash).join() ?? ''}`;
}

const digestOfIndex = remember((index: StatusIndex) => hashOf(JSON.stringify([...index])));

/** A part stays the same object while no page comes or goes. */
const digestOfPart = remember((paths: readonly string[]) => hashOf(paths.join('\n')));

const ofStars = remember((shown: ShownProducts) => groupBy([...shown.byId.values()], ({ stars }) => [String(stars)]));

function producersOf(catalogue: Catalogue): string {
  return JSON.stringify(
    catalogue.producers.map(({ id, name, formerNames, kind, sample }) => [id, name, formerNames, kind, sample, catalogue.productsOfProducer(id).length]),
  );
}

type KindOf<Key> = Key extends `${infer Kind}:${string}` ? Kind : Key;

function splitKey(key: InputKey): [kind: KindOf<InputKey>, id: string] {
  const colon = key.indexOf(':');
  return colon === -1 ? [key as KindOf<InputKey>, ''] : [key.slice(0, colon) as KindOf<InputKey>, key.slice(colon + 1)];
}

/** 16 hexadecimal characters. */
export function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}
