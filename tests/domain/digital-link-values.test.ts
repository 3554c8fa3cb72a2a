import { describe, expect, it } from 'vitest';
import { parseDigitalLink } from '../../src/domain/digital-link.ts';
import { fromGs1Date } from '../../src/domain/gs1-date.ts';

const PACK = '/01/09521234567899';
const CSET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

describe('A lot in the path', () => {
  it('may hold each of the 82 characters and none else below 256', () => {
    const accepted = Array.from({ length: 256 }, (_, byte) => byte)
      .filter((byte) => 'lot' in parseDigitalLink(`${PACK}/10/x%${byte.toString(16).padStart(2, '0')}`))
      .map((byte) => String.fromCharCode(byte));
    expect(accepted.join('')).toBe(CSET_82);
    expect(accepted).toHaveLength(82);
  });

  it.each([
    ['A%2FB', 'A/B'],
    ['A%2fB', 'A/B'],
    ['A+B', 'A+B'],
    ['A%2BB', 'A+B'],
    ['%41%42', 'AB'],
    ['%3c%3E', '<>'],
    ["a-z_.!*'()", "a-z_.!*'()"],
    ['A;B=C&D', 'A;B=C&D'],
    ['A:B,C', 'A:B,C'],
    ['50%25', '50%'],
    // Decoded once and no more.
    ['A%252FB', 'A%2FB'],
    ['%2525', '%25'],
    ['...', '...'],
    ['X'.repeat(20), 'X'.repeat(20)],
    ['%2F'.repeat(20), '/'.repeat(20)],
  ])('written %s is %s', (written, lot) => {
    expect(parseDigitalLink(`${PACK}/10/${written}`)).toMatchObject({ lot });
  });

  it.each([
    ['A%20B', 'value-characters'],
    ['A%7EB', 'value-characters'],
    ['A~B', 'value-characters'],
    ['A%23B', 'value-characters'],
    ['A%40B', 'value-characters'],
    ['A$B', 'value-characters'],
    ['A@B', 'value-characters'],
    ['A%00B', 'value-characters'],
    ['A%0D%0AB', 'value-characters'],
    ['l%C3%B4', 'value-characters'],
    // An overlong slash, in UTF-8 that no decoder should accept.
    ['A%C0%AFB', 'value-characters'],
    ['A%E0%80%AFB', 'value-characters'],
    ['A%FF', 'value-characters'],
    ['50%', 'percent-encoding'],
    ['A%2', 'percent-encoding'],
    ['A%2GB', 'percent-encoding'],
    ['A%%41', 'percent-encoding'],
    ['%u0041', 'percent-encoding'],
    ['.', 'dot-segment'],
    ['%2E%2e', 'dot-segment'],
    ['X'.repeat(21), 'value-length'],
    ['%2F'.repeat(21), 'value-length'],
  ])('written %s is refused: %s', (written, fault) => {
    expect(parseDigitalLink(`${PACK}/10/${written}`)).toMatchObject({ fault, where: '10' });
    expect(parseDigitalLink(`${PACK}/21/${written}`)).toMatchObject({ fault, where: '21' });
    expect(parseDigitalLink(`${PACK}/22/${written}`)).toMatchObject({ fault, where: '22' });
  });

  it('takes a third-party extension of 28 characters', () => {
    expect(parseDigitalLink(`${PACK}/235/${'T'.repeat(28)}`)).toMatchObject({ tpx: 'T'.repeat(28) });
    expect(parseDigitalLink(`${PACK}/235/${'T'.repeat(29)}`)).toMatchObject({ fault: 'value-length' });
  });
});

