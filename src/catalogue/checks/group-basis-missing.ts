import { type Check, errorAt } from './check.ts';

export const groupBasisMissing: Check = {
  id: 'group-basis-missing',
  reach: 'record',
  description: 'A group says whether a source names it (read) or the rule table gives it (inferred).',
  run(register) {
    return register.products.flatMap(({ file, record }) =>
      record.group === undefined || record.groupBasis !== undefined
        ? []
        : [
            errorAt(file, 'groupBasis', {
              en: `is missing for group "${record.group}": write "read" when a source names the group, "inferred" when content/group-rules.yaml gives it`,
              vi: `còn thiếu cho nhóm "${record.group}": ghi "read" nếu nguồn nêu nhóm, "inferred" nếu suy từ content/group-rules.yaml`,
            }),
          ],
    );
  },
};
