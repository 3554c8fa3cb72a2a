import { describe, expect, it } from 'vitest';
import { parseDigitalLink } from '../../src/domain/digital-link.ts';
import { levelsOf } from '../../src/domain/pack-level.ts';

const GTIN = '09521234567899';
const ACCENTED = 'https://x.vn/01/09521234567899/10/lô';

describe('A Digital Link', () => {
  it.each([
    ['a path of ours', `/01/${GTIN}`],
    ['https', `https://ocop.example/01/${GTIN}`],
    ['http', `http://ocop.example/01/${GTIN}`],
    ['a scheme all in capitals', `HTTPS://OCOP.EXAMPLE/01/${GTIN}`],
    ['http in capitals', `HTTP://OCOP.EXAMPLE/01/${GTIN}`],
    ['a port', `https://ocop.example:8443/01/${GTIN}`],
    ['an IPv4 address', `https://192.0.2.7/01/${GTIN}`],
    ['an IPv6 address', `https://[2001:db8::7]/01/${GTIN}`],
    ['a punycode domain', `https://xn--tra-8na.example/01/${GTIN}`],
    ['a domain that ends with a dot', `https://ocop.example./01/${GTIN}`],
    ['a stem', `https://ocop.example/qr/01/${GTIN}`],
    ['a stem of several parts', `https://ocop.example/a/b/c/01/${GTIN}`],
    ['a stem that looks like a key', `https://ocop.example/00/faux/01/${GTIN}`],
    ['a stem that looks like the same key', `https://ocop.example/01/faux/01/${GTIN}`],
    ['a stem with Vietnamese letters, encoded', `https://ocop.example/s%E1%BA%A3n/01/${GTIN}`],
    ['a slash at the end', `/01/${GTIN}/`],
    ['an empty query', `/01/${GTIN}?`],
    ['an empty fragment', `/01/${GTIN}#`],
    ['a fragment, which is no data', `/01/${GTIN}#/10/L7?17=000000`],
    ['a query after the slash', `/01/${GTIN}/?utm=1`],
    ['13 digits', '/01/9521234567899'],
  ])('with %s names the pack', (_, text) => {
    expect(parseDigitalLink(text)).toMatchObject({ kind: 'gtin', gtin14: GTIN, path: `/01/${GTIN}`, attributes: {} });
  });

  it.each([
    ['96385074', '00000096385074'],
    ['036000291452', '00036000291452'],
    ['9521234567899', GTIN],
    ['19521234567896', '19521234567896'],
    ['%30%39521234567899', GTIN],
  ])('with the GTIN %s names %s', (digits, gtin14) => {
    expect(parseDigitalLink(`/01/${digits}`)).toMatchObject({ gtin14, path: `/01/${gtin14}` });
  });

  it.each([
    ['/22/2A', { cpv: '2A' }],
    ['/10/ABC123', { lot: 'ABC123' }],
    ['/21/12345', { serial: '12345' }],
    ['/22/2A/10/L7', { cpv: '2A', lot: 'L7' }],
    ['/22/2A/21/S9', { cpv: '2A', serial: 'S9' }],
    ['/10/L7/21/S9', { lot: 'L7', serial: 'S9' }],
    ['/22/2A/10/L7/21/S9', { cpv: '2A', lot: 'L7', serial: 'S9' }],
    ['/22/2A/10/L7/21/S9/', { cpv: '2A', lot: 'L7', serial: 'S9' }],
    ['/235/TPX-1', { tpx: 'TPX-1' }],
    // Values that look like identifiers stay values: pairs are counted from the right.
    ['/10/01/21/10', { lot: '01', serial: '10' }],
  ])('with %s has its qualifiers', (rest, qualifiers) => {
    expect(parseDigitalLink(`/01/${GTIN}${rest}`)).toMatchObject({ gtin14: GTIN, ...qualifiers });
  });

  it('keeps the host as written and gives the path on our own domain', () => {
    expect(parseDigitalLink(`HTTPS://Shop.Example:81/a/01/9521234567899/10/a%2fb?17=261130`)).toEqual({
      kind: 'gtin',
      gtin14: GTIN,
      lot: 'a/b',
      host: 'Shop.Example:81',
      path: `/01/${GTIN}/10/a%2Fb`,
      attributes: { '17': '261130' },
      ignored: [],
    });
    expect(parseDigitalLink(`/01/${GTIN}`)).toMatchObject({ host: undefined });
  });
});

