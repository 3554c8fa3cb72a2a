import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SERIALS_FILE } from '../../catalogue/lot-folder.ts';
import { parseShape } from '../../catalogue/parse-shape.ts';
import { lotSchema } from '../../catalogue/schemas/lot.ts';
import { changeYaml, parseYaml } from '../../catalogue/yaml-file.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { Lot } from '../../domain/lot.ts';
import { formatProblem } from '../../domain/problem.ts';
import type { ProposedRecord } from '../../importing/proposal.ts';
import { BatchRefused, recoverBatch, writeBatch } from '../../importing/write/batch-write.ts';
import { linesOf, serialsFile } from '../../trace/labels/serials.ts';

/** Hashes of the serials that a lot has already. */
export function knownSerials(contentDir: string, lot: Lot): string[] {
  return linesOf(textAt(contentDir, filesOf(lot).serials));
}

/** The lot's record and its serials.txt with more hashes: both are written or none. Throws {@link BatchRefused}. */
export function keepSerials(contentDir: string, lot: Lot, hashes: readonly string[], today: IsoDate): void {
  recoverBatch(contentDir);
  const records = serialRecords(contentDir, lot, hashes, today);
  writeBatch(records, {
    contentDir,
    check: () => {
      const [record] = records;
      const yaml = parseYaml(record.after);
      const shape = 'error' in yaml ? undefined : parseShape(lotSchema, record.path, yaml.value);
      if (shape !== undefined && 'problems' in shape) throw new BatchRefused(shape.problems.map((problem) => formatProblem(problem, 'vi')).join('\n'));
    },
  });
}

/** What would be written: the record first, then the file of hashes. */
export function serialRecords(contentDir: string, lot: Lot, hashes: readonly string[], today: IsoDate): readonly [ProposedRecord, ProposedRecord] {
  const { record: path, serials } = filesOf(lot);
  const before = textAt(contentDir, path);
  if (before === undefined) throw new BatchRefused(`Không thấy ${path}: hồ sơ lô vừa bị chuyển hoặc xoá.`);
  const yaml = parseYaml(before);
  if ('error' in yaml) throw new BatchRefused(`${path} không đọc được: ${yaml.error}`);
  const known = textAt(contentDir, serials);
  const after = serialsFile(known, hashes);
  const batch = { count: linesOf(after).length, issuedOn: today };
  return [
    { path, before, after: changeYaml(before, withSerials(yaml.value as Record<string, unknown>, batch)) },
    { path: serials, before: known, after },
  ];
}

/** Behind the photographs, where the schema has it; a record that has serials keeps its order. */
function withSerials(fields: Record<string, unknown>, serials: { count: number; issuedOn: IsoDate }): Record<string, unknown> {
  if ('serials' in fields) return { ...fields, serials };
  const entries = Object.entries(fields);
  const at = entries.findIndex(([name]) => name === 'declared');
  return Object.fromEntries([...entries.slice(0, at), ['serials', serials], ...entries.slice(at)]);
}

function filesOf({ productId, code, sample }: Lot): { record: string; serials: string } {
  const folder = `content/${sample ? 'samples/' : ''}lots/${productId}`;
  return { record: `${folder}/${code}.yaml`, serials: `${folder}/${code}/${SERIALS_FILE}` };
}

function textAt(contentDir: string, path: string): string | undefined {
  const file = join(dirname(contentDir), path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
