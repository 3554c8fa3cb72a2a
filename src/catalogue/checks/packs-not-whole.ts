import type { LotRecord } from '../schemas/lot.ts';
import { type Check, errorAt } from './check.ts';

export const packsNotWhole: Check = {
  id: 'packs-not-whole',
  reach: 'record',
  description: 'Packs of a lot are counted in whole numbers above zero.',
  run(register) {
    return register.lots.flatMap(({ file, record }) =>
      countsOf(record)
        .filter(({ count }) => !Number.isSafeInteger(count) || count <= 0)
        .map(({ field, count }) =>
          errorAt(file, field, {
            en: `${count} is not a whole number of packs above zero: write 1200 for 1.200, without dots`,
            vi: `${count} không phải số nguyên lớn hơn 0: hãy ghi 1200 cho 1.200, không có dấu chấm`,
          }),
        ),
    );
  },
};

function countsOf({ quantity, steps }: LotRecord): { field: string; count: number }[] {
  const ofSteps = steps.flatMap((step, place) =>
    (step.kind === 'packing' || step.kind === 'shipping') && step.packs !== undefined ? [{ field: `steps.${place}.packs`, count: step.packs }] : [],
  );
  return [...(quantity === undefined ? [] : [{ field: 'quantity', count: quantity }]), ...ofSteps];
}
