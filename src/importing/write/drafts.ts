import { changeYaml, formatYaml, parseYaml } from '../../catalogue/yaml-file.ts';
import type { Source } from '../../domain/source.ts';
import type { ImportContext } from '../import-context.ts';
import type { ProposedRecord } from '../proposal.ts';
import type { DecisionOfRow } from '../understand/decision-of-row.ts';
import type { RowOutcome } from '../understand/row-outcome.ts';

type Fields = Record<string, unknown>;

/** Records as the rows change them, one after the other. */
export interface Drafts {
  /** False when the register says all of it already. */
  apply(outcome: RowOutcome): boolean;
  records(): ProposedRecord[];
}

export function openDrafts({ textOf }: ImportContext): Drafts {
  const drafts = new Map<string, { before: string | undefined; fields: Fields }>();

  const open = (path: string, fresh: () => Fields): { fields: Fields; isNew: boolean } => {
    const known = drafts.get(path);
    if (known !== undefined) return { fields: known.fields, isNew: false };
    const before = textOf(path);
    const parsed = before === undefined ? undefined : parseYaml(before);
    const fields = parsed !== undefined && 'value' in parsed ? (parsed.value as Fields) : fresh();
    drafts.set(path, { before, fields });
    return { fields, isNew: before === undefined };
  };

  return {
    apply(outcome) {
      const producer = outcome.newProducer;
      const added = producer !== undefined &&
        open(`content/producers/${producer.id}.yaml`, () => ({ name: producer.name, kind: producer.kind, sources: outcome.decision.sources.map(plain) })).isNew;
      const product = applyProduct(outcome, open);
      return [added, product, applyLine(outcome, open)].some(Boolean);
    },
    records: () =>
      [...drafts]
        .map(([path, { before, fields }]) => ({ path, before, after: before === undefined ? formatYaml(fields) : changeYaml(before, fields) }))
        .filter(({ before, after }) => before !== after)
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

type Open = (path: string, fresh: () => Fields) => { fields: Fields; isNew: boolean };

function applyProduct({ product, decision }: RowOutcome, open: Open): boolean {
  if (product.kind === 'new') {
    return open(`content/products/${product.id}/product.yaml`, () => ({ ...plain(product.record), sources: decision.sources.map(plain) })).isNew;
  }
  if (Object.keys(product.changes).length === 0) return false;
  const { fields } = open(product.record.file, () => ({}));
  Object.assign(fields, inOrder({ ...fields, ...product.changes }, fields));
  return true;
}

function applyLine({ decision, line }: RowOutcome, open: Open): boolean {
  const path = decision.existing?.file ?? pathOf(decision);
  const { fields, isNew } = open(path, () => freshDecision(decision));
  const lines = (fields['lines'] as Fields[] | undefined) ?? [];
  const at = lines.findIndex(({ product, act }) => product === line.product && act === line.act);
  const filled = fillDecision(fields, decision);
  const sameLine = at >= 0 && JSON.stringify(plainLine(lines[at] as Fields)) === JSON.stringify(plainLine(line));
  if (sameLine && !filled) return isNew;
  if (!sameLine) fields['lines'] = at < 0 ? [...lines, plain(line)] : lines.with(at, plain(line) as Fields);
  if (!isNew) addSources(fields, decision.sources);
  return true;
}

/** Number and issuer that the register did not know. */
function fillDecision(fields: Fields, { facts, existing }: DecisionOfRow): boolean {
  if (existing === undefined) return false;
  const number = fields['number'] === undefined && facts.number !== undefined ? { number: facts.number } : undefined;
  const issuer = (fields['issuer'] === 'unknown' || fields['issuer'] === undefined) && facts.issuer !== 'unknown' ? { issuer: facts.issuer } : undefined;
  if (number === undefined && issuer === undefined) return false;
  Object.assign(fields, number, issuer);
  return true;
}

function freshDecision({ facts, title, sources }: DecisionOfRow): Fields {
  const { number, signedOn, attestedOn, issuer } = facts;
  const year = attestedOn !== undefined && /^\d{4}$/.test(attestedOn) ? Number(attestedOn) : attestedOn;
  return plain({ number, signedOn, attestedOn: year, issuer, title, sources: sources.map(plain), lines: [] }) as Fields;
}

function pathOf({ id, facts }: DecisionOfRow): string {
  return `content/decisions/${(facts.signedOn ?? facts.attestedOn)?.slice(0, 4) ?? 'chua-ro'}/${id}.yaml`;
}

/** A source is the same when its address and title are; the day of reading does not count. */
function addSources(fields: Fields, sources: readonly Source[]): void {
  const known = (fields['sources'] as Source[] | undefined) ?? [];
  const missing = sources.filter(({ url, title }) => !known.some((source) => source.url === url && source.title === title));
  if (missing.length > 0) fields['sources'] = [...known, ...missing.map(plain)];
}

const LINE_FIELDS = ['product', 'act', 'stars', 'score', 'basis', 'basisNote', 'validUntil', 'asSigned'] as const;

function plainLine(line: Fields): unknown[] {
  return LINE_FIELDS.map((field) => line[field]);
}

const PRODUCT_FIELDS = [
  'name', 'nameEn', 'producer', 'group', 'groupBasis', 'drawing', 'alcohol', 'place', 'placeEra', 'attestations', 'photographs', 'packs', 'story', 'sources', 'confidence',
];

/** Empties `fields` and gives everything back in the order that records have. */
function inOrder(wanted: Fields, fields: Fields): Fields {
  for (const key of Object.keys(fields)) delete fields[key];
  const keys = [...PRODUCT_FIELDS, ...Object.keys(wanted)].filter((key) => wanted[key] !== undefined);
  return Object.fromEntries(keys.map((key) => [key, wanted[key]]));
}

/** Without fields that nothing fills, at any depth. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
