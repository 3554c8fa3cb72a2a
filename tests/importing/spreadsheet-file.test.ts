import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fileFault, type FileFault } from '../../src/importing/file-kind.ts';
import { LIMITS } from '../../src/importing/limits.ts';
import { readSpreadsheet } from '../../src/importing/spreadsheet-file.ts';
import { decodeCsv, delimiterOf } from '../../src/importing/text/csv-text.ts';
import { toTcvn3 } from '../../src/importing/text/tcvn3.ts';
import { bytesOf, utf8, xlsx } from './make-file.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A ZIP of one entry that claims a size of its own. */
function zipOf(name: string, content: Buffer, claimed = content.length): Uint8Array {
  const packed = deflateRawSync(content, { level: 9 });
  const head = (signature: number, skip: number): Buffer => {
    const buffer = Buffer.alloc(skip);
    buffer.writeUInt32LE(signature, 0);
    return buffer;
  };
  const local = head(0x04034b50, 30);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const central = head(0x02014b50, 46);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(name.length, 28);
  const end = head(0x06054b50, 22);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

const REFUSED: readonly (readonly [FileFault, () => Uint8Array | Promise<Uint8Array>])[] = [
  ['empty', () => new Uint8Array()],
  ['too-large', () => new Uint8Array(LIMITS.fileBytes + 1)],
  ['password', () => xlsx([{ name: 'PL', rows: [['x']] }], { password: 'bí mật' })],
  ['xls', () => Uint8Array.from([...OLE, ...new Uint8Array(600)])],
  ['pdf', () => utf8('%PDF-1.7 …')],
  ['docx', () => zipOf('word/document.xml', Buffer.from('<w/>'))],
  ['ods', () => zipOf('content.xml', Buffer.from('<o/>'))],
  ['xlsb', () => zipOf('xl/workbook.bin', Buffer.from('x'))],
  ['damaged', () => zipOf('readme.txt', Buffer.from('x'))],
  ['damaged', () => utf8('PK\u0003\u0004 cut off')],
  ['damaged', () => zipOf('[Content_Types].xml', Buffer.from('<Types/>'))],
  ['bomb', () => zipOf('[Content_Types].xml', Buffer.alloc(LIMITS.unpackedBytes + 1))],
  ['bomb', () => zipOf('[Content_Types].xml', Buffer.alloc(LIMITS.unpackedBytes + 1), 100)],
  ['encoding', () => Uint8Array.from([0x00, 0x01, 0xfe, 0x80, 0x90, 0xff, 0x81])],
  ['too-many-cells', () => utf8('a\n'.repeat(LIMITS.rows + 1))],
  ['too-many-cells', () => utf8('x'.repeat(LIMITS.cellCharacters + 1))],
];

describe('a file that is not taken', () => {
  it.each(REFUSED)('is named: %s', async (fault, bytes) => {
    expect(await readSpreadsheet(await bytes(), 'a.xlsx')).toEqual({ refusal: fileFault(fault, 'a.xlsx') });
  });

  it('says in Vietnamese what to do', () => {
    expect(fileFault('xls', 'cu.xls').vi).toBe('Tệp "cu.xls" là tệp Excel kiểu cũ (.xls): hãy mở bằng Excel và chọn Lưu thành (Save As) "Excel Workbook (.xlsx)".');
    expect(fileFault('password', 'a.xlsx').vi).toBe('Tệp "a.xlsx" được đặt mật khẩu: hãy mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi lưu lại.');
  });
});

describe('a CSV file', () => {
  const text = 'Tên sản phẩm;Chủ thể\nNước mắm Phú Sáng;HTX Đường Hoa';

  it.each([
    ['UTF-8', utf8(text), undefined],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`), undefined],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]), undefined],
    ['TCVN3', bytesOf(toTcvn3(text)), 'tcvn3'],
  ] as const)('is read from %s', (_, bytes, readFrom) => {
    expect(decodeCsv(bytes)).toEqual({ text, ...(readFrom === undefined ? {} : { readFrom }) });
  });

  it('is read from Windows-1258, where marks stand behind their letters', () => {
    const bytes = Uint8Array.from([0x4e, 0xfd, 0xf5, 0xec, 0x63, 0x20, 0x6d, 0xe3, 0xec, 0x6d]);
    expect(decodeCsv(bytes)).toEqual({ text: 'Nước mắm', readFrom: 'windows-1258' });
  });

  it.each([['a;b\n1;2', ';'], ['a\tb\n1\t2', '\t'], ['PHỤ LỤC, năm 2024\na;b;c\n"x,y,z";2;3', ';'], ['a,b\n1,2', ',']])('%j parts its cells by %j', (lines, sign) => {
    expect(delimiterOf(lines)).toBe(sign);
  });
});
