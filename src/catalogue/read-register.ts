import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../domain/problem.ts';
import { readLotFolder } from './lot-folder.ts';
import { parseShape } from './parse-shape.ts';
import { loadPlaces, type Places } from './places/load-places.ts';
import type { RawMoved, RawRecord, RawRegister, RawText } from './raw-register.ts';
import { openRecordCache } from './record-cache.ts';
import { lotFolderOf, type RecordFile } from './record-files.ts';
import { recordFiles } from './record-listing.ts';
import { basketSchema } from './schemas/basket.ts';
import { decisionSchema } from './schemas/decision.ts';
import { groupRulesSchema } from './schemas/group-rules.ts';
import { lotSchema } from './schemas/lot.ts';
import { offersSchema } from './schemas/offer.ts';
import { outletSchema } from './schemas/outlet.ts';
import { producerSchema, productGroupsSchema } from './schemas/producer.ts';
import { movedSchema, productSchema } from './schemas/product.ts';
import { shopEventSchema } from './schemas/shop-event.ts';
import { practiceShopSchema } from './schemas/shop.ts';
import { siteSchema, type SiteSettings } from './schemas/site.ts';
import { voucherSchema } from './schemas/voucher.ts';
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
  const cache = openRecordCache(options.cacheFile);
  const files = recordFiles(contentDir, options.samples, options.touched).map((file) => ({ file, value: readYaml(file, cache, problems) }));

  const { places, problems: placeProblems } = loadPlaces(join(contentDir, 'places'));
  problems.push(...placeProblems);

  const moved: RawMoved[] = [];
  const records = <T>(kind: RecordFile['kind'], schema: z.ZodType<T>): RawRecord<T>[] =>
    files.flatMap(({ file, value }) => {
      if (file.kind !== kind || value === undefined) return [];
      const target = movedTo(value);
      if (target !== undefined && mayMove(kind)) return moved.push({ kind, id: file.id, file: file.file, to: target }), [];
      const parsed = parseShape(schema, file.file, value);
      if ('problems' in parsed) return problems.push(...parsed.problems), [];
      return [rawRecord(file, parsed.record as T & object)];
    });

  const lots = records('lot', lotSchema);
  const pathOf = new Map(files.map(({ file }) => [file.file, file.path]));
  const lotFolders = new Map(lots.map(({ file, record }) => [file, readLotFolder(lotFolderOf(pathOf.get(file) ?? ''), record, cache)]));
  cache.save();

  const list = <T>(name: string, schema: z.ZodType<T>, missing: T): T => readOne(contentDir, name, schema, missing, problems);
  const register: RawRegister = {
    site: list('site.yaml', siteSchema, NAMELESS_SITE),
    groups: list('product-groups.yaml', productGroupsSchema, []),
    groupRules: list('group-rules.yaml', groupRulesSchema, []),
    products: records('product', productSchema),
    producers: records('producer', producerSchema),
    decisions: records('decision', decisionSchema),
    lots,
    offers: records('offer', offersSchema),
    outlets: records('outlet', outletSchema),
    events: records('event', shopEventSchema),
    baskets: records('basket', basketSchema),
    vouchers: records('voucher', voucherSchema),
    practice: options.samples ? list('samples/site.yaml', practiceShopSchema.optional(), undefined) : undefined,
    moved,
    lotFolders,
    folders: new Map(files.filter(({ file }) => file.kind === 'product' || file.kind === 'lot').map(({ file }) => [file.file, file.beside])),
    placeIndex: places.index,
    texts: readTexts(contentDir),
  };
  return { register, places, problems };
}

function mayMove(kind: RecordFile['kind']): kind is RawMoved['kind'] {
  return kind === 'product' || kind === 'producer' || kind === 'decision';
}

const RAW = new WeakMap<object, RawRecord<unknown>>();

/** One object per record for as long as its file does not change. */
function rawRecord<T extends object>(file: RecordFile, record: T): RawRecord<T> {
  const kept = RAW.get(record) as RawRecord<T> | undefined;
  if (kept?.file === file.file) return kept;
  const raw = { id: file.id, file: file.file, sample: file.sample, record };
  RAW.set(record, raw);
  return raw;
}

function readYaml(file: RecordFile, cache: ReturnType<typeof openRecordCache>, problems: Problem[]): unknown {
  const kept = cache.get(file);
  if (kept !== undefined) return kept;
  const parsed = parseYaml(readFileSync(file.path, 'utf8'));
  if ('error' in parsed) {
    problems.push({ file: file.file, field: '', severity: 'error', message: `is not readable YAML: ${parsed.error}`, messageVi: `không đọc được YAML: ${parsed.error}` });
    return undefined;
  }
  cache.set(file, parsed.value);
  return parsed.value;
}

function readOne<T>(contentDir: string, name: string, schema: z.ZodType<T>, missing: T, problems: Problem[]): T {
  const path = join(contentDir, name);
  const file = `${basename(contentDir)}/${name}`;
  if (!existsSync(path)) return missing;
  const yaml = parseYaml(readFileSync(path, 'utf8'));
  const parsed = 'error' in yaml
    ? { problems: [{ file, field: '', severity: 'error' as const, message: `is not readable YAML: ${yaml.error}`, messageVi: `không đọc được YAML: ${yaml.error}` }] }
    : parseShape(schema, file, yaml.value);
  if ('record' in parsed) return parsed.record;
  problems.push(...parsed.problems);
  return missing;
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

function movedTo(value: unknown): string[] | undefined {
  if (typeof value !== 'object' || value === null || !('moved' in value || 'split' in value)) return undefined;
  const parsed = movedSchema.safeParse(value);
  if (!parsed.success) return undefined;
  return 'moved' in parsed.data ? [parsed.data.moved] : parsed.data.split;
}
