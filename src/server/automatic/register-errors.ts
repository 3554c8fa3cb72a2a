import { formatProblem, type Problem } from '../../domain/problem.ts';

/** The register as it was saved has errors: nothing was published, and the site stays as it was. */
export class RegisterErrors extends Error {
  override name = 'RegisterErrors';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`the register has ${problems.filter(isError).length} error(s)`);
    this.problems = problems;
  }
}

/** Every problem, errors first: in Vietnamese, and below it in English where that says it otherwise. */
export function registerErrorLines(problems: readonly Problem[]): string[] {
  const errors = problems.filter(isError);
  const warnings = problems.filter((problem) => !isError(problem));
  return [
    ...errors.flatMap((problem) => linesOf(problem, 'lỗi     ')),
    ...warnings.flatMap((problem) => linesOf(problem, 'lưu ý   ')),
    `${errors.length} lỗi, ${warnings.length} lưu ý. Trang vẫn giữ bản tốt gần nhất. (The last good site stays.)`,
  ];
}

function linesOf(problem: Problem, head: string): string[] {
  const [vietnamese, english] = [formatProblem(problem, 'vi'), formatProblem(problem)];
  return vietnamese === english ? [head + english] : [head + vietnamese, `        ${english}`];
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}
