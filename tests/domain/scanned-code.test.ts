import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gtinOrigin } from '../../src/domain/gtin-origin.ts';
import { packPath } from '../../src/domain/pack-address.ts';
import { bestScanned, readScanned } from '../../src/domain/scanned-code.ts';
import { newTraceCode, spacedTraceCode } from '../../src/domain/trace-code.ts';

const HOST = 'ocop.example';
const GTIN = '09521234567899';
const CODE = newTraceCode(Uint8Array.from({ length: 9 }, (_, at) => at * 7 + 3));
const read = (text: string) => readScanned(text, HOST);

describe('what is ours leads to its pack', () => {
  test.each([
    ['our address', `https://ocop.example/01/${GTIN}`, `/01/${GTIN}`],
    ['in capitals', `HTTPS://OCOP.EXAMPLE/01/${GTIN}/10/L-1`, `/01/${GTIN}/10/L-1`],
    ['with lot and serial', `https://ocop.example/01/${GTIN}/10/L-1/21/A1`, `/01/${GTIN}/10/L-1/21/A1`],
    ['with its query, which the page does not need', `https://ocop.example/01/${GTIN}?17=271001&utm=x`, `/01/${GTIN}`],
    ['a GTIN-13 in it', 'https://ocop.example/01/9521234567899', `/01/${GTIN}`],
    ['a bare path', `/01/${GTIN}/10/L-1`, `/01/${GTIN}/10/L-1`],
    ['the domain typed without its scheme', `ocop.example/t/${CODE}`, `/t/${CODE}`],
    ['a trace code', CODE, `/t/${CODE}`],
    ['a trace code as printed', spacedTraceCode(CODE), `/t/${CODE}`],
    ['a trace code in lower case with blanks', ` ${CODE.toLowerCase().slice(0, 4)} ${CODE.toLowerCase().slice(4)} `, `/t/${CODE}`],
    ['a trace address in capitals', `HTTPS://OCOP.EXAMPLE/T/${CODE}/10/L-1`, `/t/${CODE}/10/L-1`],
  ])('%s', (_, text, path) => {
    expect(read(text)).toMatchObject({ kind: 'pack', path });
  });
});