describe('The query', () => {
  it('gives its attributes, whatever the order', () => {
    expect(parseDigitalLink(`${PACK}?17=261130&422=704&11=260901&7230=OCOP2394&3103=000500`)).toMatchObject({
      attributes: { '11': '260901', '17': '261130', '422': '704', '7230': 'OCOP2394', '3103': '000500' },
    });
  });

  it.each([
    ['17=261130;422=704', { '17': '261130', '422': '704' }],
    ['17=261130&422=704;99=X', { '17': '261130', '422': '704', '99': 'X' }],
    ['&&17=261130&&;&422=704&', { '17': '261130', '422': '704' }],
    ['99=A%3BB', { '99': 'A;B' }],
    ['99=A%26B', { '99': 'A&B' }],
    ['99=A=B', { '99': 'A=B' }],
    ['99=A/B?C', { '99': 'A/B?C' }],
    ['98=A%2BB', { '98': 'A+B' }],
    ['98=A%2fB', { '98': 'A/B' }],
    ['98=A%252B', { '98': 'A%2B' }],
    ['98=..', { '98': '..' }],
  ])('%s is read', (query, attributes) => {
    const link = parseDigitalLink(`${PACK}?${query}`);
    expect(link).toMatchObject({ ignored: [] });
    expect('attributes' in link && link.attributes).toEqual(attributes);
  });

  it('ignores keys in letters and keys without a value', () => {
    expect(parseDigitalLink(`${PACK}?utm_source=zalo&99&17=261130&lang=en&x=%ZZ&=1&__proto__=1&linktype=a&17a=2&%31%37=3&10`)).toMatchObject({
      attributes: { '17': '261130' },
      ignored: ['utm_source', '99', 'lang', 'x', '', '__proto__', 'linktype', '17a', '%31%37', '10'],
    });
  });

  it('keeps the words of the resolver apart', () => {
    expect(parseDigitalLink(`${PACK}?linkType=gs1%3Apip&context=b%C3%A1n+l%E1%BA%BB&lang=vi`)).toMatchObject({
      linkType: 'gs1:pip',
      context: 'bán lẻ',
      ignored: ['lang'],
    });
    expect(parseDigitalLink(`${PACK}?linkType=`)).toMatchObject({ linkType: '', ignored: [] });
    expect(parseDigitalLink(`${PACK}?linkType`)).toMatchObject({ ignored: ['linkType'] });
  });

  it.each([
    ['999=X', 'unknown-ai', '999'],
    ['0=X', 'unknown-ai', '0'],
    ['89=X', 'unknown-ai', '89'],
    ['3106=000500', 'unknown-ai', '3106'],
    ['9521234567899=1', 'unknown-ai', '9521234567899'],
    ['17=', 'empty-value', '17'],
    ['17=&422=704', 'empty-value', '17'],
    ['17=261130&17=261130', 'repeated', '17'],
    ['17=261130&422=704&17=261201', 'repeated', '17'],
    ['01=09521234567899', 'repeated', '01'],
    ['linkType=a&linkType=b', 'repeated', 'linkType'],
    ['10=L7', 'path-only', '10'],
    ['21=S9', 'path-only', '21'],
    ['22=2A', 'path-only', '22'],
    ['235=T', 'path-only', '235'],
    ['02=09521234567899', 'not-an-attribute', '02'],
    ['37=12', 'not-an-attribute', '37'],
    ['8200=http', 'not-an-attribute', '8200'],
    ['99=A+B', 'value-characters', '99'],
    ['99=A%20B', 'value-characters', '99'],
    ['99=%C3%B4', 'value-characters', '99'],
    ['99=50%', 'percent-encoding', '99'],
    ['linkType=%C0%AF', 'percent-encoding', 'linkType'],
    ['context=%', 'percent-encoding', 'context'],
  ])('%s is refused: %s at %s', (query, fault, where) => {
    expect(parseDigitalLink(`${PACK}?${query}`)).toMatchObject({ fault, where });
  });

  it('holds a lot only beside a third-party extension, and a serial never', () => {
    expect(parseDigitalLink(`${PACK}/235/T?10=L7`)).toMatchObject({ tpx: 'T', attributes: { '10': 'L7' } });
    expect(parseDigitalLink(`${PACK}/22/2A?10=L7`)).toMatchObject({ fault: 'path-only', where: '10' });
    expect(parseDigitalLink(`${PACK}/10/L7?10=L7`)).toMatchObject({ fault: 'repeated', where: '10' });
    expect(parseDigitalLink(`${PACK}/235/T?21=S9`)).toMatchObject({ fault: 'path-only', where: '21' });
    expect(parseDigitalLink(`${PACK}/235/T?22=2A`)).toMatchObject({ fault: 'path-only', where: '22' });
  });
});

