import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellOf } from '../../../../src/importing/sheet-grid.ts';
import { writeSpreadsheet } from '../../../../src/importing/spreadsheet-file.ts';
import { dongInCell } from '../../../../src/server/payments/bank-statement/dong-in-cell.ts';
import { readStatement } from '../../../../src/server/payments/bank-statement/read-statement.ts';
import { bankTransfer } from '../../../../src/server/payments/webhooks/bank-transfer.ts';
import { sepayWebhook } from '../../../../src/server/payments/webhooks/sepay.ts';
import { SECRETS, sepayMessage } from '../webhooks/signed-messages.ts';

const ACCOUNT = '0011012345678';
const read = async (text: string, account = ACCOUNT) => {
  const result = await readStatement(Buffer.from(text), 'sao-ke.csv', account);
  if ('refusal' in result) throw new Error(result.refusal.vi);
  return result;
};
const refused = async (text: string, account = ACCOUNT): Promise<string> => {
  const result = await readStatement(Buffer.from(text), 'sao-ke.csv', account);
  return 'refusal' in result ? result.refusal.vi : 'read';
};

/** As the banks lay them out; every name, number and amount is made up. */
const EXPORTS: Readonly<Record<string, string>> = {
  Vietcombank: `SAO KÊ TÀI KHOẢN,,,,,
Số tài khoản: 0011012345678,,,,,
STT,Ngày/ TNX Date,Số CT/ Doc No,Số tiền ghi nợ/ Debit,Số tiền ghi có/ Credit,Số dư/ Balance,Nội dung chi tiết/ Transactions in detail
1,28/11/2026,5091 - 00123,,"250,000","12,250,000",MBVCB.3278907687.OCOP7K3M9QX2T.CT tu 0123
2,28/11/2026,5091 - 00124,"90,000",,"12,160,000",Phi thang 11
Tổng cộng,,,"90,000","250,000",,
`,
  BIDV: `Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Số dư;Mô tả
28/11/2026 09:15:02;5091 - 00123;;250.000;12.250.000;MBVCB.3278907687.OCOP7K3M9QX2T.CT tu 0123
28/11/2026 10:00:00;5091 - 00124;90.000;;12.160.000;Phi thang 11
`,
  VietinBank: `STT\tNgày GD\tMô tả giao dịch\tNợ / Debit\tCó / Credit\tSố dư\tSố tham chiếu
1\t28-11-2026 09:15:02\tMBVCB.3278907687.OCOP7K3M9QX2T.CT tu 0123\t0\t250,000.00\t12,250,000.00\t5091 - 00123
2\t28-11-2026 10:00:00\tPhi thang 11\t90,000.00\t0\t12,160,000.00\t5091 - 00124
`,
  Agribank: `"Ngày giao dịch","Số bút toán","Phát sinh nợ","Phát sinh có","Số dư","Nội dung"
"28/11/2026","5091 - 00123","0","250.000","12.250.000","MBVCB.3278907687.OCOP7K3M9QX2T.CT tu 0123"
"28/11/2026","5091 - 00124","90.000","0","12.160.000","Phi thang 11"
`,
  MB: `STT,Ngày giao dịch/ Posting date,Số giao dịch/ Transaction number,Phát sinh nợ/ Debit amount,Phát sinh có/ Credit amount,Số dư khả dụng/ Available balance,Nội dung/ Description
1,28/11/2026 09:15,5091 - 00123,0,250.000,12.250.000,MBVCB.3278907687.OCOP7K3M9QX2T.CT tu 0123
2,28/11/2026 10:00,5091 - 00124,90.000,0,12.160.000,Phi thang 11
`,
  ACB: `Ngày hiệu lực,Ngày giao dịch,Số GD,Nội dung giao dịch,Rút ra,Gửi vào,Số dư
27/11/2026,28/11/2026,5091 - 00123,MBVCB.3278907687.OCOP7K3M9QX2T.CT tu 0123,,250.000 VND,12.250.000
27/11/2026,28/11/2026,5091 - 00124,Phi thang 11,90.000 VND,,12.160.000
`,
  Techcombank: `Transaction date,Details,Transaction No,Debit,Credit,Balance
2026-11-28,MBVCB.3278907687.OCOP7K3M9QX2T.CT tu 0123,5091 - 00123,,250000,12250000
2026-11-28,Phi thang 11,5091 - 00124,90000,,12160000
`,
  VPBank: `Ngày hạch toán,Mã giao dịch,Diễn giải,Số tiền,Số dư sau giao dịch
28/11/2026,5091 - 00123,MBVCB.3278907687.OCOP7K3M9QX2T.CT tu 0123,"+250,000","12,250,000"
28/11/2026,5091 - 00124,Phi thang 11,"-90,000","12,160,000"
`,
};

