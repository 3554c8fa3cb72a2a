import { FONT_FILES } from '../../../media/font-files.ts';
import { textWidth } from '../../../media/font-measure.ts';
import type { Mark, Weight } from '../../../trace/labels/drawing.ts';
import { PAGE } from '../../../trace/labels/label-grid.ts';
import { pagesPdf } from '../../../trace/labels/sheet-pdf.ts';
import { dotsOfMm, dotsOfPoints } from '../../../trace/qr/print-size.ts';
import { STATEMENT_HEADINGS, STATEMENT_NOTE, statementCells, statementTitle, type StatementOf } from './statement-files.ts';

/** A4 lying; widths in millimetres, together what is between the margins. */
const MARGIN = dotsOfMm(14);
const WIDTHS = [22, 28, 18, 78, 32, 16, 27, 22, 26].map(dotsOfMm);
const FIRST_NUMBER = 5;
const SIZE = dotsOfPoints(8.5);
const ROW = dotsOfMm(6.4);
const PAD = dotsOfMm(1.6);
const HAIR = 4;
const [WIDTH, HEIGHT] = [PAGE.height, PAGE.width];
const TOP = dotsOfMm(46);
/** Below it the note and room to sign. */
const BOTTOM = HEIGHT - dotsOfMm(46);
const ON_PAGE = Math.floor((BOTTOM - TOP) / ROW) - 1;

/** For signing by both sides: as many pages as needed, the sums and two places for signatures on the last one. */
export function statementPdf(given: StatementOf, printedAt: Date): Promise<Buffer> {
  const { statement } = given;
  const rows = statementCells(statement).map((cells) => cells.map(textOf));
  const total = ['Tổng cộng', '', '', '', '', ...[statement.quantity, statement.goodsDong, statement.discountDong, statement.totalDong].map(textOf)];
  const count = Math.max(1, Math.ceil((rows.length + 1) / ON_PAGE));
  const pages = Array.from({ length: count }, (_, at) => {
    const some = rows.slice(at * ON_PAGE, (at + 1) * ON_PAGE);
    const last = at === count - 1;
    return { width: WIDTH, height: HEIGHT, marks: [...head(given, `trang ${at + 1}/${count}`), ...table([...some, ...(last ? [total] : [])], last), ...(last ? foot() : [])] };
  });
  return pagesPdf({ pages, lang: 'vi-VN', title: `${statementTitle(given)}: ${given.producer}`, createdAt: printedAt, fonts: FONT_FILES });
}

function head(given: StatementOf, page: string): Mark[] {
  return [
    text(statementTitle(given), MARGIN, dotsOfMm(20), dotsOfPoints(15), 700),
    text(`Chủ thể: ${given.producer}`, MARGIN, dotsOfMm(28), dotsOfPoints(10), 400),
    text(`Bên bán: ${given.seller}`, MARGIN, dotsOfMm(34), dotsOfPoints(10), 400),
    rightText(page, WIDTH - MARGIN, dotsOfMm(20), SIZE, 400),
  ];
}

function table(rows: readonly (readonly string[])[], withTotal: boolean): Mark[] {
  const marks: Mark[] = [...line([...STATEMENT_HEADINGS], TOP, 700), rule(TOP + dotsOfMm(1.8))];
  rows.forEach((cells, at) => {
    const isTotal = withTotal && at === rows.length - 1;
    const y = TOP + (at + 1) * ROW;
    if (isTotal) marks.push(rule(y - ROW + dotsOfMm(1.8)));
    marks.push(...line(cells, y, isTotal ? 700 : 400));
  });
  return marks;
}

function line(cells: readonly string[], y: number, weight: Weight): Mark[] {
  let x = MARGIN;
  return cells.map((cell, at) => {
    const [left, width] = [x, WIDTHS[at] ?? 0];
    x += width;
    return at >= FIRST_NUMBER ? rightText(cell, left + width, y, SIZE, weight) : text(fitting(cell, width - PAD, weight), left, y, SIZE, weight);
  });
}

function foot(): Mark[] {
  const y = BOTTOM + dotsOfMm(6);
  return [
    text(STATEMENT_NOTE, MARGIN, y, dotsOfPoints(8), 400),
    text('Đại diện bên bán (ký, ghi họ tên)', MARGIN + dotsOfMm(20), y + dotsOfMm(7), SIZE, 700),
    text('Đại diện chủ thể (ký, ghi họ tên)', WIDTH - MARGIN - dotsOfMm(80), y + dotsOfMm(7), SIZE, 700),
  ];
}

function text(words: string, x: number, y: number, size: number, weight: Weight): Mark {
  return { kind: 'text', text: words, x, y, size, weight };
}

function rightText(words: string, right: number, y: number, size: number, weight: Weight): Mark {
  return text(words, right - textWidth(words, size, weight), y, size, weight);
}

function rule(y: number): Mark {
  return { kind: 'rectangles', rectangles: [{ x: MARGIN, y, width: WIDTH - 2 * MARGIN, height: HAIR }] };
}

/** Cut with an ellipsis where it is too long for its column; the spreadsheet has all of it. */
function fitting(words: string, width: number, weight: Weight): string {
  if (textWidth(words, SIZE, weight) <= width) return words;
  let kept = [...words];
  while (kept.length > 1 && textWidth(`${kept.join('').trimEnd()}…`, SIZE, weight) > width) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}

/** Points between thousands; what came back with a minus. */
function textOf(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  return `${cell < 0 ? '−' : ''}${String(Math.abs(cell)).replace(/\B(?=(\d{3})+$)/g, '.')}`;
}
