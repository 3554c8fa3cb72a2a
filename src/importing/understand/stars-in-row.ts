import { LOWEST_SCORE, type StarLevel } from '../../domain/star-level.ts';
import type { ActKind } from '../../domain/decision.ts';
import { readScore } from '../facts/read-score.ts';
import { readStars } from '../facts/read-stars.ts';
import { UNKNOWN, type RowAnswer } from '../import-context.ts';
import type { RowReport } from '../row-report.ts';
import type { AnnexRow } from '../table/annex-table.ts';

const CHOICES = [3, 4, 5].map((stars) => ({ value: String(stars), label: `${stars} sao` }));
const NOT_KNOWN = { value: UNKNOWN, label: 'văn bản không ghi' };

/** The row's star; refuses it when it failed or has one or two, for which there is no certificate (Decision 148/QĐ-TTg). */
export function starsInRow(row: AnnexRow, around: StarLevel | undefined, answer: RowAnswer, report: RowReport): StarLevel | undefined {
  const cells = [row.cells.get('stars'), ...(row.others.get('stars') ?? []), row.cells.get('result')].filter((cell) => cell !== undefined);
  const read = cells.map((cell) => ({ cell, stars: readStars(cell.text) }));
  const note = row.cells.get('note');
  const failed = read.find(({ stars }) => stars.kind === 'failed')?.cell ?? (note !== undefined && /^không (đạt|công nhận)/iu.test(note.text) ? note : undefined);
  if (failed !== undefined) {
    report.refuse(failed, {
      vi: 'sản phẩm không đạt hoặc chỉ 1–2 sao thì không có giấy chứng nhận, không được nêu trên trang; dòng này không nhập.',
      en: 'a product that failed or has 1 or 2 stars carries no certificate and never appears; the row is not imported.',
    });
    return undefined;
  }
  if (answer.sao !== undefined) return starsOfAnswer(answer.sao);
  const unclear = read.find(({ stars }) => stars.kind === 'unclear' );
  const levels = new Set(read.flatMap(({ stars }) => (stars.kind === 'stars' ? [stars.stars] : [])));
  if (levels.size > 1 || (unclear !== undefined && levels.size === 0 && unclear.cell.header !== row.cells.get('result')?.header)) {
    const cell = unclear?.cell ?? read[0]?.cell;
    report.ask(cell, { vi: 'không rõ hạng mấy sao: hãy ghi 3, 4 hoặc 5 sao.', en: 'does not say which star: write 3, 4 or 5.' }, 'sao', [...CHOICES, NOT_KNOWN]);
    return undefined;
  }
  const potential = read.find(({ stars }) => stars.kind === 'stars' && stars.potential !== undefined);
  if (potential !== undefined) {
    report.notice(potential.cell, { vi: 'chỉ ghi hạng đã đạt; "tiềm năng" không phải là hạng sao.', en: 'only the star reached is recorded; "potential" is no star.' });
  }
  return [...levels][0] ?? around;
}

/** Asks for a star where the act needs one and the row neither has one nor says that it is unknown. */
export function requireStars(row: AnnexRow, act: ActKind | undefined, stars: StarLevel | undefined, answer: RowAnswer, report: RowReport): void {
  if (stars !== undefined || answer.sao === UNKNOWN || /^(chưa|không) rõ$/iu.test(row.cells.get('stars')?.text ?? '') || act === 'revocation' || act === 're-evaluation-filed') return;
  if (report.messages.some(({ kind, question }) => kind === 'refusal' || question?.field === 'sao')) return;
  report.ask(row.cells.get('stars') ?? row.cells.get('result'), {
    vi: 'không có hạng sao: hãy ghi 3, 4 hoặc 5 vào cột Hạng sao.',
    en: 'has no star: write 3, 4 or 5 into the column of stars.',
  }, 'sao', [...CHOICES, NOT_KNOWN]);
}

export function scoreInRow(row: AnnexRow, stars: StarLevel | undefined, report: RowReport): number | undefined {
  const cell = row.cells.get('score');
  if (cell === undefined || /^[-–x]$/u.test(cell.text)) return undefined;
  const score = readScore(cell.value);
  if (score === undefined) {
    report.ask(cell, { vi: 'không phải là điểm từ 0 đến 100: hãy sửa, ví dụ 85,5.', en: 'is no score from 0 to 100: correct it, for instance 85.5.' });
  } else if (stars !== undefined && score < LOWEST_SCORE[stars]) {
    report.ask(cell, {
      vi: `${stars} sao cần từ ${LOWEST_SCORE[stars]} điểm: hãy đối chiếu văn bản rồi sửa điểm hoặc hạng sao.`,
      en: `${stars} stars need ${LOWEST_SCORE[stars]} points: compare with the document and correct the score or the star.`,
    });
  }
  return score;
}

function starsOfAnswer(answer: string): StarLevel | undefined {
  const read = readStars(answer);
  return read.kind === 'stars' ? read.stars : undefined;
}
