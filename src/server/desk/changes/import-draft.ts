import type { Answers } from '../../../importing/import-context.ts';
import type { ImportProposal } from '../../../importing/proposal.ts';
import { proposeImport } from '../../../importing/propose-import.ts';
import { readSpreadsheet } from '../../../importing/spreadsheet-file.ts';
import { formatProblem } from '../../../domain/problem.ts';
import { dayInVietnam } from '../../../domain/calendar-day.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { Change } from './change.ts';
import { annexOf } from './change-files.ts';
import { recordsOnDisk, recordText } from './records-on-disk.ts';

/** What an import would change now, or one sentence why that cannot be said. */
export type Draft = { proposal: ImportProposal } | { refusal: string };

/** Works the proposal out from the file, the answers and the register as it is now. */
export async function draftOf({ db, contentDir, cacheFile, now }: DeskParts, { id, input }: Change): Promise<Draft> {
  const annex = await annexOf(db, id);
  if (annex === undefined) return { refusal: 'Không còn tệp của lần nhập này.' };
  const read = await readSpreadsheet(annex.bytes, annex.name);
  if ('refusal' in read) return { refusal: read.refusal.vi };
  const { register, unreadable } = recordsOnDisk(contentDir, cacheFile);
  if (unreadable.length > 0) return { refusal: `Hồ sơ hiện có lỗi, cần sửa trước: ${unreadable.join(' ')}` };
  const proposal = proposeImport(read.sheets, {
    register,
    textOf: (path) => recordText(contentDir, path),
    fileName: annex.name,
    today: dayInVietnam(now()),
    options: input.options ?? {},
    answers: new Map(Object.entries(input.answers ?? {})) satisfies Answers,
  });
  return { proposal };
}

export function problemsOf({ problems }: Pick<ImportProposal, 'problems'>): string[] {
  return problems.map((problem) => formatProblem(problem, 'vi'));
}
