import { isStarLevel } from '../../domain/star-level.ts';
import { actsIn } from './acts-in.ts';
import { type Check, errorAt } from './check.ts';

export const starOutOfRange: Check = {
  id: 'star-out-of-range',
  reach: 'record',
  description: 'A star is 3, 4 or 5; 1 and 2 stars carry no certificate (Decision 148/QĐ-TTg).',
  run(register) {
    return actsIn(register).flatMap(({ file, field, stars }) =>
      stars === undefined || isStarLevel(stars)
        ? []
        : [
            errorAt(file, `${field}.stars`, {
              en: `${stars} is not 3, 4 or 5: 1 and 2 stars carry no certificate; leave the field out when the source does not say the star`,
              vi: `${stars} không phải 3, 4 hoặc 5: hạng 1 và 2 sao không được cấp giấy chứng nhận; bỏ trống nếu nguồn không ghi hạng sao`,
            }),
          ],
    );
  },
};
