import { parseDecisionNumber, type DecisionNumberFault } from '../../domain/decision-number.ts';
import { type Check, errorAt, type Words } from './check.ts';

export const decisionNumberForm: Check = {
  id: 'decision-number-form',
  reach: 'record',
  description: 'A decision number reads like 2394/QĐ-UBND: no year in it, QĐ with its Đ.',
  run(register) {
    return register.decisions.flatMap(({ file, record: { number } }) => {
      const parsed = number === undefined ? undefined : parseDecisionNumber(number);
      return typeof parsed === 'string' ? [errorAt(file, 'number', wordsFor(parsed, number ?? ''))] : [];
    });
  },
};

function wordsFor(fault: DecisionNumberFault, number: string): Words {
  const found = `"${number}"`;
  if (fault === 'year') {
    const without = number.replace(/\/\d{4}\//, '/');
    return {
      en: `${found} has a year in it: write "${without}" and the date in signedOn`,
      vi: `${found} có năm ở giữa: hãy ghi "${without}" và ghi ngày ký vào signedOn`,
    };
  }
  if (fault === 'plain-d') {
    const stroked = number.replace(/\/Q.-/, '/QĐ-');
    return { en: `${found} is written without Đ: write "${stroked}"`, vi: `${found} thiếu chữ Đ: hãy ghi "${stroked}"` };
  }
  return {
    en: `${found} does not read like "2394/QĐ-UBND": copy it from the document, or leave the field out when it was not read`,
    vi: `${found} không đúng dạng "2394/QĐ-UBND": hãy chép lại từ văn bản, hoặc bỏ trống nếu chưa đọc được`,
  };
}
