import { describe, expect, it, test } from 'vitest';
import { tracePage, type TracePage } from '../../src/page-data/trace-page.ts';
import { TRACE_LANGUAGES } from '../../src/paths.ts';
import type { View } from '../../src/publish/view.ts';
import { decision, registerView, type Written } from './register-view.ts';

const GTIN = '09524000000101';
const PACK = { sku: 'chai', label: 'Chai 500 ml', gtin: '9524000000101', coveredByDecision: 'yes', declared: { by: 'HTX Thử', on: '2026-09-01' } };
const DECLARATION = {
  brand: 'Mắm Thử',
  standard: 'TCCS 01:2026',
  origin: { vi: 'Xã Thử', en: 'Thu commune' },
  papers: [{ name: 'Giấy an toàn thực phẩm', number: '12/2026', validUntil: '2028-01-31' }],
  warnings: { vi: 'Có thể gây dị ứng cá.' },
  declared: { by: 'HTX Thử', on: '2026-09-02' },
};

interface Given {
  product?: Written;
  pack?: Written;
  lot?: Written | undefined;
  decisions?: Readonly<Record<string, Written>>;
  view?: Partial<View>;
}

/** A product granted four stars on 15/10/2024, so held to 15/10/2027, with one pack and, unless `lot` is undefined, the lot L-1. */
function viewOf({ product, pack, lot, decisions, view }: Given = {}): View {
  return registerView(
    {
      producers: { htx: { name: 'HTX Thử' } },
      products: { mam: { name: 'Nước mắm', nameEn: 'Fish sauce', producer: 'htx', packs: [{ ...PACK, ...pack }], ...product } },
      decisions: decisions ?? { qd: decision('2024-10-15', { mam: 4 }, { number: '12/QĐ-UBND' }) },
      lots: lot === undefined ? {} : { 'mam/L-1': { sku: 'chai', ...lot } },
    },
    view,
  );
}

const LOT = `/01/${GTIN}/10/L-1`;
const page = (given: Given = {}, path = LOT, language: (typeof TRACE_LANGUAGES)[number] = 'vi'): TracePage => {
  const made = tracePage(viewOf({ lot: {}, ...given }), language, path);
  if (made === undefined) throw new Error(`no page at ${path}`);
  return made;
};
const said = ({ fields, passport }: TracePage, id: string): unknown => [...fields, ...passport].find((field) => field.id === id)?.parts.map(({ text, note, unknown }) => [text, note, unknown].filter(Boolean).join(' | '));

describe('which page answers', () => {
  it('knows a pack by GTIN or by trace code, and its lots', () => {
    const view = viewOf({ lot: {}, pack: { traceCode: '0ZBQSA2TB7' } });
    for (const path of [`/01/${GTIN}`, LOT, '/t/0ZBQSA2TB7', '/t/0ZBQSA2TB7/10/L-1']) expect(tracePage(view, 'vi', path)?.head.canonical, path).toMatch(/^https:\/\/ocop\.example\/01\/09524000000101/);
  });

  it.each(['/01/09524000000118', `/01/${GTIN}/10/L-2`, `${LOT}/21/A1`, `/01/${GTIN}/22/A`, `/01/${GTIN}/10`, '/t/0ZBQSA2TB7', '/01/9524000000102', '/t/', '/'])('%s has none', (path) => {
    expect(tracePage(viewOf({ lot: {} }), 'vi', path)).toBeUndefined();
  });

  it('does not show a lot under another pack of the same product', () => {
    const view = viewOf({ lot: {}, product: { packs: [PACK, { ...PACK, sku: 'can', label: 'Can 5 lít', gtin: '9524000000118' }] } });
    expect(tracePage(view, 'vi', '/01/09524000000118/10/L-1')).toBeUndefined();
    expect(tracePage(view, 'vi', '/01/09524000000118')?.links.lots).toEqual([]);
    expect(tracePage(view, 'vi', `/01/${GTIN}`)?.links.lots.map(({ code }) => code)).toEqual(['L-1']);
  });

  it('is linked by ?lang= from a server and by an address of its own on a plain host', () => {
    const hrefs = (mode: View['mode']) => page({ view: { mode } }).head.languages.map(({ href }) => href);
    expect(hrefs('server')).toEqual([LOT, `${LOT}?lang=en`, `${LOT}?lang=ko`, `${LOT}?lang=zh`]);
    expect(hrefs('static')).toEqual([LOT, `/en${LOT}`, `/ko${LOT}`, `/zh${LOT}`]);
  });
});