describe('The address', () => {
  it.each([
    ['', 'scheme', 'scheme'],
    [`01/${GTIN}`, 'scheme', 'scheme'],
    [`ocop.example/01/${GTIN}`, 'scheme', 'scheme'],
    [`Https://ocop.example/01/${GTIN}`, 'scheme', 'scheme'],
    [`HttpS://ocop.example/01/${GTIN}`, 'scheme', 'scheme'],
    [`ftp://ocop.example/01/${GTIN}`, 'scheme', 'scheme'],
    [`javascript:/01/${GTIN}`, 'scheme', 'scheme'],
    ['https://', 'host', 'host'],
    [`https:///01/${GTIN}`, 'host', 'host'],
    [`https://ocop.example@evil.example/01/${GTIN}`, 'host', 'host'],
    [`https://ocop_example/01/${GTIN}`, 'host', 'host'],
    [`https://ocop.example?x=/01/${GTIN}`, 'host', 'host'],
    [`https://[fe80::1%25eth0]/01/${GTIN}`, 'host', 'host'],
    ['https://ocop.example', 'no-key', 'path'],
    ['https://ocop.example/', 'no-key', 'path'],
    ['/', 'no-key', 'path'],
    ['/san-pham/nuoc-mam-phu-sang/', 'no-key', 'path'],
    ['/01', 'no-key', 'path'],
    [`/gtin/${GTIN}`, 'no-key', 'path'],
    [`/01/${GTIN}/lot/L7`, 'no-key', 'path'],
    [`/%30%31/${GTIN}`, 'no-key', 'path'],
    ['/00/395212345678901234', 'other-key', '00'],
    [`/01/${GTIN}/414/9521234567899`, 'other-key', '414'],
    [`/8006/${GTIN}0102`, 'other-key', '8006'],
    [`/01/${GTIN}/89/X`, 'unknown-ai', '89'],
    [`/01/${GTIN}/7/X`, 'unknown-ai', '7'],
    [`/01/${GTIN}/foo`, 'unpaired', 'foo'],
    [`/01/${GTIN}/constructor`, 'unpaired', 'constructor'],
    [`/01/${GTIN}//`, 'unpaired', ''],
    [`/01/${GTIN}/10`, 'empty-value', '10'],
    [`/01/${GTIN}/10/`, 'empty-value', '10'],
    [`/01/${GTIN}/10//21/S9`, 'empty-value', '10'],
    ['/01//10/L7', 'empty-value', '01'],
    [`/01/${GTIN} `, 'illegal-character', 'address'],
    [`/01/${GTIN}/10/A"B`, 'illegal-character', 'address'],
    [`/01/${GTIN}/10/A<B`, 'illegal-character', 'address'],
    [`/01/${GTIN}\\10\\A`, 'illegal-character', 'address'],
    [ACCENTED, 'illegal-character', 'address'],
    [`/01/${GTIN}\n`, 'illegal-character', 'address'],
    [`/01/${GTIN}/10/\u{1F33E}`, 'illegal-character', 'address'],
    [`/01/${GTIN}/10/\uD83C`, 'illegal-character', 'address'],
    [`/01/${GTIN}?${'a'.repeat(5_000)}`, 'too-long', 'address'],
  ])('%j is refused: %s at %s', (text, fault, where) => {
    expect(parseDigitalLink(text)).toMatchObject({ fault, where });
  });

  it('is refused in words of both languages that name the place', () => {
    expect(parseDigitalLink('/01/09521234567890')).toEqual({
      fault: 'check-digit',
      where: '01',
      message: {
        vi: 'Mã sản phẩm GTIN (01): sai số kiểm tra, xin xem lại từng chữ số.',
        en: 'GTIN (01): the check digit does not fit; compare every digit.',
      },
    });
    expect(parseDigitalLink(`/01/${GTIN}/constructor`)).toMatchObject({
      message: { en: 'constructor: stands alone, without an identifier before it.' },
    });
  });

  it('names at most the beginning of what was found', () => {
    expect(parseDigitalLink(`/01/${GTIN}/${'x'.repeat(900)}`)).toMatchObject({ where: `${'x'.repeat(24)}…` });
  });
});

