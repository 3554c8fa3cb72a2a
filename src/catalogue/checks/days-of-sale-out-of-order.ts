import { type Check, errorAt } from './check.ts';

export const daysOfSaleOutOfOrder: Check = {
  id: 'days-of-sale-out-of-order',
  reach: 'register',
  description: 'The last day of an event, basket or voucher does not lie before its first.',
  run(register) {
    return [...register.events, ...register.baskets, ...register.vouchers].flatMap(({ file, record: { from, until } }) =>
      from === undefined || until === undefined || from <= until
        ? []
        : [errorAt(file, 'until', { en: `${until} lies before ${from}, its first day: correct one of them`, vi: `${until} trước ngày đầu ${from}: hãy sửa một trong hai` })],
    );
  },
};
