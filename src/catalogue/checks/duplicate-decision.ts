import { type Check, errorAt } from './check.ts';
import type { DecisionRecord } from '../schemas/decision.ts';

export const duplicateDecision: Check = {
  id: 'duplicate-decision',
  reach: 'register',
  description: 'One document is one record: no two have the same number, date and issuer.',
  run(register) {
    const first = new Map<string, string>();
    return register.decisions.flatMap(({ file, record }) => {
      if (record.number === undefined) return [];
      const key = documentOf(record);
      const before = first.get(key);
      if (before === undefined) return first.set(key, file), [];
      return [
        errorAt(file, 'number', {
          en: `"${record.number}" of the same date and issuer is already ${before}: put all lines into one record`,
          vi: `"${record.number}" cùng ngày, cùng cơ quan ký đã có ở ${before}: hãy gộp các dòng vào một bản ghi`,
        }),
      ];
    });
  },
};

function documentOf({ number, signedOn, attestedOn, issuer }: DecisionRecord): string {
  const signer = typeof issuer === 'object' ? [issuer.level, issuer.name] : issuer;
  return JSON.stringify([number?.toUpperCase(), signedOn ?? attestedOn, signer]);
}
