import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacterOf, newTraceCode, parseTraceCode, spacedTraceCode, TRACE_ALPHABET } from '../../src/domain/trace-code.ts';
import { parseTraceLink } from '../../src/domain/trace-link.ts';

const anyCode = fc.uint8Array({ minLength: 9, maxLength: 9 }).map(newTraceCode);
const CODE = newTraceCode(Uint8Array.of(7, 18, 2, 19, 9, 23, 28, 4, 25));

describe('A trace code', () => {
  it('has nine characters of random bytes and one to check them', () => {
    expect(TRACE_ALPHABET).toHaveLength(32);
    expect(TRACE_ALPHABET).not.toMatch(/[ILOU]/);
    expect(CODE).toMatch(/^7J2K9QW4S[0-9A-HJKMNP-TV-Z]$/);
    expect(newTraceCode(new Uint8Array(9))).toBe('0000000000');
    expect(newTraceCode(new Uint8Array(9).fill(255))).toMatch(/^Z{9}/);
    expect(() => newTraceCode(new Uint8Array(8))).toThrow(RangeError);
  });

  it('uses every character as often as another', () => {
    const firsts = Array.from({ length: 256 }, (_, byte) => newTraceCode(new Uint8Array(9).fill(byte)).charAt(0));
    for (const character of TRACE_ALPHABET) expect(firsts.filter((first) => first === character)).toHaveLength(8);
  });

  it('is read back as it was issued', () => {
    fc.assert(fc.property(anyCode, (code) => void expect(parseTraceCode(code)).toEqual({ code })));
    fc.assert(fc.property(anyCode, (code) => void expect(parseTraceCode(spacedTraceCode(code))).toEqual({ code })));
  });

  it('is read as people type it', () => {
    fc.assert(
      fc.property(anyCode, fc.constantFrom(' ', '-', '\u00A0', '–', ' - '), (code, between) => {
        const typed = [...code.toLowerCase()].join(between).replaceAll('0', 'o').replaceAll('1', 'l');
        expect(parseTraceCode(` ${typed}\n`)).toEqual({ code });
        expect(parseTraceCode(code.replaceAll('0', 'O').replaceAll('1', 'I'))).toEqual({ code });
        expect(parseTraceCode(code.replaceAll('0', 'O').replaceAll('1', 'i'))).toEqual({ code });
      }),
    );
  });

  it.each([
    ['', 'code-length'],
    ['- -', 'code-length'],
    [CODE.slice(1), 'code-length'],
    [`${CODE}0`, 'code-length'],
    [`U${CODE.slice(1)}`, 'code-characters'],
    [`u${CODE.slice(1)}`, 'code-characters'],
    [`${CODE}!`, 'code-characters'],
    ['mã-truy-vết', 'code-characters'],
    // The capital of ı is I, and of ſ is S: neither is a character of ours.
    [`ı${CODE.slice(1)}`, 'code-characters'],
    [`ſ${CODE.slice(1)}`, 'code-characters'],
    [`７${CODE.slice(1)}`, 'code-characters'],
    [`8${CODE.slice(1)}`, 'code-check'],
  ])('is refused: %j for %s', (typed, fault) => {
    expect(parseTraceCode(typed)).toMatchObject({ fault, where: 'code' });
  });

  it('is refused without being searched when it is a book of spaces', () => {
    expect(parseTraceCode(`${CODE}${' '.repeat(1_000_000)}`)).toMatchObject({ fault: 'code-length' });
  });
});

/**
 * The check sum is linear over GF(32): sum(x) + sum(y) = sum(x + y), digit by digit. So an error is caught in every
 * code when the error alone, on a code of zeros, is caught; the tests below prove the linearity and then try all errors.
 */
describe('The check character', () => {
  it('is linear', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (one, other) => {
        const sum = [...one.slice(0, 9)].map((character, place) => added(character, other.charAt(place))).join('');
        expect(checkCharacterOf(sum)).toBe(added(one.charAt(9), other.charAt(9)));
      }),
    );
    for (let place = 0; place < 9; place += 1) {
      for (const one of TRACE_ALPHABET) {
        for (const other of TRACE_ALPHABET) {
          const sum = checkCharacterOf(only(place, added(one, other)));
          if (sum !== added(checkCharacterOf(only(place, one)), checkCharacterOf(only(place, other)))) throw new Error(`not linear at ${place}`);
        }
      }
    }
  });

  it('catches every wrong character at every place', () => {
    for (const code of ['0000000000', CODE]) {
      for (let place = 0; place < 10; place += 1) {
        for (const wrong of TRACE_ALPHABET) {
          const typed = code.slice(0, place) + wrong + code.slice(place + 1);
          if ('fault' in parseTraceCode(typed) !== (typed !== code)) throw new Error(`${code} typed ${typed}`);
        }
      }
    }
  });

  it('catches every exchange of two characters, neighbours or not', () => {
    let tried = 0;
    for (let first = 0; first < 10; first += 1) {
      for (let second = first + 1; second < 10; second += 1) {
        for (const a of TRACE_ALPHABET) {
          for (const b of TRACE_ALPHABET) {
            const code = codeWith(first, a, second, b);
            const typed = exchanged(code, first, second);
            if ('fault' in parseTraceCode(code)) throw new Error(`${code} is no code`);
            if ('fault' in parseTraceCode(typed) !== (a !== b)) throw new Error(`${code} typed ${typed}`);
            tried += 1;
          }
        }
      }
    }
    expect(tried).toBe(45 * 32 * 32);
  });

  it('catches both in any code', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(8), fc.nat(9), fc.constantFrom(...TRACE_ALPHABET), (code, place, other, wrong) => {
        for (const typed of [exchanged(code, place, place + 1), code.slice(0, other) + wrong + code.slice(other + 1)]) {
          expect('fault' in parseTraceCode(typed)).toBe(typed !== code);
        }
      }),
    );
  });
});

