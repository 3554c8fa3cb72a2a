import { join } from 'node:path';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { loadPlaces, type Places } from '../../src/catalogue/places/load-places.ts';
import type { RawRecord, RawRegister } from '../../src/catalogue/raw-register.ts';
import { readRegister } from '../../src/catalogue/read-register.ts';
import type { DecisionRecord } from '../../src/catalogue/schemas/decision.ts';
import type { LotRecord } from '../../src/catalogue/schemas/lot.ts';
import type { ProductRecord } from '../../src/catalogue/schemas/product.ts';
import { buildCatalogue } from '../../src/catalogue/snapshot.ts';
import type { IsoDate } from '../../src/domain/calendar-day.ts';
import { checkCharacterOf, type TraceCode } from '../../src/domain/trace-code.ts';

/** A register and the day on which it is published. */
export interface RegisterOnDay {
  register: RawRegister;
  asOf: IsoDate;
}

/** What an office may do to its register, or the calendar to it, one at a time. */
export type Change = readonly [name: string, change: (state: RegisterOnDay) => RegisterOnDay];

const HA_TINH = '42';
const TRACE_CODE = checked('0123456AB');

/** A few provinces and a part of the communes of one: enough neighbours, few enough to render again and again. */
const places: Places = (() => {
  const { places: all } = loadPlaces(join(import.meta.dirname, '../../content/places'));
  const some = all.communesOfProvince(HA_TINH).filter(({ name }, order) => order < 6 || ['Thiên Cầm', 'Cẩm Duệ', 'Cẩm Xuyên'].includes(name));
  const provinces = all.provinces.filter(({ name }) => ['Hà Tĩnh', 'Quảng Trị', 'Điện Biên', 'Hà Nội'].includes(name));
  return { ...all, provinces, communes: some, communesOfProvince: (code) => (code === HA_TINH ? some : []) };
})();

export function catalogueOf({ register }: RegisterOnDay): Catalogue {
  return buildCatalogue(register, places);
}

/** The fixtures' register with some more goods, so that rings of related goods are longer than what a page shows. */
export function firstState(): RegisterOnDay {
  const { register } = readRegister(join(import.meta.dirname, '../fixtures/content'), { samples: true });
  const more = Array.from({ length: 9 }, (_, n) => product(`hang-${n}`, { name: `Hàng thử ${String.fromCharCode(65 + n)}`, ...(n % 2 === 0 && { producer: 'phu-sang' }) }));
  const granted = decision('thu-2024', { signedOn: '2024-01-10', lines: more.slice(0, 6).map(({ id }, n) => line(id, 3 + (n % 3))) });
  return { asOf: '2026-11-22', register: { ...register, products: [...register.products, ...more], decisions: [...register.decisions, granted] } };
}

