import { groupByRules } from '../../domain/product-group-rule.ts';
import { type Check, errorAt } from './check.ts';

export const groupAgainstRules: Check = {
  id: 'group-against-rules',
  reach: 'record',
  description: 'An inferred group is the one that content/group-rules.yaml gives for the name.',
  run(register) {
    return register.products.flatMap(({ file, record: { group, groupBasis, name } }) => {
      if (groupBasis !== 'inferred') return [];
      const ruled = groupByRules(register.groupRules, name);
      if (ruled === group) return [];
      const [en, vi] = ruled === undefined ? ['none', 'để trống'] : [`"${ruled}"`, `"${ruled}"`];
      return [
        errorAt(file, 'group', {
          en: `"${group ?? ''}" is inferred but content/group-rules.yaml gives ${en}: take that, or write groupBasis "read" with a source that names the group`,
          vi: `"${group ?? ''}" ghi là suy ra (inferred) nhưng content/group-rules.yaml cho kết quả ${vi}: hãy ghi theo bảng, hoặc ghi groupBasis "read" kèm nguồn nêu nhóm`,
        }),
      ];
    });
  },
};