describe('The address of a trace code', () => {
  it.each([
    [`/t/${CODE}`, {}, `/t/${CODE}`],
    [`/t/${CODE}/`, {}, `/t/${CODE}`],
    [`HTTPS://OCOP.EXAMPLE/T/${CODE}`, {}, `/t/${CODE}`],
    [`/t/${spacedTraceCode(CODE).toLowerCase()}`, {}, `/t/${CODE}`],
    [`/t/${CODE.slice(0, 5)}%20${CODE.slice(5)}`, {}, `/t/${CODE}`],
    [`/t/${CODE}/10/L-7`, { lot: 'L-7' }, `/t/${CODE}/10/L-7`],
    [`/t/${CODE}/21/S9`, { serial: 'S9' }, `/t/${CODE}/21/S9`],
    [`/t/${CODE}/10/a%2fb/21/S9?17=261130&lang=en`, { lot: 'a/b', serial: 'S9', attributes: { '17': '261130' } }, `/t/${CODE}/10/a%2Fb/21/S9`],
  ])('%s is read', (text, parts, path) => {
    expect(parseTraceLink(text)).toMatchObject({ kind: 'code', code: CODE, ...parts, path });
  });

  it.each([
    ['', 'scheme', 'scheme'],
    ['/', 'no-code', 'path'],
    ['/t/', 'no-code', 'path'],
    ['/t', 'no-code', 'path'],
    [`/a/t/${CODE}`, 'no-code', 'path'],
    ['/01/09521234567899', 'no-code', 'path'],
    ['/t/%', 'percent-encoding', 'code'],
    ['/t/123', 'code-length', 'code'],
    [`/t/8${CODE.slice(1)}`, 'code-check', 'code'],
    [`/t/${CODE}/22/2A`, 'qualifier', '22'],
    [`/t/${CODE}/01/09521234567899`, 'qualifier', '01'],
    [`/t/${CODE}/21/S9/10/L7`, 'qualifier-order', '10'],
    [`/t/${CODE}/10/L7/10/L7`, 'repeated', '10'],
    [`/t/${CODE}/10`, 'empty-value', '10'],
    [`/t/${CODE}/nhan`, 'unpaired', 'nhan'],
    [`/t/${CODE}/89/X`, 'unknown-ai', '89'],
    [`/t/${CODE}?10=L7`, 'path-only', '10'],
    [`/t/${CODE}?01=09521234567899`, 'not-an-attribute', '01'],
    [`/t/${CODE}?999=1`, 'unknown-ai', '999'],
  ])('%j is refused: %s at %s', (text, fault, where) => {
    expect(parseTraceLink(text)).toMatchObject({ fault, where });
  });
});

/** Addition in GF(32): the bits of both, without carry. */
function added(one: string, other: string): string {
  return TRACE_ALPHABET.charAt(TRACE_ALPHABET.indexOf(one) ^ TRACE_ALPHABET.indexOf(other));
}

/** Nine zeros but for one character. */
function only(place: number, character: string): string {
  return '0'.repeat(place) + character + '0'.repeat(8 - place);
}

/** A valid code with these two characters at these two places: what is missing is made up at a third. */
function codeWith(first: number, a: string, second: number, b: string): string {
  const third = [0, 1, 2].find((place) => place !== first && place !== second) ?? 0;
  for (const filler of TRACE_ALPHABET) {
    const characters = [...'0000000000'];
    characters[first] = a;
    characters[second] = b;
    characters[third] = filler;
    const code = characters.join('');
    if (!('fault' in parseTraceCode(code))) return code;
  }
  throw new Error(`no code with ${a} at ${first} and ${b} at ${second}`);
}

function exchanged(code: string, first: number, second: number): string {
  const characters = [...code];
  characters[first] = code.charAt(second);
  characters[second] = code.charAt(first);
  return characters.join('');
}