describe('the star when the lot was packed', () => {
  const REVOKED = { qd: decision('2024-10-15', { mam: 4 }), bo: decision('2026-03-01', {}, { lines: [{ product: 'mam', act: 'revocation', basis: 'read' }] }) };
  const ENDED = { qd: decision('2023-11-14', { mam: 4 }) };
  const RENEWED = { ...ENDED, lai: decision('2026-11-20', {}, { lines: [{ product: 'mam', act: 'renewal', stars: 4, basis: 'read' }] }) };
  test.each<[what: string, packedOn: string | undefined, decisions: Given['decisions'], words: RegExp | undefined]>([
    ['while it held', '2026-11-02', undefined, /^Lô này đóng gói ngày 02\/11\/2026, khi sao còn hiệu lực\.$/],
    ['on its last day', '2026-11-14', ENDED, /khi sao còn hiệu lực/],
    ['on the day after it', '2026-11-15', ENDED, /khi sao đã hết hiệu lực/],
    ['between two terms', '2026-11-16', RENEWED, /khi sao đã hết hiệu lực/],
    ['after the renewal', '2026-11-21', RENEWED, /khi sao còn hiệu lực/],
    ['before the recognition', '2024-10-14', undefined, /trước khi sản phẩm được công nhận sao/],
    ['after a revocation', '2026-03-01', REVOKED, /sau khi sao bị thu hồi/],
    ['before it', '2026-02-28', REVOKED, /khi sao còn hiệu lực/],
    ['in a month within the term', '2026-10', ENDED, /đóng gói tháng 10\/2026, khi sao còn hiệu lực/],
    ['in the month in which it ended', '2026-11', ENDED, /chưa xác nhận được sao lúc ấy/],
    ['in a year that a renewal parts', '2026', RENEWED, /chưa xác nhận được sao lúc ấy/],
    ['on a day of which nothing is attested', '2026-11-02', {}, undefined],
    ['on no known day', undefined, undefined, undefined],
  ])('%s', (_, packedOn, decisions, words) => {
    const { packing } = page({ lot: { packedOn }, decisions }).star;
    if (words === undefined) expect(packing).toBeUndefined();
    else expect(packing).toMatch(words);
  });

  it('is that of the step where only the step has a day', () => {
    expect(page({ lot: { steps: [{ kind: 'packing', on: '2026-11-02', packs: 5 }] } }).star.packing).toContain('02/11/2026');
  });

  it('is not spoken of where the decision leaves the pack out', () => {
    const { star } = page({ pack: { coveredByDecision: 'no' }, lot: { packedOn: '2026-11-02' } });
    expect(star).toMatchObject({ covered: 'no', packing: undefined });
  });
});

