import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bankName, readVietQr, vietQrText } from '../../../../src/server/payments/vietqr/vietqr-text.ts';
import { pictureOf } from '../../../trace/grey-picture.ts';
import { readCodes } from '../../../trace/read-codes.ts';
import { vietQrPng, vietQrSvg } from '../../../../src/server/payments/vietqr/vietqr-picture.ts';

const ACCOUNT = { bin: '970403', account: '0011012345678' };
/** Static, from the specification of NAPAS, which prints a wrong CRC: F4E5. */
const STATIC = '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN6304';

/** By hand, from the definition of CRC-16/CCITT-FALSE. */
function crc(text: string): string {
  let value = 0xffff;
  for (const byte of Buffer.from(text)) {
    value ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) value = (value & 0x8000 ? (value << 1) ^ 0x1021 : value << 1) & 0xffff;
  }
  return value.toString(16).toUpperCase().padStart(4, '0');
}

test('the static example of NAPAS, with the CRC that is right', () => {
  expect(vietQrText({ ...ACCOUNT, amountDong: undefined, content: undefined })).toBe(`${STATIC}9E6F`);
  expect(crc(STATIC)).toBe('9E6F');
  expect(readVietQr(`${STATIC}9E6F`)).toEqual({ ...ACCOUNT, amountDong: undefined, content: undefined });
  expect(readVietQr(`${STATIC}F4E5`)).toBeUndefined();
});

test('the dynamic example of NAPAS is read, with its bill number beside the purpose', () => {
  const text = '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E';
  expect(readVietQr(text)).toEqual({ ...ACCOUNT, amountDong: 180_000, content: 'thanh toan don hang' });
});

test('what is written is read back, by us and by the definition', () => {
  const digits = (least: number, most: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: least, maxLength: most });
  const order = fc.record({
    bin: digits(6, 6),
    account: digits(1, 19),
    amountDong: fc.integer({ min: 1, max: 9_999_999_999_999 }),
    content: fc.string({ unit: fc.constantFrom(...'OCP0123456789ABCDEFGHJKMNPQRSTVWXYZ'), minLength: 1, maxLength: 25 }),
  });
  fc.assert(
    fc.property(order, (asked) => {
      const text = vietQrText(asked);
      expect(readVietQr(text)).toEqual(asked);
      expect(text.slice(-4)).toBe(crc(text.slice(0, -4)));
      expect(text.slice(0, 12)).toBe('000201010212');
      expect(text).toContain(`54${String(String(asked.amountDong).length).padStart(2, '0')}${asked.amountDong}`);
    }),
  );
});

test('no text makes the reader throw, and no changed character is taken', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void readVietQr(text)));
  const good = vietQrText({ ...ACCOUNT, amountDong: 250_000, content: 'OCOP7K3M9QX2T' });
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.constantFrom(...'0123456789AZ'), (at, sign) => {
      const changed = good.slice(0, at) + sign + good.slice(at + 1);
      if (changed !== good) expect(readVietQr(changed)).toBeUndefined();
    }),
  );
});

test.each([
  [{ ...ACCOUNT, bin: '97040', amountDong: 1, content: 'A' }],
  [{ ...ACCOUNT, account: '', amountDong: 1, content: 'A' }],
  [{ ...ACCOUNT, account: '1'.repeat(20), amountDong: 1, content: 'A' }],
  [{ ...ACCOUNT, amountDong: 0, content: 'A' }],
  [{ ...ACCOUNT, amountDong: 1.5, content: 'A' }],
  [{ ...ACCOUNT, amountDong: -1, content: 'A' }],
  [{ ...ACCOUNT, amountDong: 10_000_000_000_000, content: 'A' }],
  [{ ...ACCOUNT, amountDong: 1, content: 'Đơn hàng' }],
  [{ ...ACCOUNT, amountDong: 1, content: 'A'.repeat(26) }],
  [{ ...ACCOUNT, amountDong: 1, content: '' }],
])('%j is refused', (asked) => {
  expect(() => vietQrText(asked)).toThrow(RangeError);
});

test('a bank is called as people call it', () => {
  expect(bankName('970436')).toBe('Vietcombank');
  expect(bankName('970415')).toBe('VietinBank');
  expect(bankName('000000')).toBeUndefined();
});

test('a camera reads the picture that is kept', async () => {
  const text = vietQrText({ ...ACCOUNT, amountDong: 1_250_000, content: 'OCOP7K3M9QX2T' });
  const png = await vietQrPng(text);
  const picture = await pictureOf(png);
  const [found] = await readCodes(picture);
  expect(found?.text).toBe(text);
  expect(picture.width).toBeGreaterThan(600);
  expect(vietQrSvg(text, 'Mã "QR" <1>')).toContain('aria-label="Mã &#34;QR&#34; &#60;1&#62;"');
});