test.each(Object.keys(EXPORTS))('%s', async (bank) => {
  const { movements, problems } = await read(EXPORTS[bank] as string);
  expect(problems).toEqual([]);
  expect(movements).toMatchObject([
    { eventId: `bank:${ACCOUNT}:5091 - 00123`, account: ACCOUNT, amountDong: 250_000, direction: 'in', currency: 'VND', content: 'MBVCB.3278907687.OCOP7K3M9QX2T.CT tu 0123', reference: '5091 - 00123' },
    { amountDong: 90_000, direction: 'out', content: 'Phi thang 11', reference: '5091 - 00124' },
  ]);
  for (const { at } of movements) expect(at.slice(0, 10)).toBe('2026-11-28');
});

test('an XLSX with numbers and days as Excel keeps them', async () => {
  const rows = [['Ngày giao dịch', 'Số tham chiếu', 'Ghi nợ', 'Ghi có', 'Mô tả'], [46354, 'FT1', null, 250_000, 'OCOP'], ['28/11/2026', 'FT2', 90_000, null, 'Phi']];
  const file = await writeSpreadsheet([{ name: 'Sao kê', rows, widths: [] }]);
  const result = await readStatement(file, 'sao-ke.xlsx', ACCOUNT);
  expect(result).toMatchObject({ problems: [], movements: [{ amountDong: 250_000, direction: 'in', at: '2026-11-28T05:00:00.000Z' }, { direction: 'out' }] });
});

describe('rows that cannot be read are named, the others are taken', () => {
  const HEAD = 'Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Mô tả\n';
  test.each([
    ['31/02/2026;A;;250.000;x', 'Hàng 3, cột ngày giao dịch (ô A3): "31/02/2026" không đọc được; cần ngày dạng 28/11/2026. Hàng này chưa được ghi nhận.'],
    ['28/11/2026;A;;250,5;x', 'Hàng 3, cột ghi có (ô D3): "250,5" không đọc được; cần số đồng tròn như 1.250.000, chỉ ở một trong hai cột. Hàng này chưa được ghi nhận.'],
    ['28/11/2026;A;hai trăm;;x', 'Hàng 3, cột ghi nợ (ô C3): "hai trăm" không đọc được; cần số đồng tròn như 1.250.000, chỉ ở một trong hai cột. Hàng này chưa được ghi nhận.'],
    ['28/11/2026;A;1.000;2.000;x', 'Hàng 3, cột ghi có (ô D3): "2.000 + 1.000" không đọc được; cần số đồng tròn như 1.250.000, chỉ ở một trong hai cột. Hàng này chưa được ghi nhận.'],
  ])('%s', async (row, expected) => {
    const { movements, problems } = await read(`${HEAD}28/11/2026;FT1;;100.000;a\n${row}\n28/11/2026;FT2;;200.000;b\n`);
    expect(problems.map(({ vi }) => vi)).toEqual([expected]);
    expect(movements.map(({ reference }) => reference)).toEqual(['FT1', 'FT2']);
  });
});

