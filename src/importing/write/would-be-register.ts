import { runChecks } from '../../catalogue/checks/all.ts';
import { parseShape } from '../../catalogue/parse-shape.ts';
import type { RawRecord, RawRegister } from '../../catalogue/raw-register.ts';
import { decisionSchema } from '../../catalogue/schemas/decision.ts';
import { lotSchema } from '../../catalogue/schemas/lot.ts';
import { producerSchema } from '../../catalogue/schemas/producer.ts';
import { productSchema } from '../../catalogue/schemas/product.ts';
import { parseYaml } from '../../catalogue/yaml-file.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { formatProblem, type Problem } from '../../domain/problem.ts';
import type { ProposedRecord } from '../proposal.ts';
import type { z } from 'zod';

/**
 * Errors that the register would have with the records and has not without them: the loader's shapes and every check,
 * over the register as it would be.
 */
export function newProblems(register: RawRegister, records: readonly ProposedRecord[], today: IsoDate): Problem[] {
  if (records.length === 0) return [];
  const { register: wouldBe, problems } = wouldBeRegister(register, records);
  const before = new Set(runChecks(register, today).map((problem) => formatProblem(problem)));
  const after = [...problems, ...runChecks(wouldBe, today)];
  return after.filter((problem) => problem.severity === 'error' && !before.has(formatProblem(problem)));
}

/** The register with the records in the place of those with the same path; those with a wrong shape are problems. */
export function wouldBeRegister(register: RawRegister, records: readonly ProposedRecord[]): { register: RawRegister; problems: Problem[] } {
  const problems: Problem[] = [];
  const parsed = <T>(folder: string, schema: z.ZodType<T>, idOf: (path: string) => string): RawRecord<T>[] =>
    records.filter(({ path }) => path.startsWith(`content/${folder}/`)).flatMap(({ path, after }) => {
      const yaml = parseYaml(after);
      const shape = 'error' in yaml ? { problems: [problemOf(path, yaml.error)] } : parseShape(schema, path, yaml.value);
      if ('problems' in shape) return problems.push(...shape.problems), [];
      return [{ id: idOf(path), file: path, sample: false, record: shape.record }];
    });
  const products = parsed('products', productSchema, (path) => path.split('/').at(-2) ?? '');
  const lots = parsed('lots', lotSchema, (path) => `${path.split('/').at(-2)}/${stem(path)}`);
  return {
    problems,
    register: {
      ...register,
      products: replaced(register.products, products),
      producers: replaced(register.producers, parsed('producers', producerSchema, stem)),
      decisions: replaced(register.decisions, parsed('decisions', decisionSchema, stem)),
      lots: replaced(register.lots, lots),
      folders: new Map([...[...products, ...lots].map(({ file }) => [file, [] as string[]] as const), ...register.folders]),
    },
  };
}

function replaced<T>(before: readonly RawRecord<T>[], now: readonly RawRecord<T>[]): RawRecord<T>[] {
  const files = new Set(now.map(({ file }) => file));
  return [...before.filter(({ file }) => !files.has(file)), ...now];
}

function stem(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.yaml$/, '');
}

function problemOf(file: string, error: string): Problem {
  return { file, field: '', severity: 'error', message: `is not readable YAML: ${error}` };
}
