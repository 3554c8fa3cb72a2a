import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCookie, writeCookie } from '../../../src/server/desk/cookie.ts';
import { loginAddress, readDoor } from '../../../src/server/desk/login-address.ts';
import { formatHash, parseHash } from '../../../src/server/desk/passphrase-hash.ts';
import { readForm } from '../../../src/server/desk/read-form.ts';
import { returnPath } from '../../../src/server/desk/return-path.ts';
import { parseUserCommand } from '../../../src/server/desk/user-command.ts';
import { nameFault, nameKey } from '../../../src/server/desk/users.ts';

const token = fc.stringMatching(/^[\w-]{43}$/);

describe('cookies', () => {
  test('what is written is read again among any others', () => {
    fc.assert(
      fc.property(token, fc.array(fc.stringMatching(/^[a-z]{1,5}=[^;]*$/)), (value, others) => {
        const pair = writeCookie('quan-ly', value, { secure: true, maxAge: 1 }).split(';')[0] as string;
        const before = others.filter((other) => !other.startsWith('quan-ly='));
        expect(readCookie([...before, pair].join('; '), 'quan-ly')).toBe(value);
      }),
    );
  });

  test('no header throws, and a name that only ends alike is another cookie', () => {
    fc.assert(fc.property(fc.string(), (header) => void readCookie(header, 'quan-ly')));
    expect(readCookie('x-quan-ly=1; quan-lyx=2', 'quan-ly')).toBeUndefined();
    expect(readCookie(null, 'quan-ly')).toBeUndefined();
  });
});

describe('the way back after login', () => {
  test('never leaves the desk, whatever is asked', () => {
    const nasty = fc.oneof(fc.string(), fc.webUrl(), fc.array(fc.constantFrom('/', '//', '\\', '..', 'quan-ly', '%2f', '?', '#', '@', ':', 'evil.example', '\n', '\t')).map((parts) => parts.join('')));
    fc.assert(
      fc.property(nasty, fc.boolean(), (asked, prefixed) => {
        const url = new URL(returnPath(prefixed ? `/quan-ly/${asked}` : asked), 'https://ocop.example');
        expect(url.origin).toBe('https://ocop.example');
        expect(url.pathname.startsWith('/quan-ly/')).toBe(true);
      }),
    );
  });

  test.each(['/quan-ly/nhap/', '/quan-ly/nhap/tep-1/?trang=2&sao=4', '/quan-ly/'])('%s is kept', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  test.each(['/quan-ly/dang-nhap/?ve=/quan-ly/', '/quan-ly', '//quan-ly/', null])('%j is not', (path) => {
    expect(returnPath(path)).toBe('/quan-ly/');
  });
});

describe('what the door says', () => {
  test('is read as it was written', () => {
    const notice = fc.oneof(
      fc.constantFrom('wrong', 'ended', 'busy', 'left').map((reason) => ({ reason }) as { reason: 'wrong' }),
      fc.integer({ min: 1, max: 60 }).map((minutes) => ({ reason: 'wait' as const, minutes })),
    );
    fc.assert(
      fc.property(fc.option(notice, { nil: undefined }), fc.constantFrom(undefined, '/quan-ly/nhap/?trang=2'), (said, returnTo) => {
        const { searchParams } = new URL(loginAddress({ notice: said, returnTo }), 'https://ocop.example');
        expect(readDoor(searchParams)).toEqual({ notice: said, returnTo });
      }),
    );
  });

  test('is nothing of a stranger’s making', () => {
    expect(readDoor(new URLSearchParams('bao=<b>hack</b>&ve=//evil.example'))).toEqual({ notice: undefined, returnTo: undefined });
    expect(readDoor(new URLSearchParams('bao=cho&phut=99999'))).toEqual({ notice: { reason: 'wait', minutes: 1 }, returnTo: undefined });
  });
});

describe('a stored passphrase', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array));

  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 1 << 20 }), fc.integer({ min: 1, max: 99 }), bytes(16), bytes(32), (memoryKiB, passes, salt, hash) => {
        expect(parseHash(formatHash({ memoryKiB, passes, salt, hash }))).toEqual({ memoryKiB, passes, salt, hash });
      }),
    );
  });

  test('in any other form is none', () => {
    fc.assert(fc.property(fc.string(), (text) => parseHash(text) === undefined));
    const good = formatHash({ memoryKiB: 8, passes: 1, salt: Buffer.alloc(16), hash: Buffer.alloc(32) });
    for (const bad of [good.slice(0, -1), good.replace('argon2id', 'argon2i'), good.replace('m=8', 'm=7'), good.replace('t=1', 't=0'), `${good} `]) expect(parseHash(bad)).toBeUndefined();
  });
});

