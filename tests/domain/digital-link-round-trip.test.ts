import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDigitalLink } from '../../src/domain/digital-link.ts';
import { checkDigitOf } from '../../src/domain/gtin.ts';
import { digitalLinkPath, tracePath } from '../../src/domain/pack-address.ts';
import { newTraceCode } from '../../src/domain/trace-code.ts';
import { parseTraceLink } from '../../src/domain/trace-link.ts';

const LONG = process.env['LONG_TESTS'] === '1';
const FUZZED = LONG ? 1_000_000 : 20_000;
const CSET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const UNRESERVED = /[A-Za-z0-9\-._~]/;

const gtin14 = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 13 })
  .map((digits) => digits.join('') + checkDigitOf(digits.join('')));
const value = fc
  .string({ unit: fc.constantFrom(...CSET_82), minLength: 1, maxLength: 20 })
  .filter((text) => text !== '.' && text !== '..');
const gtinAddress = fc.oneof(
  fc.record({ gtin14, cpv: value, lot: value, serial: value }, { requiredKeys: ['gtin14'] }),
  fc.record({ gtin14, tpx: value }),
);
const codeAddress = fc.record(
  { code: fc.uint8Array({ minLength: 9, maxLength: 9 }).map(newTraceCode), lot: value, serial: value },
  { requiredKeys: ['code'] },
);

describe('Builder and parser', () => {
  it('parsing what was built gives what went in', () => {
    fc.assert(
      fc.property(gtinAddress, fc.constantFrom('', 'https://x.vn', 'HTTP://X.VN:8/01/q'), (address, before) => {
        const path = digitalLinkPath(address);
        expect(parseDigitalLink(before + path)).toMatchObject({ ...address, path });
      }),
    );
    fc.assert(
      fc.property(codeAddress, (address) => {
        const path = tracePath(address);
        expect(parseTraceLink(path)).toMatchObject({ ...address, path });
      }),
    );
  });

  it('building what was parsed gives one spelling, however it was escaped', () => {
    fc.assert(
      fc.property(gtinAddress, fc.array(fc.constantFrom('bare', 'upper', 'lower'), { minLength: 1 }), (address, manners) => {
        const path = digitalLinkPath(address);
        const respelt = path
          .split('/')
          .map((segment, place) => (place < 3 || place % 2 === 1 ? segment : respell(segment, manners)))
          .join('/');
        expect(parseDigitalLink(respelt)).toMatchObject({ ...address, path });
      }),
    );
  });

  it('escapes everything but letters, digits and - . _ in capitals', () => {
    const written = [...CSET_82].map((character) => digitalLinkPath({ gtin14: '09521234567899', lot: `x${character}` }).slice(23));
    expect(written.filter((text) => text.startsWith('%')).map((text) => decodeURIComponent(text)).join('')).toBe('!"%&\'()*+,/:;<=>?');
    expect(written.filter((text) => !text.startsWith('%')).every((text) => UNRESERVED.test(text) && text.length === 1)).toBe(true);
    expect(digitalLinkPath({ gtin14: '09521234567899', lot: 'a/b<c?d+e', serial: '50%' })).toBe('/01/09521234567899/10/a%2Fb%3Cc%3Fd%2Be/21/50%25');
  });

  it('survives a browser, which normalises paths', () => {
    fc.assert(
      fc.property(gtinAddress, (address) => {
        const path = digitalLinkPath(address);
        expect(new URL(path, 'https://x.vn').pathname).toBe(path);
      }),
    );
  });

  it.each([
    { gtin14: '9521234567899' },
    { gtin14: '09521234567890' },
    { gtin14: '09521234567899', lot: '' },
    { gtin14: '09521234567899', lot: 'lô' },
    { gtin14: '09521234567899', lot: 'A B' },
    { gtin14: '09521234567899', lot: '..' },
    { gtin14: '09521234567899', serial: 'X'.repeat(21) },
    { gtin14: '09521234567899', tpx: 'T', lot: 'L7' },
  ])('never builds a path that the parser refuses: %j', (address) => {
    expect(() => digitalLinkPath(address)).toThrow(RangeError);
  });

  it.each(['', '7K2M9QX4T', 'aaaaaaaaaa', '00000-00000'])('never builds a path with the code "%s"', (code) => {
    expect(() => tracePath({ code })).toThrow(RangeError);
  });
});

