import { lastDayOf } from '../../domain/calendar-day.ts';
import { type Check, errorAt } from './check.ts';
import { datesOfActs } from './dates-in.ts';

/** The programme began with Decision 490/QĐ-TTg of this day. */
const BEGAN = '2018-05-07';

export const dateBeforeProgramme: Check = {
  id: 'date-before-programme',
  reach: 'record',
  description: 'No act of the programme is older than the programme (Decision 490/QĐ-TTg of 07/05/2018).',
  run(register) {
    return datesOfActs(register).flatMap(({ file, field, date }) =>
      lastDayOf(date) >= BEGAN
        ? []
        : [
            errorAt(file, field, {
              en: `${date} lies before OCOP began on ${BEGAN}: correct the date`,
              vi: `${date} trước ngày bắt đầu Chương trình OCOP (${BEGAN}): hãy sửa lại ngày`,
            }),
          ],
    );
  },
};
