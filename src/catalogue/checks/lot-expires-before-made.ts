import { firstDayOf, lastDayOf } from '../../domain/calendar-day.ts';
import { type Check, errorAt } from './check.ts';

const ENDS = ['useBy', 'bestBefore'] as const;
const BEGINS = ['packedOn', 'producedOn'] as const;
const WORDS_VI = { packedOn: 'ngày đóng gói', producedOn: 'ngày sản xuất' } as const;

export const lotExpiresBeforeMade: Check = {
  id: 'lot-expires-before-made',
  reach: 'record',
  description: 'The last day of use of a lot does not lie before it was made or packed.',
  run(register) {
    return register.lots.flatMap(({ file, record }) =>
      ENDS.flatMap((end) => {
        const last = record[end];
        const begin = BEGINS.find((name) => last !== undefined && record[name] !== undefined && lastDayOf(last) < firstDayOf(record[name]));
        if (last === undefined || begin === undefined) return [];
        return [
          errorAt(file, end, {
            en: `${last} lies before ${begin} ${record[begin]}: goods cannot expire before they were made, correct one of the two`,
            vi: `${last} trước ${WORDS_VI[begin]} ${record[begin]}: hàng không thể hết hạn trước khi làm ra, hãy sửa một trong hai ngày`,
          }),
        ];
      }),
    );
  },
};