export const CHANGES: readonly Change[] = [
  ['nothing at all', (state) => state],
  ['a product gets another name', edited('hang-0', { name: 'Tên mới hẳn' })],
  ['a product moves in the alphabet', edited('hang-3', { name: 'A đứng đầu' })],
  ['an English name', edited('hang-1', { nameEn: 'Another name' })],
  ['a producer gets another name', producerEdited({ name: 'HTX Tên Khác' })],
  ['a producer has a former name', producerEdited({ formerNames: ['HTX Tên Cũ'] })],
  ['a producer agrees to publish its telephone', producerEdited({ contact: { phone: '0239 000 000', consent: true } })],
  ['a product changes its producer', edited('hang-2', { producer: 'phan-khac-dat-cam-my' })],
  ['a product loses its producer', edited('hang-4', { producer: undefined })],
  ['a decision grants another star', decisionEdited('thu-2024', (record) => ({ ...record, lines: record.lines.map((one) => (one.product === 'hang-0' ? { ...one, stars: 5 as const } : one)) }))],
  ['a decision gets its number', decisionEdited('thu-2024', (record) => ({ ...record, number: '17/QĐ-UBND' }))],
  ['a decision gets a title', decisionEdited('thu-2024', (record) => ({ ...record, title: 'Về việc công nhận' }))],
  ['a decision was signed on another day', decisionEdited('thu-2024', (record) => ({ ...record, signedOn: '2024-01-11' }))],
  ['a certificate is revoked', decided('thu-hoi', { signedOn: '2026-05-01', lines: [{ ...line('hang-1', 3), stars: undefined, act: 'revocation' }] })],
  ['the revoking decision gets its number', decisionEdited('thu-hoi', (record) => ({ ...record, number: '18/QĐ-UBND' }))],
  ['a certificate is renewed', decided('gia-han', { signedOn: '2026-11-01', lines: [{ ...line('hang-2', 4), act: 'renewal' }] })],
  ['a renewal is signed for a day to come', decided('mai', { signedOn: '2026-12-20', lines: [{ ...line('hang-3', 5), act: 'renewal' }] })],
  ['a new evaluation will be filed', decided('nop', { signedOn: '2026-12-15', lines: [{ ...line('hang-4', 3), stars: undefined, act: 're-evaluation-filed' }] })],
  ['the day after', (state) => ({ ...state, asOf: '2026-11-23' })],
  ['a product without a certificate gets one', decided('moi', { signedOn: '2026-11-10', lines: [line('hang-8', 4)] })],
  ['a product moves to another commune', edited('hang-5', { place: { commune: 'Cẩm Duệ', province: 'Hà Tĩnh' } })],
  ['a product’s place becomes unknown', edited('hang-6', { place: {} })],
  ['a product changes its group', edited('hang-7', { group: 'do-uong' })],
  ['a product turns out to be alcohol', edited('hang-0', { alcohol: true })],
  ['a product is none any more', edited('hang-0', { alcohol: false })],
  ['a pack gets a price', edited('hang-1', { packs: [{ sku: 'hang-1-500', label: '500 ml', priceDong: 90_000, coveredByDecision: 'yes' }] })],
  ['a pack gets a trace code', edited('hang-1', { packs: [{ sku: 'hang-1-500', label: '500 ml', traceCode: TRACE_CODE, coveredByDecision: 'yes' }] })],
  ['a producer declares what stands on the label', edited('hang-1', { declaration: { brand: 'Hàng Một', papers: [], declared: { by: 'HTX Thử', on: '2026-11-01' } } })],
  ['a lot is declared', lots((all) => [...all, lot('hang-1/L-1', {})])],
  ['another lot is declared', lots((all) => [...all, lot('hang-1/L-2', { packedOn: '2026-11-20' })])],
  ['a lot gets its dates', lots((all) => all.map((raw) => (raw.id === 'hang-1/L-1' ? lot(raw.id, { packedOn: '2026-10-01', useBy: '2026-12-01' }) : raw)))],
  ['a lot is recalled', lots((all) => all.map((raw) => (raw.id === 'hang-1/L-1' ? { ...raw, record: { ...raw.record, recall: { on: '2026-11-10', reason: { vi: 'Nhãn sai' }, whatToDo: { vi: 'Đổi' } } } } : raw)))],
  ['a paper is put beside a lot', withPaper('hang-1/L-2', 'a'.repeat(64))],
  ['the paper is another one under the same name', withPaper('hang-1/L-2', 'b'.repeat(64))],
  ['how firmly a fact stands', edited('ruou-sim', { confidence: 'medium' })],
  ['the use of a lot ends', (state) => ({ ...state, asOf: '2026-12-02' })],
  ['a day before it again', (state) => ({ ...state, asOf: '2026-11-23' })],
  ['a lot goes', lots((all) => all.filter(({ id }) => id !== 'hang-1/L-1'))],
  ['a new product', ({ register, asOf }) => ({ asOf, register: { ...register, products: [...register.products, product('hang-moi', { name: 'Hàng mới' })] } })],
  ['a product goes', ({ register, asOf }) => ({ asOf, register: { ...register, products: register.products.filter(({ id }) => id !== 'hang-6') } })],
  ['a product is renamed and leaves its address', ({ register, asOf }) => ({
    asOf,
    register: {
      ...register,
      products: register.products.map((record) => (record.id === 'hang-7' ? { ...record, id: 'hang-bay' } : record)),
      moved: [...register.moved, { kind: 'product', id: 'hang-7', file: 'x', to: ['hang-bay'] }],
    },
  })],
  ['an address is split', ({ register, asOf }) => ({ asOf, register: { ...register, moved: [...register.moved, { kind: 'product', id: 'tach', file: 'x', to: ['hang-1', 'hang-2'] }] } })],
  ['one half of a split address gets another name', edited('hang-2', { name: 'Nửa kia' })],
  ['a group gets another name', ({ register, asOf }) => ({ asOf, register: { ...register, groups: register.groups.map((group, n) => (n === 0 ? { ...group, name: { vi: 'Nhóm khác', en: 'Other group' } } : group)) } })],
  ['the site gets another name', ({ register, asOf }) => ({ asOf, register: { ...register, site: { ...register.site, name: { vi: 'Tên trang mới', en: 'New site name' } } } })],
  ['a seller appears', ({ register, asOf }) => ({ asOf, register: { ...register, site: { ...register.site, seller: { name: 'HTX Bán', taxCode: '0100000000', address: 'x', phone: '1', email: 'a@b.vn', invoices: 'none' } } } })],
  ['the day of the filing', (state) => ({ ...state, asOf: '2026-12-15' })],
  ['the day on which a signed renewal begins', (state) => ({ ...state, asOf: '2026-12-20' })],
  ['the last valid day of a decision', (state) => ({ ...state, asOf: '2027-01-11' })],
  ['the day after it', (state) => ({ ...state, asOf: '2027-01-12' })],
  ['a clock that was ahead goes back', (state) => ({ ...state, asOf: '2026-11-23' })],
];