test('letters that look like digits are tolerated in a trace code', () => {
  const code = newTraceCode(Uint8Array.from([0, 1, 0, 1, 10, 11, 12, 13, 14]));
  expect(read(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toMatchObject({ kind: 'pack', traceCode: code });
});

test.each([
  ['EAN-13', '9521234567899', GTIN],
  ['EAN-13 typed in groups', '9 521234 567899', GTIN],
  ['14 digits', GTIN, GTIN],
  ['EAN-8', '96385074', '00000096385074'],
  ['UPC-A', '036000291452', '00036000291452'],
  ['GS1 data with brackets', `(01)${GTIN}(10)L-1`, GTIN],
  ['GS1 data of a DataMatrix', `]d2\u001d01${GTIN}`, GTIN],
])('a number is a number: %s', (_, text, gtin14) => {
  expect(read(text)).toMatchObject({ kind: 'gtin', gtin14 });
});

describe('what is not ours is never opened', () => {
  test.each([
    ['a product address elsewhere', `https://id.gs1.org/01/${GTIN}`, { kind: 'foreign-pack', host: 'id.gs1.org', gtin14: GTIN }],
    ['our trace code elsewhere', `https://ocop-example.vn/t/${CODE}`, { kind: 'foreign-link', host: 'ocop-example.vn' }],
    ['our name as a passphrase', `https://ocop.example@evil.example/01/${GTIN}`, { kind: 'foreign-link', host: 'evil.example' }],
    ['our name as a subdomain', `https://ocop.example.evil.example/01/${GTIN}`, { kind: 'foreign-pack', host: 'ocop.example.evil.example' }],
    ['our name with another port', `https://ocop.example:8443/01/${GTIN}`, { kind: 'foreign-pack', host: 'ocop.example:8443' }],
    ['a script', 'javascript:alert(1)', { kind: 'other' }],
    ['a path that is another host', '//evil.example/x', { kind: 'other' }],
    ['a path with a backslash', '/\\evil.example', { kind: 'other' }],
    ['dot segments that leave two slashes', '/.//evil.example', { kind: 'other' }],
    ['the same on our host', 'https://ocop.example/.//evil.example', { kind: 'other' }],
    ['two slashes on our host', 'https://ocop.example//evil.example/x', { kind: 'other' }],
    ['a wireless network', 'WIFI:T:WPA;S:quan;P:12345678;;', { kind: 'other' }],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });
});

test.each([
  ['a wrong check digit', '9521234567890', 'số kiểm tra'],
  ['eleven digits', '95212345678', '14 chữ số'],
  ['a mistyped trace code', `${CODE.slice(0, -1)}${CODE.endsWith('0') ? '1' : '0'}`, 'gõ sai'],
  ['a wrong address of ours', 'https://ocop.example/01/123', 'chữ số'],
  ['a wrong order in the path', `/01/${GTIN}/21/A/10/L`, 'thứ tự'],
])('%s says what is wrong', (_, text, words) => {
  const found = read(text);
  expect(found.kind === 'faulty' ? found.message.vi : found).toContain(words);
});

test.each(['', '   ', '\n'])('%j is nothing', (text) => expect(read(text)).toEqual({ kind: 'nothing' }));
test.each(['Nước mắm', 'mat ong rung', 'ca phe sach', 'bot nghe ab'])('%s is a name', (text) => expect(read(text)).toEqual({ kind: 'other', text }));
test('another page of ours is itself', () => expect(read('https://ocop.example/san-pham/mam/?a=1#b')).toEqual({ kind: 'own-page', path: '/san-pham/mam/?a=1' }));

test('of several codes in one picture ours comes first, then bars', () => {
  expect(bestScanned(['https://shop.example/x', '9521234567899', `https://ocop.example/t/${CODE}`], HOST)).toMatchObject({ kind: 'pack' });
  expect(bestScanned(['https://shop.example/x', '9521234567899'], HOST)).toMatchObject({ kind: 'gtin' });
  expect(bestScanned([], HOST)).toEqual({ kind: 'nothing' });
});

test('any text is read without a throw, and opens no other host', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true }), fc.string().map((rest) => `https://ocop.example/${rest}`), fc.string().map((rest) => `/${rest}`));
  fc.assert(
    fc.property(text, (scanned) => {
      const found = read(scanned);
      if (found.kind !== 'pack' && found.kind !== 'own-page') return;
      expect(new URL(found.path, 'https://ocop.example').host).toBe('ocop.example');
    }),
    { numRuns: 2_000 },
  );
});

test('every address that we print is read as the pack it names', () => {
  const issued = fc.stringMatching(/^[A-Z0-9]{1,8}(-[A-Z0-9]{1,8})?$/);
  fc.assert(
    fc.property(fc.constantFrom({ gtin14: GTIN }, { code: CODE }), fc.option(issued, { nil: undefined }), fc.option(issued, { nil: undefined }), fc.boolean(), (pack, lot, serial, capitals) => {
      const path = packPath({ ...pack, ...(lot !== undefined && { lot }), ...(serial !== undefined && { serial }) });
      const address = `https://${HOST}${path}`;
      expect(read(capitals ? address.toUpperCase() : address)).toMatchObject({ kind: 'pack', path });
    }),
  );
});

test.each([
  ['893', 'vietnam'],
  ['952', 'demonstration'],
  ['020', 'in-store'],
  ['200', 'in-store'],
  ['299', 'in-store'],
  ['978', 'book'],
  ['690', 'abroad'],
  ['000', 'abroad'],
] as const)('prefix %s: %s', (prefix, origin) => expect(gtinOrigin(prefix)).toBe(origin));
