import { spacedOrderNumber } from '../../../domain/order-number.ts';
import type { ProducerStatement } from '../../../domain/producer-statement.ts';
import { writeSpreadsheet } from '../../../importing/spreadsheet-file.ts';

export interface StatementOf {
  producer: string;
  /** YYYY-MM */
  month: string;
  seller: string;
  statement: ProducerStatement;
}

export const STATEMENT_HEADINGS = ['Ngày', 'Số đơn', 'Việc', 'Hàng', 'Quy cách', 'Số lượng', 'Tiền hàng', 'Giảm giá', 'Còn lại'] as const;
const WIDTHS = [12, 14, 12, 40, 18, 10, 14, 12, 14];
const HEADING_ROW = 3;
const FIRST_COUNT = 5;

export type StatementCells = (string | number)[];

/** The rows as people read them; what came back stands below zero. */
export function statementCells({ rows }: ProducerStatement): StatementCells[] {
  return rows.map(({ day, number, kind, name, label, fromBasket, quantity, goodsDong, discountDong, totalDong, sample }) => [
    day.split('-').reverse().join('/'),
    spacedOrderNumber(number),
    kind === 'returned' ? 'trả lại' : 'đã giao',
    `${name}${fromBasket === undefined ? '' : ` (trong ${fromBasket})`}${sample ? ' (dữ liệu minh hoạ)' : ''}`,
    label,
    quantity,
    goodsDong,
    discountDong,
    totalDong,
  ]);
}

export function statementTitle({ month }: Pick<StatementOf, 'month'>): string {
  const [year = '', at = ''] = month.split('-');
  return `Bảng đối soát tháng ${at}/${year}`;
}

/** What stands below the table, both in the spreadsheet and on paper. */
export const STATEMENT_NOTE = 'Gồm hàng đã giao tới người mua trong tháng, trừ hàng trả lại trong tháng. Không gồm phí giao hàng. Đơn vị: đồng.';

export function statementXlsx(given: StatementOf): Promise<Uint8Array> {
  const { producer, seller, statement } = given;
  const blank = null;
  return writeSpreadsheet([
    {
      name: 'Đối soát',
      rows: [
        [statementTitle(given)],
        [`Chủ thể: ${producer}`],
        [`Bên bán: ${seller}`],
        [...STATEMENT_HEADINGS],
        ...statementCells(statement),
        ['Tổng cộng', blank, blank, blank, blank, statement.quantity, statement.goodsDong, statement.discountDong, statement.totalDong],
        [STATEMENT_NOTE],
      ],
      widths: WIDTHS,
      frozenRows: HEADING_ROW + 1,
      counts: STATEMENT_HEADINGS.flatMap((_, at) => (at >= FIRST_COUNT ? [at] : [])),
      bold: [0, HEADING_ROW, HEADING_ROW + 1 + statement.rows.length],
    },
  ]);
}
