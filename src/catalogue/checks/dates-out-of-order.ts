import { firstDayOf, lastDayOf, type PartialDate } from '../../domain/calendar-day.ts';
import type { Problem } from '../../domain/problem.ts';
import { type Check, errorAt } from './check.ts';

export const datesOutOfOrder: Check = {
  id: 'dates-out-of-order',
  reach: 'register',
  description: 'A certificate does not end before it was granted, nor lapse before its source attests it.',
  run(register) {
    const ends = register.decisions.flatMap(({ file, record }) =>
      record.lines.flatMap(({ validUntil }, place) =>
        inOrder(file, `lines.${place}.validUntil`, validUntil, record.signedOn ?? record.attestedOn, record.signedOn === undefined ? 'attestedOn' : 'signedOn'),
      ),
    );
    const lapses = register.products.flatMap(({ file, record }) =>
      record.attestations.flatMap(({ lapsedBy, attestedOn }, place) =>
        inOrder(file, `attestations.${place}.lapsedBy`, lapsedBy, attestedOn, 'attestedOn'),
      ),
    );
    return [...ends, ...lapses];
  },
};

function inOrder(file: string, field: string, end: PartialDate | undefined, begin: PartialDate | undefined, beginField: string): Problem[] {
  if (end === undefined || begin === undefined || lastDayOf(end) >= firstDayOf(begin)) return [];
  return [
    errorAt(file, field, {
      en: `${end} lies before ${beginField} ${begin}: correct one of the two`,
      vi: `${end} trước ${beginField} ${begin}: hãy sửa một trong hai ngày`,
    }),
  ];
}
