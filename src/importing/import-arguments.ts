import { parseArgs } from 'node:util';
import { dayInText } from './facts/read-date.ts';
import { readAct } from './facts/read-act.ts';
import { readLevel } from './facts/read-issuer.ts';
import { numberInText } from './facts/read-number.ts';
import type { ImportOptions } from './import-context.ts';

export interface ImportArguments {
  file: string;
  /** `--mau`: write the blank template to `file`. */
  template: boolean;
  write: 'no' | 'all' | 'sound';
  answersFile: string | undefined;
  options: ImportOptions;
}

export const USAGE = `Cách dùng: npm run import -- TỆP.xlsx [lựa chọn]
  không có lựa chọn   chỉ xem: in điều đã hiểu, câu hỏi và thay đổi, không ghi gì
  --ghi               ghi vào content/ khi mọi dòng đều ổn
  --ghi-phan-duoc     ghi các dòng ổn, dòng còn lại vào TỆP.con-lai.csv kèm lý do
  --tra-loi TỆP.yaml  trả lời các câu hỏi
  --so "2394/QĐ-UBND" --ngay 15/10/2024 --co-quan "UBND tỉnh Hà Tĩnh" --cap tinh|huyen|trung-uong
  --hinh-thuc nang-hang   cho những dòng tệp không ghi hình thức
  --nguon ĐỊA-CHỈ     địa chỉ trang hoặc tên văn bản làm nguồn
  --mau TỆP.xlsx      ghi tệp mẫu trống`;

/** Reads the command line; a string is what is wrong with it. */
export function readArguments(argv: readonly string[]): ImportArguments | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ghi: { type: 'boolean' }, 'ghi-phan-duoc': { type: 'boolean' }, mau: { type: 'boolean' }, 'tra-loi': { type: 'string' },
        so: { type: 'string' }, ngay: { type: 'string' }, 'co-quan': { type: 'string' }, cap: { type: 'string' },
        'hinh-thuc': { type: 'string' }, nguon: { type: 'string' },
      },
    });
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  }
  const { values, positionals: [file, ...more] } = parsed;
  if (file === undefined || more.length > 0) return USAGE;
  const act = values['hinh-thuc'] === undefined ? undefined : readAct(values['hinh-thuc']);
  const level = values.cap === undefined ? undefined : readLevel(values.cap);
  const number = values.so === undefined ? undefined : numberInText(values.so);
  const signedOn = values.ngay === undefined ? undefined : dayInText(values.ngay);
  if (values['hinh-thuc'] !== undefined && act === undefined) return `--hinh-thuc "${values['hinh-thuc']}" không rõ: cong-nhan-lan-dau, cong-nhan-lai, nang-hang, ha-hang, thu-hoi, nop-ho-so-danh-gia-lai.`;
  if (values.cap !== undefined && level === undefined) return `--cap "${values.cap}" không rõ: huyen, tinh hoặc trung-uong.`;
  if (values.so !== undefined && number === undefined) return `--so "${values.so}" không đúng dạng "2394/QĐ-UBND".`;
  if (values.ngay !== undefined && signedOn === undefined) return `--ngay "${values.ngay}" không phải ngày: ghi như 15/10/2024.`;
  return {
    file,
    template: values.mau === true,
    write: values['ghi-phan-duoc'] === true ? 'sound' : values.ghi === true ? 'all' : 'no',
    answersFile: values['tra-loi'],
    options: { number, signedOn, issuer: values['co-quan']?.normalize('NFC'), level, act, source: values.nguon?.normalize('NFC') },
  };
}