function checked(body: string): TraceCode {
  return body + checkCharacterOf(body);
}

function lots(change: (all: RawRegister['lots']) => RawRegister['lots']): Change[1] {
  return ({ register, asOf }) => ({ asOf, register: { ...register, lots: change(register.lots) } });
}

function lot(id: string, record: Partial<LotRecord>): RawRecord<LotRecord> {
  const declared = { by: 'HTX Thử', on: '2026-11-01' };
  return { id, file: `content/lots/${id}.yaml`, sample: false, record: { sku: `${id.split('/')[0]}-500`, steps: [], documents: [], photographs: [], sources: [], declared, ...record } };
}

function withPaper(id: string, sha256: string): Change[1] {
  const file = `content/lots/${id}.yaml`;
  return ({ register, asOf }) => ({
    asOf,
    register: {
      ...register,
      lots: register.lots.map((raw) => (raw.id === id ? { ...raw, record: { ...raw.record, documents: [{ file: 'phieu.pdf', title: 'Phiếu' }] } } : raw)),
      lotFolders: new Map([...register.lotFolders, [file, { files: new Map([['phieu.pdf', { sha256, bytes: 1_000, kind: 'pdf' as const }]]) }]]),
    },
  });
}

function edited(id: string, change: { [Field in keyof ProductRecord]?: ProductRecord[Field] | undefined }): Change[1] {
  return ({ register, asOf }) => ({
    asOf,
    register: { ...register, products: register.products.map((product) => (product.id === id ? { ...product, record: { ...product.record, ...change } as ProductRecord } : product)) },
  });
}

function producerEdited(change: Partial<RawRegister['producers'][number]['record']>): Change[1] {
  return ({ register, asOf }) => ({
    asOf,
    register: { ...register, producers: register.producers.map((producer) => (producer.id === 'phu-sang' ? { ...producer, record: { ...producer.record, ...change } } : producer)) },
  });
}

function decisionEdited(id: string, change: (record: DecisionRecord) => DecisionRecord): Change[1] {
  return ({ register, asOf }) => ({
    asOf,
    register: { ...register, decisions: register.decisions.map((raw) => (raw.id === id ? { ...raw, record: change(raw.record) } : raw)) },
  });
}

function decided(id: string, record: Pick<DecisionRecord, 'signedOn' | 'lines'>): Change[1] {
  return ({ register, asOf }) => ({ asOf, register: { ...register, decisions: [...register.decisions.filter((raw) => raw.id !== id), decision(id, record)] } });
}

function decision(id: string, record: Pick<DecisionRecord, 'signedOn' | 'lines'>): RawRecord<DecisionRecord> {
  return { id, file: `content/decisions/2024/${id}.yaml`, sample: false, record: { issuer: { level: 'province' }, sources: [{ title: 'Báo thử' }], ...record } as DecisionRecord };
}

function line(productId: string, stars: number): DecisionRecord['lines'][number] {
  return { product: productId, act: 'recognition', stars: stars as 3 | 4 | 5, basis: 'read' };
}

function product(id: string, record: Partial<ProductRecord>): RawRecord<ProductRecord> {
  return {
    id,
    file: `content/products/${id}/product.yaml`,
    sample: false,
    record: {
      name: id,
      nameEn: `English ${id}`,
      group: 'thuc-pham',
      groupBasis: 'read',
      drawing: 'rice',
      alcohol: false,
      place: { commune: 'Thiên Cầm', province: 'Hà Tĩnh' },
      placeEra: 'current',
      attestations: [],
      photographs: [],
      packs: [],
      sources: [{ title: 'Báo thử' }],
      confidence: 'high',
      ...record,
    },
  };
}