test('files that are no statement, or of another account, say so', async () => {
  expect(await refused('a;b\n1;2\n')).toContain('không có hàng tiêu đề');
  expect(await refused('')).toContain('trống');
  const head = 'Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Mô tả\n';
  expect(await refused(`Số tài khoản: 9990001112223\n${head}`)).toContain('tài khoản 9990001112223, không phải tài khoản 0011012345678');
  expect(await refused(`Số tài khoản: 0011 0123 45678\n${head}`)).toBe('read');
  expect(await refused(`Account number: 0011xxxxx5678\n${head}`)).toBe('read');
  expect(await refused(`Account number: 0011xxxxx5679\n${head}`)).toContain('không phải tài khoản');
});

test('the same file gives the same names; equal rows without a reference stay apart; a shared reference loses none', async () => {
  const text = 'Ngày giao dịch;Số CT;Ghi nợ;Ghi có;Mô tả\n28/11/2026;;;100.000;chuyen tien\n28/11/2026;;;100.000;chuyen tien\n28/11/2026;B1;;100.000;x\n28/11/2026;B1;;30.000;y\n';
  const names = (await read(text)).movements.map(({ eventId }) => eventId);
  expect(new Set(names).size).toBe(4);
  expect((await read(text)).movements.map(({ eventId }) => eventId)).toEqual(names);
  expect(names.slice(2)).toEqual([`bank:${ACCOUNT}:B1`, `bank:${ACCOUNT}:B1+2`]);
});

test('a webhook and a statement give the same money one reference', async () => {
  const sentAt = Date.parse('2026-11-28T02:15:02Z');
  const message = sepayMessage({ id: 1, account: '0011 0123 45678', amount: 250_000, content: 'OCOP', reference: 'FT26333123456\\BNK', sentAt });
  const [told] = await sepayWebhook(SECRETS.sepay).read(Buffer.from(message.body), new Headers(message.headers), sentAt);
  const { movements } = await read('Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Mô tả\n28/11/2026;ft26333123456;;250.000;OCOP\n');
  expect(movements.flatMap(bankTransfer)[0]?.bankReference).toBe(told?.bankReference);
});

describe('amounts', () => {
  test.each([
    ['1.250.000', 1_250_000], ['1,250,000', 1_250_000], ['1250000', 1_250_000], ['1.250.000,00', 1_250_000], ['1,250,000.00', 1_250_000], ['1 250 000', 1_250_000],
    ['1\u00a0250\u00a0000 ₫', 1_250_000], ['+1,250,000 VND', 1_250_000], ['−90.000đ', -90_000], ['(90,000)', -90_000], ['90000.0', 90_000], ['1.250', 1_250], ['0', 0], ['-', 0], ['', 0], ['0,00', 0],
  ])('%s', (text, expected) => expect(dongInCell(cellOf(text))).toBe(expected));
  test.each(['1,5', '12.50', '1.25.000', '1.250,000', '1.250.000,50', '--1', '(1', 'một trăm', '1e6', '99999999999999999999', '$5'])('%s is none', (text) => expect(dongInCell(cellOf(text))).toBeUndefined());

  test('every whole amount is read back from every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999_999 }), fc.constantFrom('.', ',', ' ', ''), fc.boolean(), fc.constantFrom('', ' VND', 'đ'), (amount, between, hundredths, unit) => {
        const decimals = hundredths && between !== ' ' && between !== '' ? (between === '.' ? ',00' : '.00') : '';
        const written = String(amount).replace(/\B(?=(\d{3})+$)/g, between) + decimals + unit;
        expect(dongInCell(cellOf(written))).toBe(amount);
      }),
    );
  });
});

test('no file makes the reader throw', async () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('Ngày giao dịch', 'Ghi có', 'Mô tả', '28/11/2026', '1.000', '"'));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), async (rows) => {
      await readStatement(Buffer.from(rows.map((row) => row.join(';')).join('\n')), 'x.csv', ACCOUNT);
    }),
  );
});
