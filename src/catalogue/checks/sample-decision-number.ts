import { isSampleDecisionNumber } from '../../domain/decision-number.ts';
import { type Check, errorAt } from './check.ts';

export const sampleDecisionNumber: Check = {
  id: 'sample-decision-number',
  reach: 'record',
  description: 'Decision numbers of the practice data end in QĐ-MẪU, and no real one does.',
  run(register) {
    return register.decisions.flatMap(({ file, sample, record: { number } }) => {
      if (number === undefined || isSampleDecisionNumber(number) === sample) return [];
      return [
        errorAt(
          file,
          'number',
          sample
            ? { en: `"${number}" could be a real number on a sample: write one like "01/QĐ-MẪU"`, vi: `"${number}" có thể là số thật trên dữ liệu minh hoạ: hãy ghi dạng "01/QĐ-MẪU"` }
            : { en: `"${number}" is a number of the practice data on a real decision: write the number as signed or leave it out`, vi: `"${number}" là số minh hoạ trên quyết định thật: hãy ghi đúng số đã ký hoặc bỏ trống` },
        ),
      ];
    });
  },
};
