import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerKept, LONG_PATIENCE_MS, PATIENCE_MS, type KeptParts } from '../../src/browser/answer-kept.ts';
import { keep, keptOn } from '../../src/browser/kept-cache.ts';
import { refreshTables } from '../../src/browser/kept-tables.ts';
import { packTables } from '../../src/publish/feeds/pack-table.ts';
import { packTableIndex } from '../../src/publish/feeds/pack-table-index.ts';
import { packTableIndexPath, packTablePath } from '../../src/paths.ts';
import { certificate, product, smallCatalogue } from '../publish/small-catalogue.ts';
import { FakeCache, ORIGIN } from './fake-cache.ts';

const NOW = Date.parse('2026-11-22T05:00:00Z');
const PACK = '/01/09524000000101';
const html = (text: string): string => `<!doctype html><html lang="vi"><body><p id="kept" hidden>Bản lưu ngày <b data-kept-day></b>.<span data-kept-wider hidden> Trang chung.</span></p>${text}</body></html>`;
const page = (text: string, status = 200): Response => new Response(html(text), { status, headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' } });

let net: Record<string, () => Response | Promise<Response>>;
let asked: string[];
let tables: FakeCache;
let pages: FakeCache;
let waits: { milliseconds: number; end: () => void }[];
let now: number;
let parts: KeptParts;
const behind: Promise<unknown>[] = [];

beforeEach(() => {
  [net, asked, tables, pages, waits, now] = [{}, [], new FakeCache(), new FakeCache(), [], NOW];
  parts = { pages: pages.asCache(), tables: tables.asCache(), now: () => now, wait: (milliseconds) => new Promise((end) => waits.push({ milliseconds, end })) };
  vi.stubGlobal('fetch', async (request: Request | string) => {
    const path = (typeof request === 'string' ? request : request.url).replace(ORIGIN, '');
    asked.push(path);
    const answer = net[path];
    if (answer === undefined) throw new TypeError('no network');
    return answer();
  });
});
afterEach(async () => {
  await Promise.all(behind.splice(0));
  vi.unstubAllGlobals();
});

const open = (path: string): Promise<Response> => answerKept(parts, new Request(ORIGIN + path), (work) => void behind.push(work));
const textOf = async (path: string): Promise<string> => (await open(path)).text();
/** Lets everything run that waits for nothing but itself. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('a trace page', () => {
  test('comes from the network, as it is, and is kept', async () => {
    net[PACK] = () => page('mới');
    expect(await textOf(PACK)).toBe(html('mới'));
    net = {};
    const copy = await textOf(PACK);
    expect(copy).toContain('<p id="kept">Bản lưu ngày <b>22/11/2026</b>.<span data-kept-wider hidden>');
    expect((await open(PACK)).headers.get('content-encoding')).toBeNull();
  });

  test('that is slow is answered by its copy after a moment, and renewed behind it', async () => {
    net[PACK] = () => page('cũ');
    await open(PACK);
    let arrive: (answer: Response) => void = () => undefined;
    net[PACK] = () => new Promise((resolve) => (arrive = resolve));
    waits = [];
    const answer = open(PACK);
    await settle();
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([PATIENCE_MS]);
    waits[0]?.end();
    expect(await (await answer).text()).toContain('cũ');
    arrive(page('mới'));
    await Promise.all(behind);
    net = {};
    expect(await textOf(PACK)).toContain('mới');
  });

  test('that the site cannot make just now is answered by its copy, too', async () => {
    net[PACK] = () => page('tốt');
    await open(PACK);
    net[PACK] = () => page('hỏng', 502);
    expect(await textOf(PACK)).toContain('tốt');
    expect(await textOf(PACK)).toContain('tốt');
  });

  test('that is gone is gone, whatever is kept', async () => {
    net[PACK] = () => page('có');
    await open(PACK);
    net[PACK] = () => page('không còn', 404);
    expect((await open(PACK)).status).toBe(404);
  });

  test('in another language is another page', async () => {
    net[PACK] = () => page('tiếng Việt');
    net[`${PACK}?lang=en`] = () => page('English');
    await open(PACK);
    await open(`${PACK}?lang=en`);
    net = {};
    expect([await textOf(`${PACK}?17=261130`), await textOf(`${PACK}?lang=en&17=261130`)]).toEqual([expect.stringContaining('tiếng Việt'), expect.stringContaining('English')]);
  });

  test('of a lot that is not kept is answered by its pack’s, which says so', async () => {
    net[PACK] = () => page('quy cách');
    await open(PACK);
    net = {};
    for (const path of [`${PACK}/10/L-7`, `${PACK}/10/L-7/21/S1`]) expect(await textOf(path)).toMatch(/<p id="kept">.*<span data-kept-wider> Trang chung\..*quy cách/);
  });

  test('that is no page, or came by a detour, is not kept', async () => {
    net[PACK] = () => new Response('{}', { headers: { 'content-type': 'application/json' } });
    await open(PACK);
    net[`${PACK}/10/X`] = () => Object.defineProperty(page('nơi khác'), 'redirected', { value: true });
    await open(`${PACK}/10/X`);
    expect(await pages.keys()).toEqual([]);
  });

  test('of which nothing is kept fails as any page does without a network', async () => {
    expect((await open(PACK)).type).toBe('error');
  });
});

describe('the table of packs', () => {
  const mam = product('mam', { name: 'Nước mắm <A>', packs: [{ sku: 'm', label: 'Chai', gtin: '9524000000101', coveredByDecision: 'yes' }] });
  const publish = (catalogue = smallCatalogue({ products: [mam] })): void => {
    net[packTableIndexPath] = () => Response.json(packTableIndex({ catalogue, asOf: '2026-11-22' }));
    for (const [name, text] of packTables(catalogue, '2026-11-22')) net[packTablePath(name)] = () => new Response(text);
  };
  const refresh = (): Promise<boolean> => refreshTables(tables.asCache(), () => now);

  test('answers for a pack that was never opened, for the day of viewing', async () => {
    publish();
    await refresh();
    net = {};
    now = Date.parse('2026-11-25T05:00:00Z');
    const answer = await open(PACK);
    const text = await answer.text();
    expect(text).toContain('Theo bản lưu ngày 22/11/2026');
    expect(text).toContain('<h1>Nước mắm &lt;A&gt;</h1>');
    expect(text).toContain('4 sao OCOP');
    expect(text).toContain('Còn hiệu lực đến hết ngày 15/10/2027.');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]+=';/);
    expect(await textOf(`${PACK}?lang=en`)).toContain('Valid through 15 October 2027.');
  });

  test('never says valid after the last day, by whatever copy', async () => {
    publish();
    await refresh();
    net = {};
    now = Date.parse('2027-10-15T16:59:00Z');
    expect(await textOf(PACK)).toContain('class="star expiring"');
    now = Date.parse('2027-10-15T17:00:00Z');
    const text = await textOf(PACK);
    expect(text).toContain('Sao OCOP hết hiệu lực từ 16/10/2027.');
    expect(text).not.toMatch(/còn hiệu lực/i);
  });

  test.each([
    ['a revoked star', { revokedOn: '2026-05-01' }, 'Bị thu hồi từ 01/05/2026.'],
    ['one without a date', { grantedOn: undefined, validUntil: undefined }, 'chưa xác nhận được hiệu lực'],
    ['one whose stars nobody read', { stars: undefined }, 'Chưa rõ hạng sao OCOP'],
  ])('says what is known of %s', async (_what, more, words) => {
    publish(smallCatalogue({ products: [mam], certificates: [certificate('mam', more)] }));
    await refresh();
    net = {};
    expect(await textOf(PACK)).toContain(words);
  });

  test('says that it knows nothing of a code that is not in it', async () => {
    publish();
    await refresh();
    net = {};
    expect(await textOf('/t/0S4GG9R83C')).toContain('Máy này chưa lưu thông tin của mã vừa quét.');
  });

  test('waits longer for a page that only it could answer', async () => {
    publish();
    await refresh();
    net[PACK] = () => new Promise<Response>(() => undefined);
    const answer = answerKept(parts, new Request(ORIGIN + PACK), () => undefined);
    await settle();
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([LONG_PATIENCE_MS]);
    waits[0]?.end();
    expect(await (await answer).text()).toContain('Theo bản lưu ngày');
  });

  test('is asked for once a day, and only for the parts that changed', async () => {
    const goods = Array.from({ length: 900 }, (_, n) => product(`h-${n}`, { packs: [{ sku: `h-${n}`, label: 'Gói', gtin: String(9_524_000_000_000 + n), coveredByDecision: 'yes' }] }));
    publish(smallCatalogue({ products: goods }));
    await refresh();
    asked = [];
    await refresh();
    expect(asked).toEqual([]);
    now += 86_400_000;
    publish(smallCatalogue({ products: goods.map((one, n) => (n === 3 ? { ...one, name: 'Tên khác' } : one)) }));
    await refresh();
    expect(asked.filter((path) => path.startsWith('/data/packs/') && path !== packTableIndexPath)).toHaveLength(1);
  });

  test('that is cut anew loses its old parts', async () => {
    publish();
    await refresh();
    const goods = Array.from({ length: 900 }, (_, n) => product(`h-${n}`, { packs: [{ sku: `h-${n}`, label: 'Gói', gtin: String(9_524_000_000_000 + n), coveredByDecision: 'yes' }] }));
    now += 86_400_000;
    publish(smallCatalogue({ products: goods }));
    await refresh();
    const kept = (await tables.keys()).map(({ url }) => url.slice(ORIGIN.length)).sort();
    expect(kept).toEqual([...['4-00', '4-01', '4-02', '4-03'].map(packTablePath), packTableIndexPath].sort());
  });

  test('of which a part does not come stays as it was', async () => {
    publish();
    await refresh();
    now += 86_400_000;
    publish(smallCatalogue({ products: [{ ...mam, name: 'Tên khác' }] }));
    net[packTablePath('1-00')] = () => new Response('', { status: 503 });
    await expect(refresh()).rejects.toThrow('503');
    net = {};
    expect(await textOf(PACK)).toContain('Nước mắm');
  });

  test('that is too large for a phone is not fetched', async () => {
    publish();
    net[packTableIndexPath] = () => Response.json({ packs: 60_001, parts: { '1-00': 'x' }, words: {} });
    await refresh();
    expect(asked).not.toContain(packTablePath('1-00'));
  });
});

describe('room', () => {
  test('the oldest go beyond the most that is kept', async () => {
    for (let n = 0; n < 5; n += 1) await keep(pages.asCache(), `/t/${n}`, page('x'), 3, NOW);
    expect((await pages.keys()).map(({ url }) => url)).toEqual([2, 3, 4].map((n) => `${ORIGIN}/t/${n}`));
  });

  test('a device without room loses half of what is kept, not the newest', async () => {
    const full = new FakeCache(4);
    for (let n = 0; n < 5; n += 1) await keep(full.asCache(), `/t/${n}`, page('x'), 60, NOW);
    expect((await full.keys()).map(({ url }) => url)).toEqual([2, 3, 4].map((n) => `${ORIGIN}/t/${n}`));
    const none = new FakeCache(0);
    await keep(none.asCache(), '/t/1', page('x'), 60, NOW);
    expect(await none.keys()).toEqual([]);
  });

  test('a page that is opened again counts as new, and says on what day in Việt Nam', async () => {
    for (const key of ['/t/1', '/t/2', '/t/1']) await keep(pages.asCache(), key, page('x'), 60, Date.parse('2026-11-22T17:00:00Z'));
    expect((await pages.keys()).map(({ url }) => url.slice(ORIGIN.length))).toEqual(['/t/2', '/t/1']);
    expect(keptOn((await pages.match('/t/1')) as Response)).toBe('2026-11-23');
  });
});
