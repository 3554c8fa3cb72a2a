import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../domain/problem.ts';
import { readLotFolder } from './lot-folder.ts';
import { parseShape, type ParsedShape } from './parse-shape.ts';
import { loadPlaces, type Places } from './places/load-places.ts';
import type { RawMoved, RawRecord, RawRegister, RawText } from './raw-register.ts';
import { readRecord, type ReadRecord } from './read-record.ts';
import { openRecordCache } from './record-cache.ts';
import { lotFolderOf, RECORD_KINDS, type RecordFile } from './record-files.ts';
import { recordFiles } from './record-listing.ts';
import { rememberList } from './remember.ts';
import type { BasketRecord } from './schemas/basket.ts';
import type { DecisionRecord } from './schemas/decision.ts';
import { groupRulesSchema } from './schemas/group-rules.ts';
import type { LotRecord } from './schemas/lot.ts';
import type { OffersRecord } from './schemas/offer.ts';
import type { OutletRecord } from './schemas/outlet.ts';
import { productGroupsSchema, type ProducerRecord } from './schemas/producer.ts';
import type { ProductRecord } from './schemas/product.ts';
import type { ShopEventRecord } from './schemas/shop-event.ts';
import { practiceShopSchema } from './schemas/shop.ts';
import { siteSchema, type SiteSettings } from './schemas/site.ts';
import type { VoucherRecord } from './schemas/voucher.ts';
import { parseYaml } from './yaml-file.ts';

export interface ReadRegister {
  register: RawRegister;
  places: Places;
  problems: Problem[];
}

const NAMELESS_SITE: SiteSettings = { name: { vi: 'Danh mục OCOP', en: 'OCOP Catalogue' } };

/** Reads every record of `content/` by shape. Nothing throws for bad data: each fault is a problem. */
export function readRegister(contentDir: string, options: { samples: boolean; cacheFile?: string | undefined; touched?: readonly string[] | undefined }): ReadRegister {
  const problems: Problem[] = [];
  const cache = openRecordCache(options.cacheFile, { keepAll: options.touched !== undefined });
  const files = recordFiles(contentDir, options.samples, options.touched);
  const read = new Map(RECORD_KINDS.map((kind): [RecordFile['kind'], ReadRecord[]] => [kind, []]));
  for (const file of files) {
    const record = readRecord(file, cache);
    if ('unreadable' in record) problems.push(record.unreadable);
    else read.get(file.kind)?.push(record);
  }

  const { places, problems: placeProblems } = loadPlaces(join(contentDir, 'places'));
  problems.push(...placeProblems);

  const moved: RawMoved[] = [];
  const records = <T>(kind: RecordFile['kind']): RawRecord<T>[] => {
    const found: RawRecord<T>[] = [];
    for (const { raw, to, faults } of read.get(kind) ?? []) {
      if (raw !== undefined) found.push(raw as RawRecord<T>);
      if (to !== undefined) moved.push(to);
      if (faults !== undefined) problems.push(...faults);
    }
    return found;
  };
  const [products, producers] = [sameProducts(records('product')), sameProducers(records('producer'))];
  const [decisions, lots] = [records<DecisionRecord>('decision'), sameLots(records('lot'))];
  const { folders, pathOf } = besideRecords(files.filter(({ kind }) => kind === 'product' || kind === 'lot'));
  const lotFolders = new Map(lots.map(({ file, record }) => [file, readLotFolder(lotFolderOf(pathOf.get(file) ?? ''), record, cache)]));
  cache.save();

  const list = <T>(name: string, schema: z.ZodType<T>, missing: T): T => readOne(contentDir, name, schema, missing, problems);
  const register: RawRegister = {
    site: list('site.yaml', siteSchema, NAMELESS_SITE),
    groups: list('product-groups.yaml', productGroupsSchema, []),
    groupRules: list('group-rules.yaml', groupRulesSchema, []),
    products,
    producers,
    decisions,
    lots,
    offers: sameOffers(records('offer')),
    outlets: records<OutletRecord>('outlet'),
    events: records<ShopEventRecord>('event'),
    baskets: records<BasketRecord>('basket'),
    vouchers: records<VoucherRecord>('voucher'),
    practice: options.samples ? list('samples/site.yaml', practiceShopSchema.optional(), undefined) : undefined,
    moved: sameMoved(moved),
    lotFolders,
    folders,
    placeIndex: places.index,
    texts: readTexts(contentDir),
  };
  return { register, places, problems };
}

/** One and the same list for as long as no record in it changes. */
const sameProducts = rememberList((list: readonly RawRecord<ProductRecord>[]) => list);
const sameProducers = rememberList((list: readonly RawRecord<ProducerRecord>[]) => list);
const sameLots = rememberList((list: readonly RawRecord<LotRecord>[]) => list);
const sameOffers = rememberList((list: readonly RawRecord<OffersRecord>[]) => list);
const sameMoved = rememberList((list: readonly RawMoved[]) => list);

const besideRecords = rememberList((files: readonly RecordFile[]) => ({
  folders: new Map(files.map(({ file, beside }) => [file, beside])),
  pathOf: new Map(files.map(({ file, path }) => [file, path])),
}));

function readOne<T>(contentDir: string, name: string, schema: z.ZodType<T>, missing: T, problems: Problem[]): T {
  const path = join(contentDir, name);
  if (!existsSync(path)) return missing;
  const text = readFileSync(path, 'utf8');
  const kept = SETTINGS.get(path);
  const parsed = kept?.text === text ? kept.parsed : parseOne(schema, `${basename(contentDir)}/${name}`, text);
  SETTINGS.set(path, { text, parsed });
  if ('record' in parsed) return parsed.record as T;
  problems.push(...parsed.problems);
  return missing;
}

/** Files that there is one of, as they were read last: the same text is the same object. */
const SETTINGS = new Map<string, { text: string; parsed: ParsedShape<unknown> }>();

function parseOne<T>(schema: z.ZodType<T>, file: string, text: string): ParsedShape<T> {
  const yaml = parseYaml(text);
  if (!('error' in yaml)) return parseShape(schema, file, yaml.value);
  return { problems: [{ file, field: '', severity: 'error', message: `is not readable YAML: ${yaml.error}`, messageVi: `không đọc được YAML: ${yaml.error}` }] };
}

/** Editorial Markdown of content/pages and content/news; not the guides for those who write records. */
function readTexts(contentDir: string): RawText[] {
  return ['pages', 'news']
    .map((folder) => join(contentDir, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ file: relative(dirname(contentDir), path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}
