import type { Problem } from '../../domain/problem.ts';
import type { LotRecord } from '../schemas/lot.ts';
import { type Check, errorAt } from './check.ts';

/** Sums of kilograms with decimals differ in their last digit. */
const ROUNDING_KG = 1e-6;

export const massBalance: Check = {
  id: 'mass-balance',
  reach: 'record',
  description: 'What comes out of a processing step weighs at most what went in, and no more goes in of a raw material’s lot than was harvested or bought.',
  run(register) {
    return register.lots.flatMap(({ file, record }) => [...outputs(file, record), ...inputs(file, record)]);
  },
};

function outputs(file: string, { steps }: LotRecord): Problem[] {
  return steps.flatMap((step, place) => {
    if (step.kind !== 'processing') return [];
    const input = sum(step.inputs.map(({ kg }) => kg));
    if (step.outputKg <= input + ROUNDING_KG) return [];
    return [
      errorAt(file, `steps.${place}.outputKg`, {
        en: `${step.outputKg} kg came out of ${input} kg: correct the weights, no more can come out than went in`,
        vi: `${step.outputKg} kg ra từ ${input} kg đưa vào: hãy sửa lại khối lượng, ra không thể nhiều hơn vào`,
      }),
    ];
  });
}

/** Only for lots of raw material whose every arrival says its weight. */
function inputs(file: string, { steps }: LotRecord): Problem[] {
  const arrived = new Map<string, number>();
  for (const step of steps) {
    if ((step.kind !== 'harvest' && step.kind !== 'purchase') || step.materialLot === undefined) continue;
    arrived.set(step.materialLot, (arrived.get(step.materialLot) ?? 0) + (step.kg ?? Infinity));
  }
  const used = new Map<string, number>();
  return steps.flatMap((step, place) => {
    if (step.kind !== 'processing') return [];
    return step.inputs.flatMap(({ lot, kg }, row) => {
      const there = lot === undefined ? undefined : arrived.get(lot);
      if (lot === undefined || there === undefined) return [];
      used.set(lot, (used.get(lot) ?? 0) + kg);
      const total = used.get(lot) ?? 0;
      if (total <= there + ROUNDING_KG) return [];
      return [
        errorAt(file, `steps.${place}.inputs.${row}.kg`, {
          en: `${total} kg of "${lot}" went in, but only ${there} kg were harvested or bought: correct the weights`,
          vi: `đã đưa vào ${total} kg của lô nguyên liệu "${lot}" trong khi chỉ thu hoạch hoặc mua ${there} kg: hãy sửa lại khối lượng`,
        }),
      ];
    });
  });
}

function sum(numbers: readonly number[]): number {
  return Number(numbers.reduce((total, number) => total + number, 0).toFixed(6));
}
