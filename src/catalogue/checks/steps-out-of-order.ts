import { lastDayOf } from '../../domain/calendar-day.ts';
import type { JourneyStepKind } from '../../domain/journey-step.ts';
import type { Problem } from '../../domain/problem.ts';
import type { LotRecord } from '../schemas/lot.ts';
import { type Check, warningAt } from './check.ts';

const BEFORE_PACKING: ReadonlySet<JourneyStepKind> = new Set(['harvest', 'purchase', 'processing']);

export const stepsOutOfOrder: Check = {
  id: 'steps-out-of-order',
  reach: 'record',
  description: 'The steps of a lot stand oldest first; raw material comes and is processed before packing, and goods leave after it.',
  run(register) {
    return register.lots.flatMap(({ file, record }) => [...laterFirst(file, record), ...wrongSideOfPacking(file, record)]);
  },
};

function laterFirst(file: string, { steps }: LotRecord): Problem[] {
  return steps.flatMap(({ on }, place) => {
    const before = steps[place - 1]?.on;
    if (before === undefined || on >= before) return [];
    return [
      warningAt(file, `steps.${place}.on`, {
        en: `${on} lies before the step above it, ${before}: put the steps in the order of their days, or correct the date`,
        vi: `${on} trước công đoạn đứng trên (${before}): hãy xếp công đoạn theo ngày, hoặc sửa lại ngày`,
      }),
    ];
  });
}

function wrongSideOfPacking(file: string, { steps, packedOn }: LotRecord): Problem[] {
  const packed = steps.findLast(({ kind }) => kind === 'packing')?.on ?? (packedOn === undefined ? undefined : lastDayOf(packedOn));
  const firstPacked = steps.find(({ kind }) => kind === 'packing')?.on ?? packedOn;
  if (packed === undefined || firstPacked === undefined) return [];
  return steps.flatMap(({ kind, on }, place) => {
    if (BEFORE_PACKING.has(kind) && on > packed) {
      return [
        warningAt(file, `steps.${place}.on`, {
          en: `${on} lies after the packing, ${packed}: this step comes before it, correct one of the dates`,
          vi: `${on} sau ngày đóng gói (${packed}): công đoạn này phải trước khi đóng gói, hãy sửa một trong hai ngày`,
        }),
      ];
    }
    if (kind !== 'shipping' || on >= firstPacked) return [];
    return [
      warningAt(file, `steps.${place}.on`, {
        en: `${on} lies before the packing, ${firstPacked}: goods leave after they were packed, correct one of the dates`,
        vi: `${on} trước ngày đóng gói (${firstPacked}): hàng xuất kho sau khi đóng gói, hãy sửa một trong hai ngày`,
      }),
    ];
  });
}
