import { firstDayOf, lastDayOf } from '../../domain/calendar-day.ts';
import { type Check, errorAt } from './check.ts';

export const packedBeforeMade: Check = {
  id: 'packed-before-made',
  reach: 'record',
  description: 'A lot is packed when it is made or later.',
  run(register) {
    return register.lots.flatMap(({ file, record: { producedOn, packedOn } }) =>
      producedOn === undefined || packedOn === undefined || lastDayOf(packedOn) >= firstDayOf(producedOn)
        ? []
        : [
            errorAt(file, 'packedOn', {
              en: `${packedOn} lies before producedOn ${producedOn}: correct one of the two`,
              vi: `${packedOn} trước ngày sản xuất ${producedOn}: hãy sửa một trong hai ngày`,
            }),
          ],
    );
  },
};