describe('Dates in the query', () => {
  const DAYS = ['261130', '260101', '240229', '000229', '261200', '990131', '260200'];
  const NO_DAYS = ['261301', '260001', '260000', '260132', '260431', '250229', '260230'];

  it.each(['11', '13', '15', '16', '17'])('%s takes days that exist, and months without a day', (ai) => {
    for (const day of DAYS) expect(parseDigitalLink(`${PACK}?${ai}=${day}`)).toMatchObject({ attributes: { [ai]: day } });
    for (const day of NO_DAYS) expect(parseDigitalLink(`${PACK}?${ai}=${day}`)).toMatchObject({ fault: 'date', where: ai });
    expect(parseDigitalLink(`${PACK}?${ai}=20261130`)).toMatchObject({ fault: 'value-length' });
    expect(parseDigitalLink(`${PACK}?${ai}=26-11-30`)).toMatchObject({ fault: 'value-digits' });
  });

  it.each([
    ['7006=261130', true],
    ['7006=261100', false],
    ['7007=261001261130', true],
    ['7007=261001261131', false],
    ['7003=2611301430', true],
    ['7003=2613301430', false],
  ])('%s fits: %s; a first freezing or a harvest has a day', (query, fits) => {
    expect('fault' in parseDigitalLink(`${PACK}?${query}`)).toBe(!fits);
  });

  it.each([
    ['261130', '2026-11-21', '2026-11-30'],
    ['261100', '2026-11-21', '2026-11'],
    ['760101', '2026-11-21', '2076-01-01'],
    ['770101', '2026-11-21', '1977-01-01'],
    ['990101', '2026-11-21', '1999-01-01'],
    ['000101', '2050-01-01', '2100-01-01'],
    ['010101', '2050-01-01', '2001-01-01'],
  ])('%s read on %s is %s', (text, today, day) => {
    expect(fromGs1Date(text, today)).toBe(day);
  });
});

describe('Other values in the query', () => {
  it.each([
    ['422=704', undefined],
    ['422=70', 'value-length'],
    ['422=7040', 'value-length'],
    ['422=VNM', 'value-digits'],
    ['423=704', undefined],
    ['423=704156', undefined],
    ['423=7041', 'value-length'],
    ['423=704704704704704704', 'value-length'],
    ['7230=OC2394', undefined],
    ['7239=OC1', undefined],
    ['7230=OC', 'value-length'],
    [`7230=${'A'.repeat(30)}`, undefined],
    [`7230=${'A'.repeat(31)}`, 'value-length'],
    ['7030=704VN-A1', undefined],
    ['7030=VN4A1', 'value-digits'],
    ['20=07', undefined],
    ['20=7', 'value-length'],
    ['30=12345678', undefined],
    ['30=123456789', 'value-length'],
    ['3103=000500', undefined],
    ['3103=00500', 'value-length'],
    ['414=9521234567899', undefined],
    ['414=9521234567898', 'check-digit'],
    ['00=195212345678900001', 'check-digit'],
    [`91=${'A'.repeat(90)}`, undefined],
    [`91=${'A'.repeat(91)}`, 'value-length'],
    ['8030=A_b-9%3D', undefined],
    ['8030=A.b', 'value-characters'],
  ])('%s is refused for: %s', (query, fault) => {
    const link = parseDigitalLink(`${PACK}?${query}`);
    expect('fault' in link ? link.fault : undefined).toBe(fault);
  });
});