describe('The GTIN', () => {
  it.each([
    ['09521234567890', 'check-digit'],
    ['9521234567890', 'check-digit'],
    ['96385075', 'check-digit'],
    ['9521234', 'gtin-length'],
    ['952123456789', 'check-digit'],
    ['95212345678', 'gtin-length'],
    ['009521234567899', 'gtin-length'],
    ['0952123456789X', 'value-digits'],
    ['0952123456789%39%39', 'gtin-length'],
    ['09521234567899+', 'value-digits'],
    ['0952123456789%00', 'value-digits'],
    ['%EF%BC%90952123456789', 'value-digits'],
    ['..', 'dot-segment'],
  ])('%s is refused: %s', (digits, fault) => {
    expect(parseDigitalLink(`/01/${digits}`)).toMatchObject({ fault, where: '01' });
  });
});

describe('The order of the path', () => {
  it.each([
    ['/10/L7/22/2A', 'qualifier-order', '22'],
    ['/21/S9/10/L7', 'qualifier-order', '10'],
    ['/21/S9/22/2A', 'qualifier-order', '22'],
    ['/22/2A/21/S9/10/L7', 'qualifier-order', '10'],
    ['/235/T/10/L7', 'qualifier-order', '10'],
    ['/10/L7/235/T', 'qualifier-order', '235'],
    ['/10/L7/10/L8', 'repeated', '10'],
    ['/10/L7/21/S9/21/S9', 'repeated', '21'],
    ['/17/261130', 'qualifier', '17'],
    ['/10/L7/11/261101', 'qualifier', '11'],
    ['/99/ABC', 'qualifier', '99'],
    ['/254/1', 'qualifier', '254'],
  ])('refuses %s: %s at %s', (rest, fault, where) => {
    expect(parseDigitalLink(`/01/${GTIN}${rest}`)).toMatchObject({ fault, where });
  });
});

describe('The walk up', () => {
  it('goes from the serial to the lot, the variant and the GTIN, each with its path', () => {
    const link = parseDigitalLink(`/01/${GTIN}/22/2A/10/L%2F7/21/S9?17=261130`);
    if ('fault' in link) throw new Error(link.fault);
    expect(levelsOf(link)).toEqual([
      { level: 'serial', address: { gtin14: GTIN, cpv: '2A', lot: 'L/7', serial: 'S9' }, path: `/01/${GTIN}/22/2A/10/L%2F7/21/S9` },
      { level: 'lot', address: { gtin14: GTIN, cpv: '2A', lot: 'L/7' }, path: `/01/${GTIN}/22/2A/10/L%2F7` },
      { level: 'cpv', address: { gtin14: GTIN, cpv: '2A' }, path: `/01/${GTIN}/22/2A` },
      { level: 'pack', address: { gtin14: GTIN }, path: `/01/${GTIN}` },
    ]);
  });

  it.each([
    [{ gtin14: GTIN }, ['pack']],
    [{ gtin14: GTIN, serial: 'S9' }, ['serial', 'pack']],
    [{ gtin14: GTIN, cpv: '2A', serial: 'S9' }, ['serial', 'cpv', 'pack']],
    [{ gtin14: GTIN, tpx: 'T' }, ['tpx', 'pack']],
    [{ code: '0000000000', lot: 'L7', serial: 'S9' }, ['serial', 'lot', 'pack']],
  ])('leaves out what was not scanned: %j', (address, levels) => {
    expect(levelsOf(address).map(({ level }) => level)).toEqual(levels);
  });
});
