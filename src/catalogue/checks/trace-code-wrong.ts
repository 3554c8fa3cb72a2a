import { checkCharacterOf, parseTraceCode } from '../../domain/trace-code.ts';
import { type Check, errorAt, type Words } from './check.ts';
import { packsIn } from './packs-in.ts';

export const traceCodeWrong: Check = {
  id: 'trace-code-wrong',
  reach: 'record',
  description: 'A trace code stands as it was issued: nine characters and the check character that fits them.',
  run(register) {
    return packsIn(register).flatMap(({ file, field, pack: { traceCode } }) => {
      const words = traceCode === undefined ? undefined : faultOf(traceCode);
      return words === undefined ? [] : [errorAt(file, `${field}.traceCode`, words)];
    });
  },
};

function faultOf(code: string): Words | undefined {
  const parsed = parseTraceCode(code);
  if (!('fault' in parsed)) return parsed.code === code ? undefined : writtenOtherwise(code, parsed.code);
  switch (parsed.fault) {
    case 'code-check':
      return checkWords(code);
    case 'code-length':
      return {
        en: `"${code}" has not ten characters: compare with the code on the pack, codes are issued by the desk and never typed`,
        vi: `"${code}" không đủ mười ký tự: hãy đối chiếu với mã trên bao bì; mã do trang quản lý cấp, không tự đặt`,
      };
    default:
      return {
        en: `"${code}" has characters that no trace code has (only digits and capitals without I, L, O, U): codes are issued by the desk and never typed`,
        vi: `"${code}" có ký tự không dùng trong mã truy vết (chỉ chữ số và chữ hoa trừ I, L, O, U): mã do trang quản lý cấp, không tự đặt`,
      };
  }
}

function writtenOtherwise(code: string, issued: string): Words {
  return {
    en: `"${code}" is not written as issued: write "${issued}"`,
    vi: `"${code}" chưa đúng cách viết của mã đã cấp: hãy ghi "${issued}"`,
  };
}

/** The plain form first: lower case and look-alikes are not what is wrong here. */
function checkWords(code: string): Words {
  const plain = code.toUpperCase().replace(/[\s\-\u2010-\u2015]+/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const fitting = checkCharacterOf(plain.slice(0, -1));
  return {
    en: `"${code}" ends in the wrong check character ("${fitting}" would fit): compare with the code on the pack`,
    vi: `"${code}" sai ký tự kiểm tra cuối (đúng phải là "${fitting}"): hãy đối chiếu với mã trên bao bì`,
  };
}
