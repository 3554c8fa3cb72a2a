import { type Check, errorAt } from './check.ts';
import { mixedReferences } from './mixed-references.ts';

export const sampleNamesReal: Check = {
  id: 'sample-names-real',
  reach: 'register',
  description: 'Practice data never hangs on a real product or producer.',
  run(register) {
    return mixedReferences(register)
      .filter(({ fromSample }) => fromSample)
      .map(({ file, field, id }) =>
        errorAt(file, field, {
          en: `"${id}" is real but this record is a sample: name a record of content/samples/`,
          vi: `"${id}" là thật còn bản ghi này là dữ liệu minh hoạ: hãy ghi một bản ghi trong content/samples/`,
        }),
      );
  },
};
