import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readRegister } from '../catalogue/read-register.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import { formatProblem } from '../domain/problem.ts';
import { readAnswers } from './answers.ts';
import { restCsv } from './exchange/rest-csv.ts';
import { templateSheets } from './exchange/template.ts';
import { readArguments } from './import-arguments.ts';
import type { Answers, ImportContext } from './import-context.ts';
import { proposalText } from './print/proposal-text.ts';
import type { ImportProposal } from './proposal.ts';
import { proposeImport } from './propose-import.ts';
import { readSpreadsheet, writeSpreadsheet } from './spreadsheet-file.ts';
import { newProblems } from './write/would-be-register.ts';
import { BatchRefused, recoverBatch, writeBatch, type BatchStep } from './write/batch-write.ts';

export interface CommandParts {
  contentDir: string;
  /** Today in Việt Nam. */
  today: IsoDate;
  say(text: string): void;
  onStep?: (step: BatchStep) => void;
}

/** `npm run import`: 0 when all is well or nothing was asked to be written, 1 when something waits or was refused. */
export async function importCommand(argv: readonly string[], parts: CommandParts): Promise<0 | 1> {
  const args = readArguments(argv);
  if (typeof args === 'string') return parts.say(args), 1;
  if (args.template) {
    writeFileSync(args.file, await writeSpreadsheet(templateSheets()));
    return parts.say(`Đã ghi tệp mẫu ${args.file}.`), 0;
  }
  if (!existsSync(args.file)) return parts.say(`Không có tệp "${args.file}".`), 1;
  const recovered = recoverBatch(parts.contentDir);
  if (recovered === 'completed') parts.say('Lần nhập trước bị dừng giữa chừng: đã ghi nốt phần còn lại.');
  if (recovered === 'rolled-back') parts.say('Lần nhập trước bị dừng trước khi ghi: hồ sơ giữ nguyên.');

  const read = await readSpreadsheet(readFileSync(args.file), basename(args.file));
  if ('refusal' in read) return parts.say(read.refusal.vi), 1;
  const answers = args.answersFile === undefined ? { answers: new Map() as Answers } : readAnswers(readFileSync(args.answersFile, 'utf8'), read.sheets.length === 1 ? read.sheets[0]?.name : undefined);
  if ('refusal' in answers) return parts.say(answers.refusal.vi), 1;
  const { register, problems } = readRegister(parts.contentDir, { samples: true });
  const unreadable = problems.filter(({ severity }) => severity === 'error');
  if (unreadable.length > 0) return parts.say(['Hồ sơ hiện có lỗi, hãy sửa trước khi nhập:', ...unreadable.map((problem) => formatProblem(problem, 'vi'))].join('\n')), 1;
  const context: ImportContext = {
    register, fileName: basename(args.file), today: parts.today, options: args.options, answers: answers.answers,
    textOf: (path) => textAt(join(dirname(parts.contentDir), path)),
  };
  const proposal = proposeImport(read.sheets, context);
  parts.say(proposalText(proposal));
  return write(proposal, args.write, args.file, parts);
}

function write(proposal: ImportProposal, mode: 'no' | 'all' | 'sound', file: string, parts: CommandParts): 0 | 1 {
  const { rows, records, problems } = proposal;
  const waiting = rows.filter(({ status }) => status === 'question' || status === 'refused');
  const rest = mode === 'sound' && problems.length === 0 ? restCsv(rows) : undefined;
  if (mode === 'no') {
    if (records.length > 0) parts.say('Chưa ghi gì. Thêm --ghi để ghi, hoặc --ghi-phan-duoc để chỉ ghi các dòng ổn.');
    return waiting.length > 0 || rows.length === 0 || problems.length > 0 ? 1 : 0;
  }
  if (problems.length > 0) return parts.say('Không ghi gì: hồ sơ sẽ có lỗi như trên.'), 1;
  if (mode === 'all' && waiting.length > 0) return parts.say(`Không ghi gì: còn ${waiting.length} dòng chưa ổn. Hãy sửa tệp, trả lời bằng --tra-loi, hoặc dùng --ghi-phan-duoc.`), 1;
  try {
    if (records.length > 0) writeBatch(records, { contentDir: parts.contentDir, check: () => recheck(proposal, parts), ...(parts.onStep === undefined ? {} : { onStep: parts.onStep }) });
  } catch (error) {
    if (error instanceof BatchRefused) return parts.say(error.message), 1;
    throw error;
  }
  if (rest !== undefined) {
    writeFileSync(`${file}.con-lai.csv`, rest);
    parts.say(`${waiting.length} dòng còn lại, kèm lý do: ${file}.con-lai.csv`);
  }
  parts.say(records.length === 0 ? 'Không có gì mới để ghi.' : `Đã ghi ${records.length} tệp hồ sơ.`);
  return rows.length === 0 ? 1 : 0;
}

/** The register may have changed since it was looked at. */
function recheck({ records }: ImportProposal, { contentDir, today }: CommandParts): void {
  const { register } = readRegister(contentDir, { samples: true });
  const problems = newProblems(register, records, today);
  if (problems.length > 0) throw new BatchRefused(['Không ghi gì, hồ sơ sẽ có lỗi:', ...problems.map((problem) => formatProblem(problem, 'vi'))].join('\n'));
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
