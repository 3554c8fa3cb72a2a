import { z } from 'zod';
import { slug, text } from './fields.ts';

/** content/group-rules.yaml: the first rule whose words occur in a product's name gives its group, marked as derived. */
export const groupRulesSchema = z.array(
  z.strictObject({
    /** Undefined leaves the group unknown on purpose, as for herbal teas. */
    group: slug.optional(),
    words: z.array(text).min(1),
    why: text,
  }),
);

export type GroupRules = z.infer<typeof groupRulesSchema>;