describe('notices', () => {
  const RECALL = { on: '2026-11-20', reason: { vi: 'Nhãn thiếu.' }, whatToDo: { vi: 'Mang trả.', en: 'Take it back.' } };
  test.each<[what: string, lot: Written, asOf: string, notices: readonly string[]]>([
    ['nothing to say', {}, '2026-11-22', []],
    ['use-by on its last day', { useBy: '2026-11-22' }, '2026-11-22', ['use-by hidden']],
    ['use-by on the day after', { useBy: '2026-11-22' }, '2026-11-23', ['use-by']],
    ['use-by of a month, on its last day', { useBy: '2026-11' }, '2026-11-30', ['use-by hidden']],
    ['use-by of a month, after it', { useBy: '2026-11' }, '2026-12-01', ['use-by']],
    ['best-before passed', { bestBefore: '2026-11-21' }, '2026-11-22', ['best-before']],
    ['both dates: only the use-by speaks', { useBy: '2026-12-31', bestBefore: '2026-11-01' }, '2026-11-22', ['use-by hidden']],
    ['recalled', { recall: RECALL }, '2026-11-22', ['recall']],
    ['recalled and past its use-by', { recall: RECALL, useBy: '2026-11-01' }, '2026-11-22', ['recall', 'use-by']],
  ])('%s', (_, lot, asOf, notices) => {
    for (const [signedOn, status] of [['2024-10-15', 'valid'], ['2023-01-10', 'expired']] as const) {
      const made = page({ lot, view: { asOf }, decisions: { qd: decision(signedOn, { mam: 4 }) } });
      expect(made.star.shown?.now.status).toBe(status);
      expect(made.notices.map(({ kind, hidden }) => (hidden === true ? `${kind} hidden` : kind))).toEqual(notices);
    }
  });

  it('never mixes a recall or a last day of use with the star', () => {
    const words = page({ lot: { recall: RECALL, useBy: '2026-11-01' } }).notices.map(({ title, parts }) => [title, ...parts.map(({ text }) => text)].join(' '));
    expect(words[0]).toBe('Lô này bị thu hồi từ 20/11/2026 Nhãn thiếu. Mang trả. Thu hồi này là của lô hàng, không phải của sao OCOP.');
    expect(words[1]).toContain('không liên quan tới sao OCOP');
  });

  it('says in English what was declared in Vietnamese only, as Vietnamese', () => {
    expect(page({ lot: { recall: RECALL } }, LOT, 'en').notices[0]?.parts.slice(0, 2)).toEqual([
      { name: 'Reason', text: 'Nhãn thiếu.', lang: 'vi' },
      { name: 'What to do', text: 'Take it back.' },
    ]);
  });

  it('tells of a lot or serial that no record names, without accusing', () => {
    const scanned = (view: View['scanned']) => page({ view: { scanned: view } }, `/01/${GTIN}`).notices[0];
    expect(scanned({ unknownLot: 'X9' })).toMatchObject({ kind: 'unknown-lot', title: 'Lô X9 không có trong hồ sơ của sản phẩm này' });
    expect(scanned({ serial: { value: 'A1', listed: true } })?.kind).toBe('serial-listed');
    expect(scanned({ serial: { value: 'A1', listed: false } })?.kind).toBe('serial-not-listed');
    expect(scanned({ serial: { value: 'A1', listed: undefined } })?.kind).toBe('serial-unlisted');
    for (const view of [{ unknownLot: 'X9' }, { serial: { value: 'A1', listed: false } }]) {
      expect(JSON.stringify(scanned(view))).not.toMatch(/giả|hàng thật|chính hãng|xác thực|lừa/i);
    }
  });
});

describe('fields', () => {
  it('stand in the order of the rules, each with a value or none', () => {
    const made = page();
    expect(made.fields.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, place) => `circular-${place + 1}`));
    expect(made.passport.map(({ id }) => id)).toEqual(Array.from({ length: 8 }, (_, place) => `passport-${place + 1}`));
    for (const { parts } of [...made.fields, ...made.passport]) expect(parts.length).toBeGreaterThan(0);
  });

  it('leave out on the page of a pack what hangs on a lot', () => {
    const made = page({}, `/01/${GTIN}`);
    expect(made.fields.map(({ id }) => id)).toEqual([1, 2, 3, 4, 7, 8, 10].map((place) => `circular-${place}`));
    expect(made.passport.map(({ id }) => id)).toEqual([1, 2, 3, 5, 7, 8].map((place) => `passport-${place}`));
    expect(made.journey).toBeUndefined();
  });

  it('say what was declared, by whom and when', () => {
    const made = page({ product: { declaration: DECLARATION }, lot: { producedOn: '2026-10', useBy: '2027-10-01', quantity: 10 } });
    expect(said(made, 'circular-6')).toEqual(['tháng 10/2026', '', '']);
    expect(said(made, 'circular-7')).toEqual(['9524000000101', 'L-1']);
    expect(said(made, 'circular-9')).toEqual(['01/10/2027']);
    expect(said(made, 'circular-10')).toEqual(['TCCS 01:2026']);
    expect(said(made, 'passport-5')).toEqual(['Giấy an toàn thực phẩm 12/2026 | đến 31/01/2028']);
    expect(made.fields.find(({ id }) => id === 'circular-10')?.declared).toBe('HTX Thử khai báo 02/09/2026');
    expect(made.fields.find(({ id }) => id === 'circular-9')?.declared).toBe('Chủ thể thử khai báo 01/10/2026');
  });

  it('take the standard of the lot over that of the product', () => {
    expect(said(page({ product: { declaration: DECLARATION }, lot: { standard: 'TCCS 02:2026' } }), 'circular-10')).toEqual(['TCCS 02:2026']);
  });

  it('call a producer and an address unknown where no source names them', () => {
    const made = page({ product: { producer: undefined } });
    expect(said(made, 'circular-3')).toEqual(['true']);
    expect(said(made, 'circular-4')).toEqual(['true']);
  });

  it('hold no price, for no goods', () => {
    const made = page({ pack: { priceDong: 95000 } }, `/01/${GTIN}`);
    expect(JSON.stringify({ ...made, label: undefined })).not.toMatch(/95[.,]?000|₫/);
  });
});