describe('Any text', () => {
  const PIECES = [
    ...['https://', 'HTTP://', 'x.vn', '/', '//', '?', '#', '&', ';', '=', '%', '%2', '%2F', '%252f', '%C0%AF', '+', '.', '..'],
    ...['/01/', '/10/', '/21/', '/22/', '/235/', '/t/', '/00/', '01', '10', '17=261130', '17=', '422=704', '999=1', 'linkType=', 'context=a'],
    ...['09521234567899', '9521234567899', '96385074', 'L7', '0000000000', 'ô', ' ', '\u0000', '\uD800', '__proto__', 'constructor'],
  ];
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join(''));
  const damaged = fc.tuple(gtinAddress, fc.nat(), fc.nat(3), fc.string({ unit: 'binary', maxLength: 3 })).map(([address, at, cut, put]) => {
    const path = digitalLinkPath(address);
    const place = at % path.length;
    return path.slice(0, place) + put + path.slice(place + cut);
  });
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).map((text) => `/01/09521234567899/10/${text}`),
    fc.string({ maxLength: 40 }).map((text) => `/01/09521234567899?${text}`),
    pieces,
    pieces.map((text) => `/01/09521234567899/${text}`),
    pieces.map((text) => `/t/0000000000${text}`),
    damaged,
  );

  it(
    `is read or refused with a reason, never with a throw (${FUZZED} texts)`,
    () => {
      const seen = { links: 0, faults: 0 };
      fc.assert(
        fc.property(anyText, (text) => {
          for (const parse of [parseDigitalLink, parseTraceLink]) {
            const result = parse(text);
            if ('fault' in result) {
              seen.faults += 1;
              if (!/^.+: .+\.$/su.test(result.message.vi) && result.where !== '') throw new Error(`no words for ${result.fault}`);
              continue;
            }
            seen.links += 1;
            const again = parse(result.path);
            if ('fault' in again || again.path !== result.path) throw new Error(`${result.path} does not lead to itself`);
          }
        }),
        { numRuns: FUZZED },
      );
      // The generator reaches both outcomes often enough to mean something.
      expect(seen.links).toBeGreaterThan(FUZZED / 50);
      expect(seen.faults).toBeGreaterThan(FUZZED / 2);
    },
    LONG ? 900_000 : 30_000,
  );

  it.each(['/', '%', '%2F', '/01', '01/', '/10/a', '&', '=', '&99=a', 'https://', '#', '?', 'A', '[', '-'])(
    'as long as a book of "%s" is refused like any other',
    (piece) => {
      for (const length of [4_000, 4_300, 1_000_000]) {
        const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
        for (const before of ['', '/', '/01/', '/01/09521234567899/10/', 'https://']) {
          expect(parseDigitalLink(before + text)).toHaveProperty('fault');
          expect(parseTraceLink(before + text)).toHaveProperty('fault');
        }
      }
    },
  );
});

/** Each character bare where a path allows it, or escaped in capitals or small letters. */
function respell(segment: string, manners: readonly string[]): string {
  return [...decodeURIComponent(segment)]
    .map((character, place) => {
      const manner = manners[place % manners.length];
      if (manner === 'bare' && /[A-Za-z0-9\-._~!&'()*+,;=:]/.test(character)) return character;
      const hex = character.charCodeAt(0).toString(16).padStart(2, '0');
      return `%${manner === 'lower' ? hex : hex.toUpperCase()}`;
    })
    .join('');
}
