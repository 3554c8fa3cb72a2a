import { isIssuedCode, LONGEST_LOT_CODE } from '../../domain/lot.ts';
import { lotOfId } from '../lot-id.ts';
import { type Check, errorAt } from './check.ts';

export const lotCodeWrong: Check = {
  id: 'lot-code-wrong',
  reach: 'record',
  description: 'The name of a lot’s file is its code: at most 20 capitals, digits and single hyphens, as it is printed on the pack.',
  run(register) {
    return register.lots.flatMap(({ id, file }) => {
      const { code } = lotOfId(id);
      if (isIssuedCode(code)) return [];
      const fitting = issuable(code);
      return [
        errorAt(file, 'code', {
          en: `"${code}" cannot be a lot code (capitals A-Z, digits and single hyphens, at most ${LONGEST_LOT_CODE}): rename the file${fitting === '' ? '' : ` to "${fitting}.yaml"`} and print that code`,
          vi: `"${code}" không dùng làm mã lô được (chữ hoa A-Z, chữ số và dấu gạch nối đơn, nhiều nhất ${LONGEST_LOT_CODE} ký tự): hãy đổi tên tệp${fitting === '' ? '' : ` thành "${fitting}.yaml"`} và in đúng mã đó`,
        }),
      ];
    });
  },
};

function issuable(code: string): string {
  const plain = code.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'D').toUpperCase();
  return plain.replace(/[^A-Z0-9]+/g, '-').slice(0, LONGEST_LOT_CODE).replace(/^-|-$/g, '');
}