describe('names', () => {
  test('have one key for all their spellings', () => {
    fc.assert(
      fc.property(fc.constantFrom('Chị Lan', 'ĐỨC', 'Nguyễn Thị Hoà'), fc.constantFrom('NFC', 'NFD'), fc.nat(3), (name, form, spaces) => {
        expect(nameKey(` ${name.normalize(form).replace(' ', ' '.repeat(spaces + 1))} `)).toBe(nameKey(name.toLocaleUpperCase('vi')));
      }),
    );
  });

  test('without marks are other names', () => {
    expect(nameKey('Lan')).not.toBe(nameKey('Lân'));
  });

  test.each(['', '   ', 'x'.repeat(61), 'Lan\u0007', 'L\u200ban'])('%j is no name', (name) => {
    expect(nameFault(name)).toBeDefined();
  });
});

describe('the command desk-user', () => {
  test('understands any words without throwing, and never changes anything without a name', () => {
    const words = fc.array(fc.oneof(fc.constantFrom('add', 'list', 'remove', 'passphrase', '--role', 'approver', '--help', '--', '-x', ''), fc.string()));
    fc.assert(
      fc.property(words, (args) => {
        const command = parseUserCommand(args);
        if ('name' in command) expect(args).toContain(command.name);
      }),
    );
  });

  test.each([
    [['add', 'Chị Lan', '--role', 'approver'], { verb: 'add', name: 'Chị Lan', role: 'approver' }],
    [['add', '--role=editor', 'Lan'], { verb: 'add', name: 'Lan', role: 'editor' }],
    [['passphrase', 'Lan'], { verb: 'passphrase', name: 'Lan' }],
    [['remove', 'Lan'], { verb: 'remove', name: 'Lan' }],
    [['list'], { verb: 'list' }],
    [[], { verb: 'help' }],
    [['add', 'Lan'], { verb: 'wrong', sentence: 'add needs --role editor or --role approver' }],
    [['add', 'Lan', '--role', 'boss'], { verb: 'wrong', sentence: 'add needs --role editor or --role approver' }],
    [['add', 'Chị', 'Lan'], { verb: 'wrong', sentence: 'too many words after "Chị": put a name with spaces in quotes' }],
    [['delete', 'Lan'], { verb: 'wrong', sentence: '"delete" is unknown: write add, list, passphrase or remove' }],
  ])('%j', (args, expected) => {
    expect(parseUserCommand(args)).toEqual(expected);
  });
});

test('a form is read whatever its pieces, and never beyond its limit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' })), fc.integer({ min: 1, max: 9 }), async (fields, size) => {
      const whole = Buffer.from(new URLSearchParams(fields).toString());
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, place) => whole.subarray(place * size, (place + 1) * size));
      const body = () =>
        new ReadableStream<Uint8Array>({
          start(controller) {
            for (const piece of pieces) controller.enqueue(piece);
            controller.close();
          },
        });
      const request = () =>
        new Request('http://x/', { method: 'POST', body: body(), headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }, duplex: 'half' } as RequestInit);
      expect(Object.fromEntries((await readForm(request(), whole.length)) as URLSearchParams)).toEqual(fields);
      if (whole.length > 0) expect(await readForm(request(), whole.length - 1)).toBe('too-large');
    }),
    { numRuns: 50 },
  );
});
