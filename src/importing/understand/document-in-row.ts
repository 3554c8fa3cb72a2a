import type { Issuer } from '../../domain/decision.ts';
import { levelOfName, readLevel } from '../facts/read-issuer.ts';
import { dayInCell, dayInText, partialDateInCell } from '../facts/read-date.ts';
import { numberInText } from '../facts/read-number.ts';
import type { TitleFacts } from '../facts/title-facts.ts';
import type { ImportOptions } from '../import-context.ts';
import type { DocumentFacts } from '../match/find-decision.ts';
import type { RowReport } from '../row-report.ts';
import type { AnnexCell, AnnexRow } from '../table/annex-table.ts';

const UNKNOWN_WORDS = /^(chưa rõ|không rõ|[-–—.]+)$/iu;

/** Number, day and issuer of the decision: the row's own cells, else the title, else what the command says. */
export function documentInRow(row: AnnexRow, title: TitleFacts, options: ImportOptions, report: RowReport): DocumentFacts {
  const [numberCell, dayCell, attestedCell] = [known(row, 'number'), known(row, 'signedOn'), known(row, 'attestedOn')];
  const number = numberCell === undefined ? undefined : numberInText(numberCell.text);
  if (numberCell !== undefined && number === undefined) {
    report.ask(numberCell, { vi: 'không đúng dạng số quyết định "2394/QĐ-UBND": hãy chép lại từ văn bản.', en: 'does not read like "2394/QĐ-UBND": copy it from the document.' });
  }
  const signedOn = dayCell === undefined ? dayInText(numberCell?.text ?? '') : dayInCell(dayCell.value, row.since1904);
  if (dayCell !== undefined && signedOn === undefined) {
    report.ask(dayCell, { vi: 'không phải là ngày: hãy ghi ngày/tháng/năm, ví dụ 15/10/2024.', en: 'is no day: write day/month/year, for instance 15/10/2024.' });
  }
  const attestedOn = attestedCell && partialDateInCell(attestedCell.value, row.since1904);
  if (attestedCell !== undefined && attestedOn === undefined) {
    report.ask(attestedCell, { vi: 'không phải là ngày, tháng hoặc năm.', en: 'is no day, month or year.' });
  }
  disagree(report, '--so', number ?? title.number, options.number && numberInText(options.number));
  disagree(report, '--ngay', signedOn ?? title.signedOn, options.signedOn);
  const day = signedOn ?? (attestedOn === undefined && dayCell === undefined ? (title.signedOn ?? options.signedOn) : undefined);
  return {
    number: number ?? (numberCell === undefined && !isMarkedUnknown(row, 'number') ? (title.number ?? (options.number && numberInText(options.number))) : undefined),
    signedOn: day,
    attestedOn: day === undefined ? attestedOn : undefined,
    issuer: issuerOf(row, title, options, report),
  };
}

function issuerOf(row: AnnexRow, title: TitleFacts, options: ImportOptions, report: RowReport): Issuer | 'unknown' {
  const [nameCell, levelCell] = [known(row, 'issuer'), known(row, 'issuerLevel')];
  if (isMarkedUnknown(row, 'issuer') && levelCell === undefined) return 'unknown';
  const ownLevel = levelCell === undefined ? undefined : readLevel(levelCell.text);
  if (levelCell !== undefined && ownLevel === undefined) {
    report.ask(levelCell, { vi: 'không phải cấp: hãy ghi huyện, tỉnh hoặc trung ương.', en: 'is no level: write huyện, tỉnh or trung ương.' });
  }
  const name = nameCell?.text ?? (ownLevel === undefined ? (title.issuer ?? options.issuer) : undefined);
  if (name === undefined) return ownLevel === undefined ? (options.level === undefined ? 'unknown' : { level: options.level }) : { level: ownLevel };
  const level = ownLevel ?? levelOfName(name) ?? options.level;
  if (level !== undefined) return { level, name };
  report.ask(nameCell, {
    vi: `không rõ "${name}" là cấp nào: hãy thêm cột Cấp (huyện, tỉnh, trung ương) hoặc chạy lại với --cap.`,
    en: `does not tell the level of "${name}": add a column Cấp (huyện, tỉnh, trung ương) or run again with --cap.`,
  });
  return 'unknown';
}

function disagree(report: RowReport, option: string, inFile: string | undefined, given: string | undefined): void {
  if (inFile === undefined || given === undefined || inFile === given) return;
  report.ask(undefined, {
    vi: `tệp ghi ${inFile} còn lệnh ghi ${option} ${given}: hãy bỏ ${option} hoặc sửa tệp.`,
    en: `the file says ${inFile} and the command ${option} ${given}: leave out ${option} or correct the file.`,
  });
}

function known(row: AnnexRow, key: 'number' | 'signedOn' | 'attestedOn' | 'issuer' | 'issuerLevel'): AnnexCell | undefined {
  const cell = row.cells.get(key);
  return cell === undefined || UNKNOWN_WORDS.test(cell.text) ? undefined : cell;
}

/** Written as unknown, which the title or the command does not overrule. */
function isMarkedUnknown(row: AnnexRow, key: 'number' | 'issuer'): boolean {
  return /^(chưa|không) rõ$/iu.test(row.cells.get(key)?.text ?? '');
}
