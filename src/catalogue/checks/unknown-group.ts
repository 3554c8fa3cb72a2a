import { type Check, errorAt } from './check.ts';
import { notFound } from './not-found.ts';

export const unknownGroup: Check = {
  id: 'unknown-group',
  reach: 'register',
  description: 'A product and a group rule name one of the groups of content/product-groups.yaml.',
  run(register) {
    const known = new Set(register.groups.map((group) => group.id));
    const named = [
      ...register.products.map(({ file, record }) => ({ file, field: 'group', group: record.group })),
      ...register.groupRules.map((rule, place) => ({ file: 'content/group-rules.yaml', field: `${place}.group`, group: rule.group })),
    ];
    return named.flatMap(({ file, field, group }) =>
      group === undefined || known.has(group) ? [] : [errorAt(file, field, notFound(group, 'content/product-groups.yaml', known))],
    );
  },
};
