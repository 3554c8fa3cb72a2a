import { basename } from 'node:path';

/** Why a photograph was not taken: what was found and what to do, in both languages. */
export interface Refusal {
  en: string;
  vi: string;
}

/** A camera's largest files are about 25 MB. */
export const LARGEST_FILE_BYTES = 40_000_000;
export const MOST_PIXELS = 100_000_000;

/** One sentence each; all begin with the file's own name. */
export function refusalsFor(path: string) {
  const name = JSON.stringify(basename(path));
  const say = (en: string, vi: string): Refusal => ({ en: `${name} ${en}`, vi: `${name} ${vi}` });
  return {
    outside: () => say('leads out of its folder; put the photograph itself there, not a link', 'dẫn ra ngoài thư mục của nó; hãy đặt chính tệp ảnh vào đó, không đặt liên kết'),
    notFile: () => say('is not a file; put a JPEG, PNG, WebP or AVIF photograph there', 'không phải là tệp; hãy đặt vào đó ảnh JPEG, PNG, WebP hoặc AVIF'),
    empty: () => say('is empty (0 bytes); copy the photograph again', 'là tệp rỗng (0 byte); hãy chép lại ảnh'),
    tooLarge: (bytes: number) => {
      const [size, most] = [Math.ceil(bytes / 1e6), LARGEST_FILE_BYTES / 1e6];
      return say(`has ${size} MB, more than ${most}; save it smaller, 2560 pixels wide is plenty`, `nặng ${size} MB, quá ${most} MB; hãy lưu nhỏ hơn, rộng 2560 điểm ảnh là đủ`);
    },
    missing: () => say('was not found; put the photograph beside its record or correct the name', 'không tìm thấy; hãy đặt ảnh cạnh bản ghi hoặc sửa lại tên'),
    selfLink: () => say('is a link to itself; put the photograph itself there', 'là liên kết trỏ về chính nó; hãy đặt chính tệp ảnh vào đó'),
    forbidden: () => say('may not be read; give the site read access to it', 'không được phép đọc; hãy cấp quyền đọc tệp cho trang'),
    unreadable: (code: string) => say(`could not be read (${code}); copy the photograph again`, `không đọc được (${code}); hãy chép lại ảnh`),
    noPicture: () => say('is no picture that can be read; save it as JPEG', 'không phải ảnh đọc được; hãy lưu lại dạng JPEG'),
    otherKind: (format: string) => say(`is ${format}, not a photograph; save it as JPEG`, `là ${format}, không phải ảnh chụp; hãy lưu lại dạng JPEG`),
    tooManyPixels: (width: number, height: number) => {
      const most = MOST_PIXELS / 1e6;
      return say(
        `has ${width} × ${height} pixels, more than ${most} million; save it smaller, 2560 pixels wide is plenty`,
        `có ${width} × ${height} điểm ảnh, quá ${most} triệu; hãy lưu nhỏ hơn, rộng 2560 điểm ảnh là đủ`,
      );
    },
    slow: (seconds: number) => say(`took longer than ${seconds} seconds to read; save it again as JPEG`, `đọc quá ${seconds} giây chưa xong; hãy lưu lại dạng JPEG`),
    heic: () => say('is HEIC, a format that cannot be read here; save it as JPEG', 'là HEIC, dạng không đọc được ở đây; hãy lưu lại dạng JPEG'),
    damaged: () => say('is damaged or cut off; copy it again from the camera or save it again as JPEG', 'bị hỏng hoặc bị cụt; hãy chép lại từ máy ảnh hoặc lưu lại dạng JPEG'),
  };
}