describe('the journey', () => {
  const steps = [
    { kind: 'harvest', on: '2026-09-03', material: 'Cá cơm', kg: 120, households: 3, place: { commune: 'Xã Thử', province: 'Hà Tĩnh' } },
    { kind: 'processing', on: '2026-09-04', inputs: [{ material: 'Cá cơm', kg: 120 }, { material: 'Muối', kg: 2.5 }], outputKg: 40, note: { vi: 'Ủ chượp.' } },
    { kind: 'testing', on: '2026-10-01', laboratory: 'Phòng thử', by: 'Phòng thử', result: 'đạt' },
    { kind: 'shipping', on: '2026-11-01', to: 'Hà Nội', packs: 1200 },
  ];

  it('tells each step in its day, with what went in and what came out', () => {
    const journey = page({ lot: { steps } }).journey ?? [];
    expect(journey.map(({ day, label, balance }) => [day, label.text, balance?.words])).toEqual([
      ['03/09/2026', 'Thu hoạch', undefined],
      ['04/09/2026', 'Chế biến', '122,5\u00a0kg → 40\u00a0kg'],
      ['01/10/2026', 'Kiểm nghiệm', undefined],
      ['01/11/2026', 'Xuất kho', undefined],
    ]);
    expect(journey[0]?.facts.map(({ label, text, note }) => [label?.text, text, note].filter(Boolean).join(' '))).toEqual(['Nguyên liệu Cá cơm 120\u00a0kg', 'Số hộ tham gia 3', 'Nơi làm Xã Thử, Hà Tĩnh']);
    expect(journey[2]?.facts.map(({ text }) => text)).toEqual(['Phòng thử', 'đạt']);
    expect(journey[3]?.facts.map(({ text }) => text)).toEqual(['Hà Nội', '1.200']);
  });

  it('says in English that materials and notes are in Vietnamese', () => {
    const journey = page({ lot: { steps } }, LOT, 'en').journey ?? [];
    expect(journey[0]?.facts[0]).toMatchObject({ text: 'Cá cơm', lang: 'vi', note: '120\u00a0kg' });
    expect(journey[1]?.note).toEqual({ text: 'Ủ chượp.', lang: 'vi' });
  });
});

describe('languages', () => {
  it.each([['ko', 'ko'], ['zh', 'zh-Hans']] as const)('%s has its labels marked as such, all else in English', (language, lang) => {
    const made = page({ product: { declaration: DECLARATION }, lot: { packedOn: '2026-11-02' } }, LOT, language);
    for (const { label } of [...made.fields, ...made.passport]) expect(label.lang).toBe(lang);
    expect(made.text).toBe('en');
    expect(made.star.packing).toContain('while the star held');
    expect(said(made, 'passport-3')).toEqual(['Thu commune']);
  });

  it.each(TRACE_LANGUAGES)('%s has a text for every label', (language) => {
    const { label } = page({}, LOT, language);
    const keys = ['name', 'stages', 'useBy', 'headingCircular', 'headingJourney', 'purchase', 'certificateNumber'] as const;
    for (const key of keys) expect(label(key).text.trim()).not.toBe('');
  });

  it('marks no label on Vietnamese and English pages', () => {
    for (const language of ['vi', 'en'] as const) expect(page({}, LOT, language).fields[0]?.label).not.toHaveProperty('lang');
  });
});
