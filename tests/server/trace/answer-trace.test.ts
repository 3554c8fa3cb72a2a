import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Linkset } from '../../../src/trace/linkset/linkset.ts';
import { SITE_URL } from '../../publish/workbench.ts';
import { BROWSER, CODE, GTIN, startTraceSite, type TraceSite } from './trace-site.ts';

let site: TraceSite;
beforeAll(async () => {
  site = await startTraceSite();
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.stop();
});

const text = ({ body }: { body: Buffer }): string => body.toString('utf8');
const PACK = `/01/${GTIN}`;
const LINKSET = `<${SITE_URL}/data/linksets${PACK}.json>; rel="linkset"; type="application/linkset+json"`;

describe('a browser gets the page', () => {
  test.each([
    ['a pack', PACK, PACK],
    ['a lot', `${PACK}/10/L-7`, `${PACK}/10/L-7`],
    ['a pack by our own code', `/t/${CODE}`, `/t/${CODE}`],
    ['its lot', `/t/${CODE}/10/H-1`, `/t/${CODE}/10/H-1`],
    ['with data in the query', `${PACK}?17=261130&utm_source=x`, PACK],
    ['with a slash at the end', `${PACK}/`, PACK],
    ['in English', `${PACK}?lang=en`, `/en${PACK}`],
    ['in Korean', `${PACK}/10/L-7?17=261130&lang=ko`, `/ko${PACK}/10/L-7`],
    ['in Chinese', `/t/${CODE}?lang=zh`, `/zh/t/${CODE}`],
    ['in a language that there is not', `${PACK}?lang=de`, PACK],
    ['of a variant, which the register does not tell apart', `${PACK}/22/2A`, PACK],
    ['of a variant’s lot', `${PACK}/22/2A/10/L-7`, `${PACK}/10/L-7`],
    ['of a third party’s extension', `${PACK}/235/XYZ`, PACK],
  ])('%s', async (_what, path, page) => {
    const answer = await site.ask(path);
    expect(answer.status).toBe(200);
    expect(text(answer)).toContain(`<body>${page}/ `);
    expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'access-control-allow-origin': '*', vary: 'accept, accept-encoding' });
  });

  test('as any published file: compressed, with a validator, and without body for HEAD', async () => {
    const first = await site.ask(PACK, { ...BROWSER, 'accept-encoding': 'br' });
    expect([first.headers['content-encoding'], first.headers.link]).toEqual(['br', LINKSET]);
    const again = await site.ask(PACK, { ...BROWSER, 'accept-encoding': 'br', 'if-none-match': String(first.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const head = await site.ask(PACK, BROWSER, 'HEAD');
    expect([head.status, head.body.length, Number(head.headers['content-length']) > 0]).toEqual([200, 0, true]);
  });
});

describe('what is not in the register is answered by the wider page, which says so', () => {
  test.each([
    ['a lot', `${PACK}/10/KHONG-CO`, PACK, { unknownLot: 'KHONG-CO' }],
    ['a lot with an escaped slash', `${PACK}/10/A%2FB`, PACK, { unknownLot: 'A/B' }],
    ['a lot and its serial', `${PACK}/10/KHONG-CO/21/S1`, PACK, { unknownLot: 'KHONG-CO', serial: { value: 'S1' } }],
    ['a serial without lot', `${PACK}/21/S1`, PACK, { serial: { value: 'S1' } }],
    ['a serial of a known lot that was issued', `${PACK}/10/L-7/21/A1B2C3`, `${PACK}/10/L-7`, { serial: { value: 'A1B2C3', listed: true } }],
    ['a serial of a known lot that was not', `${PACK}/10/L-7/21/A1B2C4`, `${PACK}/10/L-7`, { serial: { value: 'A1B2C4', listed: false } }],
    ['a serial of a lot without a list', `/t/${CODE}/10/H-1/21/A1`, `/t/${CODE}/10/H-1`, { serial: { value: 'A1' } }],
    ['a lot of another pack', `${PACK}/10/H-1`, PACK, { unknownLot: 'H-1' }],
  ])('%s', async (_what, path, page, scanned) => {
    const answer = await site.ask(path);
    expect([answer.status, text(answer)]).toEqual([200, `${page}/ ${JSON.stringify({ scanned })}`]);
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'no-cache', vary: 'accept, accept-encoding' });
    expect(answer.headers.link).toContain('rel="linkset"');
  });

  test('in the reader’s language, too', async () => {
    expect(text(await site.ask(`${PACK}/10/KHONG-CO?lang=en`))).toContain(`/en${PACK}/ {"scanned"`);
  });

  test('where nothing can be made on demand the wider page comes as it is', async () => {
    const bare = await startTraceSite({ app: false });
    const answer = await bare.ask(`${PACK}/10/KHONG-CO`);
    expect([answer.status, text(answer).includes(`<body>${PACK}/ `)]).toEqual([200, true]);
    const refused = await bare.ask('/01/09521234567890');
    expect([refused.status, refused.headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8']);
    await bare.stop();
  });
});

describe('another spelling leads to the address that is printed', () => {
  test.each([
    ['13 digits', `/01/${GTIN.slice(1)}?17=261130&x=%2f`, `${PACK}?17=261130&x=%2f`],
    ['an escape that is none', '/01/%30' + GTIN.slice(1), PACK],
    ['lower case and look-alikes', `/t/${CODE.toLowerCase().replace('0', 'o')}/10/H-1`, `/t/${CODE}/10/H-1`],
    ['with a dash', `/t/${CODE.slice(0, 5)}-${CODE.slice(5)}`, `/t/${CODE}`],
    ['capitals, which make smaller symbols', `/T/${CODE}`, `/t/${CODE}`],
    ['a stem that looks like a key', `/01/09520000000004/01/${GTIN}`, PACK],
  ])('%s', async (_what, path, target) => {
    const { status, headers } = await site.ask(path);
    expect([status, headers.location, headers['access-control-allow-origin']]).toEqual([301, target, '*']);
  });
});

describe('links', () => {
  test.each([
    ['the product page', 'gs1:pip', '17=261130&x=a%2Fb+c', `${SITE_URL}/san-pham/mam/?linkType=gs1:pip&17=261130&x=a%2Fb+c`],
    ['by its whole address', 'https://gs1.org/voc/pip', '', `${SITE_URL}/san-pham/mam/?linkType=https://gs1.org/voc/pip`],
    ['in the language of the query', 'gs1:pip', 'lang=en', `${SITE_URL}/en/products/mam/?linkType=gs1:pip&lang=en`],
    ['the certificate', 'gs1:certificationInfo', '', `${SITE_URL}/chung-nhan/mam--2394/?linkType=gs1:certificationInfo`],
    ['to the page itself, without asking again', 'gs1:traceability', '17=261130', `${SITE_URL}${PACK}?17=261130`],
    ['to the page itself by default', 'gs1:defaultLink', '', `${SITE_URL}${PACK}`],
    ['to the page itself in another language', 'gs1:traceability', 'lang=ko&17=261130', `${SITE_URL}${PACK}?lang=ko&17=261130`],
  ])('%s', async (_what, linkType, rest, target) => {
    const { status, headers } = await site.ask(`${PACK}?linkType=${linkType}${rest === '' ? '' : `&${rest}`}`, {});
    expect([status, headers.location]).toEqual([307, target]);
    expect(headers).toMatchObject({ link: LINKSET, 'access-control-allow-origin': '*', vary: 'accept, accept-language' });
  });

  test('in the first language of the reader that there is', async () => {
    const { headers } = await site.ask(`${PACK}?linkType=gs1:pip`, { 'accept-language': 'de, en-GB;q=0.9, vi;q=0.5' });
    expect(headers.location).toBe(`${SITE_URL}/en/products/mam/?linkType=gs1:pip`);
  });

  test('of a lot: its journey, and what only the pack has', async () => {
    const epcis = await site.ask(`${PACK}/10/L-7?linkType=gs1:epcis`, {});
    expect([epcis.status, epcis.headers.location]).toEqual([307, `${SITE_URL}/data/epcis${PACK}/10/L-7.jsonld?linkType=gs1:epcis`]);
    expect((await site.ask(`${PACK}/10/L-7?linkType=gs1:pip`, {})).headers.location).toBe(`${SITE_URL}/san-pham/mam/?linkType=gs1:pip`);
    expect((await site.ask(`/data/epcis${PACK}/10/L-7.jsonld`, {})).headers['content-type']).toBe('application/ld+json');
  });

  test.each(['gs1:hasRetailers', 'gs1:recallStatus', 'gs1:epcis', 'schema:image', 'pip', 'gs1:'])('404 for %s, of which there is none', async (linkType) => {
    expect((await site.ask(`${PACK}?linkType=${linkType}`, {})).status).toBe(404);
  });

  test.each([
    ['asked for in the query', `${PACK}?linkType=linkset`, {}],
    ['asked for by its type', PACK, { accept: 'application/linkset+json' }],
    ['rather than the page', PACK, { accept: 'text/html;q=0.5, application/linkset+json' }],
    ['by a serial that is not known', `${PACK}/21/S1`, { accept: 'application/linkset+json' }],
    ['by a lot that is not known', `${PACK}/10/KHONG-CO?linkType=linkset`, {}],
  ])('all of them, %s', async (_what, path, headers: Record<string, string>) => {
    const answer = await site.ask(path, headers);
    expect([answer.status, answer.headers['content-type'], answer.headers['access-control-allow-origin']]).toEqual([200, 'application/linkset+json', '*']);
    expect(answer.headers.vary).toContain('accept');
    const { linkset } = JSON.parse(text(answer)) as Linkset;
    expect(linkset.map(({ anchor }) => anchor)).toEqual([SITE_URL + PACK]);
  });

  test('of a lot and its pack, the narrowest first', async () => {
    const { linkset } = JSON.parse(text(await site.ask(`${PACK}/10/L-7/21/X?linkType=linkset`, {}))) as Linkset;
    expect(linkset.map(({ anchor }) => anchor)).toEqual([`${SITE_URL}${PACK}/10/L-7`, SITE_URL + PACK]);
  });

  test('a browser that refuses them, or names them last, gets the page', async () => {
    for (const accept of ['text/html, application/linkset+json;q=0.5', 'application/linkset+json;q=0, text/html', '*/*']) {
      expect((await site.ask(PACK, { accept })).headers['content-type']).toBe('text/html; charset=utf-8');
    }
  });
});

describe('a code that is none', () => {
  test.each([
    ['a wrong check digit', '/01/09521234567890', 'check-digit'],
    ['a wrong order', `${PACK}/21/S1/10/L-7`, 'qualifier-order'],
    ['no identifier', `${PACK}/foo`, 'unpaired'],
    ['not enough digits', '/01/123', 'gtin-length'],
    ['a broken escape', `${PACK}/10/%2`, 'percent-encoding'],
    ['an identifier that does not exist', `${PACK}?9999=1`, 'unknown-ai'],
    ['a lot in the query', `${PACK}?10=L-7`, 'path-only'],
    ['a mistyped code of ours', `/t/${CODE.slice(0, 9)}A`, 'code-check'],
    ['nothing', '/01/', 'no-key'],
  ])('400 for %s, with the reason', async (_what, path, fault) => {
    const problem = await site.ask(path, { accept: '*/*' });
    expect([problem.status, problem.headers['content-type'], problem.headers['access-control-allow-origin']]).toEqual([400, 'application/problem+json; charset=utf-8', '*']);
    expect(JSON.parse(text(problem))).toMatchObject({ type: `urn:ocop:problem:${fault}`, status: 400 });
    const page = await site.ask(path);
    expect([problem.headers.vary, page.headers.vary]).toEqual(['accept', 'accept, accept-encoding']);
    expect([page.status, text(page).startsWith('/ma-khong-doc-duoc/ {"wrongCode":{"status":400,"message":{"vi":"')]).toEqual([400, true]);
  });

  test('404 for a sound one that no pack carries', async () => {
    const problem = await site.ask('/01/09520000000004', {});
    expect([problem.status, JSON.parse(text(problem))]).toEqual([404, expect.objectContaining({ type: 'urn:ocop:problem:unknown-code', status: 404 })]);
    const page = await site.ask('/01/09520000000004?lang=en');
    expect([page.status, text(page)]).toEqual([404, '/en/wrong-code/ {"wrongCode":{"status":404}}']);
    expect((await site.ask('/t/XRG8CCBCC3', {})).status).toBe(404);
  });

  test('a page of the site whose address only begins alike is none of them', async () => {
    expect((await site.ask('/tinh/ha-tinh/')).status).toBe(200);
    expect((await site.ask('/t')).headers['content-type']).toContain('text/html');
  });
});

describe('methods', () => {
  test('OPTIONS says what may be asked, whatever the code', async () => {
    for (const path of [PACK, '/01/x', `/t/${CODE}`]) {
      const { status, headers, body } = await site.ask(path, { origin: 'https://khac.example', 'access-control-request-method': 'GET' }, 'OPTIONS');
      expect([status, body.length]).toEqual([204, 0]);
      expect(headers).toMatchObject({ allow: 'GET, HEAD, OPTIONS', 'access-control-allow-methods': 'GET, HEAD, OPTIONS', 'access-control-allow-origin': '*' });
    }
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('405 for %s', async (method) => {
    const { status, headers } = await site.ask(PACK, {}, method);
    expect([status, headers.allow, headers['access-control-allow-origin']]).toEqual([405, 'GET, HEAD, OPTIONS', '*']);
  });

  test.each(['/01/09521234567890', '/01/09520000000004', `${PACK}/10/KHONG-CO`, `${PACK}?linkType=linkset`, `${PACK}?linkType=gs1:pip`])('HEAD of %s is GET without the body', async (path) => {
    const [head, get] = [await site.ask(path, BROWSER, 'HEAD'), await site.ask(path)];
    expect(head.body.length).toBe(0);
    const { date: _head, ...ofHead } = head.headers;
    const { date: _get, ...ofGet } = get.headers;
    expect([head.status, ofHead]).toEqual([get.status, ofGet]);
  });
});

test('an address that is too long is 414, and none makes the server fail', async () => {
  expect((await site.ask(`${PACK}?x=${'y'.repeat(2_100)}`, {})).status).toBe(414);
  for (const path of ['/01/%', '/01/..', '/t/%FF%FE', '/01/%2F%2F', `${PACK}?lang=%`, `${PACK}?linkType=%`, '/T/', '/01//01//', `${PACK}/10/..`]) {
    expect((await site.ask(path)).status, path).toBeLessThan(500);
  }
});

test('whatever is asked, the server answers and finds no fault in itself', async () => {
  const segment = fc.oneof(fc.constantFrom('01', 't', 'T', '10', '21', '22', '235', GTIN, GTIN.slice(1), CODE, 'L-7', 'A1B2C3', '', '..', '%2F', '%', '%00', '%FF'), fc.stringMatching(/^[!$-;=?-Z_a-z~]{0,12}$/));
  const query = fc.array(fc.tuple(fc.constantFrom('lang', 'linkType', '17', '10', '9999', 'x', ''), fc.stringMatching(/^[!$-%'-:=?-Z_a-z~]{0,8}$/)), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('/01/', '/t/', '/T/'), fc.array(segment, { maxLength: 7 }), query, fc.constantFrom(BROWSER, {}, { accept: 'application/linkset+json' }), async (start, segments, pairs, headers: Record<string, string>) => {
      const path = `${start}${segments.join('/')}?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`;
      const { status } = await site.ask(path, headers);
      expect([200, 301, 307, 400, 404]).toContain(status);
    }),
    { numRuns: 400 },
  );
});
