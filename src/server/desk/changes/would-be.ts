import { runChecks } from '../../../catalogue/checks/all.ts';
import { parseShape } from '../../../catalogue/parse-shape.ts';
import type { RawRegister } from '../../../catalogue/raw-register.ts';
import { siteSchema } from '../../../catalogue/schemas/site.ts';
import { parseYaml } from '../../../catalogue/yaml-file.ts';
import type { IsoDate } from '../../../domain/calendar-day.ts';
import { formatProblem, type Problem } from '../../../domain/problem.ts';
import type { ProposedRecord } from '../../../importing/proposal.ts';
import { wouldBeRegister } from '../../../importing/write/would-be-register.ts';

export const SITE_RECORD = 'content/site.yaml';

export interface WouldBe {
  records: readonly ProposedRecord[];
  /** Paths of records that would be gone. */
  removed?: readonly string[];
  /** Paths of files that would lie beside the records, and of those that no longer would. */
  filesAdded?: readonly string[];
  filesRemoved?: readonly string[];
}

/** Errors that the register would have and has not now. */
export function newErrors(register: RawRegister, wouldBe: WouldBe, today: IsoDate): Problem[] {
  const before = new Set(runChecks(register, today).map((problem) => formatProblem(problem)));
  const { problems, register: after } = applied(register, wouldBe);
  return [...problems, ...runChecks(after, today)].filter((problem) => problem.severity === 'error' && !before.has(formatProblem(problem)));
}

function applied(register: RawRegister, { records, removed = [], filesAdded = [], filesRemoved = [] }: WouldBe): { register: RawRegister; problems: Problem[] } {
  const kept = <T extends { file: string }>(all: readonly T[]): T[] => all.filter(({ file }) => !removed.includes(file));
  const remaining: RawRegister = {
    ...register,
    products: kept(register.products),
    producers: kept(register.producers),
    decisions: kept(register.decisions),
    lots: kept(register.lots),
    folders: foldersWith(register.folders, filesAdded, filesRemoved),
  };
  const { register: after, problems } = wouldBeRegister(remaining, records);
  const site = records.find(({ path }) => path === SITE_RECORD);
  if (site === undefined) return { register: after, problems };
  const yaml = parseYaml(site.after);
  const parsed = 'error' in yaml ? undefined : parseShape(siteSchema, SITE_RECORD, yaml.value);
  if (parsed === undefined || 'problems' in parsed) return { register: after, problems: [...problems, ...(parsed?.problems ?? [])] };
  return { register: { ...after, site: parsed.record }, problems };
}

function foldersWith(folders: RawRegister['folders'], added: readonly string[], removed: readonly string[]): RawRegister['folders'] {
  const changed = new Map(folders);
  for (const [paths, add] of [[removed, false], [added, true]] as const) {
    for (const path of paths) {
      const [, product, photograph] = /^(content\/products\/[^/]+)\/(.+)$/.exec(path) ?? [];
      const [, lot, paper] = /^(content\/lots\/[^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
      const name = photograph ?? paper;
      if (name === undefined) continue;
      const key = lot === undefined ? `${product}/product.yaml` : `${lot}.yaml`;
      const others = (changed.get(key) ?? []).filter((other) => other !== name);
      changed.set(key, add ? [...others, name] : others);
    }
  }
  return changed;
}
