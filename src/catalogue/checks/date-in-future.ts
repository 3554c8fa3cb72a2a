import { firstDayOf } from '../../domain/calendar-day.ts';
import { type Check, errorAt } from './check.ts';
import { datesOfThePast } from './dates-in.ts';

export const dateInFuture: Check = {
  id: 'date-in-future',
  reach: 'record',
  description: 'What has been signed, attested, read, declared, made or packed has a date that is not after today.',
  run(register, today) {
    return datesOfThePast(register).flatMap(({ file, field, date }) =>
      firstDayOf(date) <= today
        ? []
        : [
            errorAt(file, field, {
              en: `${date} lies after today, ${today}: correct the date`,
              vi: `${date} sau ngày hôm nay (${today}): hãy sửa lại ngày`,
            }),
          ],
    );
  },
};
