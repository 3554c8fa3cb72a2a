import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { Problem } from '../domain/problem.ts';
import { parseShape } from './parse-shape.ts';
import type { RawMoved, RawRecord } from './raw-register.ts';
import type { RecordCache } from './record-cache.ts';
import type { RecordFile } from './record-files.ts';
import { basketSchema } from './schemas/basket.ts';
import { decisionSchema } from './schemas/decision.ts';
import { lotSchema } from './schemas/lot.ts';
import { offersSchema } from './schemas/offer.ts';
import { outletSchema } from './schemas/outlet.ts';
import { producerSchema } from './schemas/producer.ts';
import { movedSchema, productSchema } from './schemas/product.ts';
import { shopEventSchema } from './schemas/shop-event.ts';
import { voucherSchema } from './schemas/voucher.ts';
import { parseYaml } from './yaml-file.ts';

/** What one file gave: a record, where it moved to, or what is wrong with its shape. */
export interface ReadRecord {
  raw?: RawRecord<unknown>;
  to?: RawMoved;
  faults?: readonly Problem[];
}

const SCHEMAS: Readonly<Record<RecordFile['kind'], z.ZodType>> = {
  product: productSchema,
  producer: producerSchema,
  decision: decisionSchema,
  lot: lotSchema,
  offer: offersSchema,
  outlet: outletSchema,
  event: shopEventSchema,
  basket: basketSchema,
  voucher: voucherSchema,
};

/** A listing names an unchanged file by the same object as the one before. */
const READ = new WeakMap<RecordFile, ReadRecord>();

/** Reads a file, or gives what it gave. `unreadable`: it is no YAML. */
export function readRecord(file: RecordFile, cache: RecordCache): ReadRecord | { unreadable: Problem } {
  const kept = READ.get(file);
  if (kept !== undefined) return kept;
  const yaml = readYaml(file, cache);
  if ('unreadable' in yaml) return yaml;
  const record = recordOf(file, yaml.value);
  READ.set(file, record);
  return record;
}

function recordOf(file: RecordFile, value: unknown): ReadRecord {
  const target = movedTo(value);
  if (target !== undefined && mayMove(file.kind)) return { to: { kind: file.kind, id: file.id, file: file.file, to: target } };
  const parsed = parseShape(SCHEMAS[file.kind], file.file, value);
  return 'problems' in parsed ? { faults: parsed.problems } : { raw: rawRecord(file, parsed.record as object) };
}

function mayMove(kind: RecordFile['kind']): kind is RawMoved['kind'] {
  return kind === 'product' || kind === 'producer' || kind === 'decision';
}

const RAW = new WeakMap<object, RawRecord<unknown>>();

/** One object per record for as long as its file does not change. */
function rawRecord(file: RecordFile, record: object): RawRecord<unknown> {
  const kept = RAW.get(record);
  if (kept?.file === file.file) return kept;
  const raw = { id: file.id, file: file.file, sample: file.sample, record };
  RAW.set(record, raw);
  return raw;
}

function readYaml(file: RecordFile, cache: RecordCache): { value: unknown } | { unreadable: Problem } {
  const kept = cache.get(file);
  if (kept !== undefined) return { value: kept };
  const parsed = parseYaml(readFileSync(file.path, 'utf8'));
  if ('error' in parsed) {
    return { unreadable: { file: file.file, field: '', severity: 'error', message: `is not readable YAML: ${parsed.error}`, messageVi: `không đọc được YAML: ${parsed.error}` } };
  }
  cache.set(file, parsed.value);
  return parsed;
}

function movedTo(value: unknown): string[] | undefined {
  if (typeof value !== 'object' || value === null || !('moved' in value || 'split' in value)) return undefined;
  const parsed = movedSchema.safeParse(value);
  if (!parsed.success) return undefined;
  return 'moved' in parsed.data ? [parsed.data.moved] : parsed.data.split;
}
