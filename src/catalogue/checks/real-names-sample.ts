import { type Check, errorAt } from './check.ts';
import { mixedReferences } from './mixed-references.ts';

export const realNamesSample: Check = {
  id: 'real-names-sample',
  reach: 'register',
  description: 'A real record never names a product or producer of the practice data.',
  run(register) {
    return mixedReferences(register)
      .filter(({ fromSample }) => !fromSample)
      .map(({ file, field, id }) =>
        errorAt(file, field, {
          en: `"${id}" is a sample of content/samples/ but this record is real: name a real record`,
          vi: `"${id}" là dữ liệu minh hoạ trong content/samples/ còn bản ghi này là thật: hãy ghi một bản ghi thật`,
        }),
      );
  },
};
