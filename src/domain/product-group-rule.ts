/** One line of content/group-rules.yaml. Without `group`, its words leave the group unknown on purpose. */
export interface ProductGroupRule {
  group?: string;
  words: readonly string[];
}

/**
 * The group that a product's name alone suggests: the first rule with a word or phrase that stands whole
 * in the name decides, marks included, capitals ignored ("chè" is not "che", "cao" is not "Caolin").
 * Undefined when no rule fits or the one that fits keeps the group unknown.
 */
export function groupByRules(rules: readonly ProductGroupRule[], name: string): string | undefined {
  const words = spaced(name);
  return rules.find((rule) => rule.words.some((phrase) => words.includes(spaced(phrase))))?.group;
}

/** ` nước mắm phú sáng `: words in lower case with one space on either side, so that `includes` finds whole words. */
function spaced(text: string): string {
  return ` ${text.normalize('NFC').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(' ')} `;
}
