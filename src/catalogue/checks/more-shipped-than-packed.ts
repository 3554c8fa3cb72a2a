import type { LotRecord } from '../schemas/lot.ts';
import { type Check, errorAt } from './check.ts';

export const moreShippedThanPacked: Check = {
  id: 'more-shipped-than-packed',
  reach: 'record',
  description: 'No more packs of a lot leave than it has.',
  run(register) {
    return register.lots.flatMap(({ file, record }) => {
      const packed = packsOf(record, 'packing') || (record.quantity ?? 0);
      const shipped = packsOf(record, 'shipping');
      const last = record.steps.findLastIndex(({ kind }) => kind === 'shipping');
      if (packed === 0 || shipped <= packed) return [];
      return [
        errorAt(file, `steps.${last}.packs`, {
          en: `${shipped} packs have left in all, but the lot has ${packed}: correct one of the numbers`,
          vi: `đã xuất tổng cộng ${shipped} trong khi lô chỉ có ${packed}: hãy sửa một trong hai số`,
        }),
      ];
    });
  },
};

function packsOf({ steps }: LotRecord, kind: 'packing' | 'shipping'): number {
  return steps.reduce((sum, step) => sum + (step.kind === kind && 'packs' in step ? (step.packs ?? 0) : 0), 0);
}
