/**
 * One thing wrong with one record, in words for the person who typed it.
 * `file` is a path from the project's root; `field` a dotted path inside the record (`packs.0.gtin`).
 */
export interface Problem {
  file: string;
  field: string;
  /** The whole sentence in English for logs: what was found and what to do. */
  message: string;
  /** The same in Vietnamese, for the office. */
  messageVi?: string;
  severity: 'error' | 'warning';
}

/**
 * `content/products/ruou-sim/product.yaml: producer "x" not found in content/producers/ (did you mean "y"?)`
 * In Vietnamese where the problem says it in Vietnamese.
 */
export function formatProblem(problem: Problem, language: 'vi' | 'en' = 'en'): string {
  const message = language === 'vi' ? (problem.messageVi ?? problem.message) : problem.message;
  return `${problem.file}: ${problem.field} ${message}`.replace(/\s+/g, ' ').trim();
}
