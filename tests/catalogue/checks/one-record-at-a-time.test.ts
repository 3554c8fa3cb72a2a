import { expect, test } from 'vitest';
import { CHECKS } from '../../../src/catalogue/checks/all.ts';
import type { RawRegister } from '../../../src/catalogue/raw-register.ts';
import { readRegister } from '../../../src/catalogue/read-register.ts';

const TODAY = '2026-11-21';
const { register } = readRegister('content', { samples: true });

/** A rule that says it looks at one record at a time must say the same of a record alone as of it among all others. */
test('rules of reach "record" find the same in each record alone as in the whole register', () => {
  const alone: RawRegister[] = [
    ...register.products.map((product) => ({ ...register, products: [product], producers: [], decisions: [], lots: [] })),
    ...register.producers.map((producer) => ({ ...register, products: [], producers: [producer], decisions: [], lots: [] })),
    ...register.decisions.map((decision) => ({ ...register, products: [], producers: [], decisions: [decision], lots: [] })),
    ...register.lots.map((lot) => ({ ...register, products: [], producers: [], decisions: [], lots: [lot] })),
  ];
  const none: RawRegister = { ...register, products: [], producers: [], decisions: [], lots: [] };
  for (const check of CHECKS.filter(({ reach }) => reach === 'record')) {
    const common = check.run(none, TODAY);
    const apart = alone.flatMap((one) => check.run(one, TODAY).filter((problem) => !common.some((same) => same.file === problem.file)));
    expect({ check: check.id, problems: [...common, ...apart].map(({ file, field }) => `${file} ${field}`).sort() }).toEqual({
      check: check.id,
      problems: check.run(register, TODAY).map(({ file, field }) => `${file} ${field}`).sort(),
    });
  }
});
