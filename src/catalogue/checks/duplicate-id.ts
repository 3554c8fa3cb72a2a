import type { Problem } from '../../domain/problem.ts';
import { type Check, errorAt } from './check.ts';

export const duplicateId: Check = {
  id: 'duplicate-id',
  reach: 'register',
  description: 'An id stands for one record of its kind, also among those that moved.',
  run(register) {
    const moved = Map.groupBy(register.moved, (record) => record.kind);
    return [
      ...twice([...register.products, ...(moved.get('product') ?? [])]),
      ...twice([...register.producers, ...(moved.get('producer') ?? [])]),
      ...twice([...register.decisions, ...(moved.get('decision') ?? [])]),
      ...[register.lots, register.offers, register.outlets, register.events, register.baskets, register.vouchers].flatMap((records) => twice(records)),
      ...twice(register.groups.map(({ id }, place) => ({ id, file: 'content/product-groups.yaml', field: `${place}.id` }))),
    ];
  },
};

function twice(records: readonly { id: string; file: string; field?: string }[]): Problem[] {
  const first = new Map<string, string>();
  return records.flatMap(({ id, file, field = 'id' }) => {
    const before = first.get(id);
    if (before === undefined) return first.set(id, file), [];
    return [
      errorAt(file, field, {
        en: `"${id}" is already the id of ${before}: rename one of the two`,
        vi: `"${id}" đã là mã của ${before}: hãy đổi tên một trong hai`,
      }),
    ];
  });
}
