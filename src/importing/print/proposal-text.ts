import { formatProblem } from '../../domain/problem.ts';
import { ACT_WORDS } from '../facts/read-act.ts';
import type { ImportProposal, ImportRow, RowMessage, RowStatus } from '../proposal.ts';
import { unifiedDiff } from './unified-diff.ts';

const STATUS: Readonly<Record<RowStatus, string>> = { sound: 'ổn', unchanged: 'đã có', question: 'HỎI', refused: 'TỪ CHỐI' };

/** The proposal for the terminal: what was understood as a table, then notices, questions, errors and the changes. */
export function proposalText(proposal: ImportProposal): string {
  const { rows, notices, records, problems } = proposal;
  const said = rows.flatMap(({ messages }) => messages);
  const of = (kind: string): string[] => said.filter((message) => message.kind === kind).map(({ vi }) => `- ${vi}`);
  return [
    table(rows),
    section('Ghi nhận về tệp', notices.map(({ sheet, row, vi }) => `- ${[sheet === undefined ? '' : `Trang "${sheet}"`, row === undefined ? '' : `dòng ${row}`].filter(Boolean).join(', ')}${sheet === undefined ? '' : ': '}${vi}`)),
    section('Lưu ý', noticeLines(said.filter(({ kind }) => kind === 'notice'))),
    section('Cần trả lời', of('question')),
    section('Không nhập', of('refusal')),
    section('Hồ sơ sẽ có lỗi', problems.map((problem) => `- ${formatProblem(problem, 'vi')}`)),
    section('Thay đổi hồ sơ', records.map(unifiedDiff)),
    summary(proposal),
  ].filter((part) => part !== '').join('\n\n');
}

/** Said once for all rows that share it. */
function noticeLines(notices: readonly RowMessage[]): string[] {
  const sheets = new Set(notices.map(({ sheet }) => sheet));
  return [...Map.groupBy(notices, ({ reason }) => reason.vi)].map(([reason, same]) => {
    const [first, ...more] = same;
    return `- ${first === undefined || more.length === 0 ? (first?.vi ?? '') : `Dòng ${same.map(({ sheet, row }) => (sheets.size > 1 ? `${sheet}!${row}` : row)).join(', ')}: ${reason}`}`;
  });
}

export function summary({ rows, records }: ImportProposal): string {
  const count = (status: RowStatus): number => rows.filter((row) => row.status === status).length;
  if (rows.length > 0 && count('unchanged') === rows.length) return `${rows.length} dòng: không có gì mới.`;
  return `${rows.length} dòng: ${count('sound')} ổn, ${count('unchanged')} đã có, ${count('question')} cần trả lời, ${count('refused')} bị từ chối; ${records.length} tệp hồ sơ sẽ thay đổi.`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${title}:`, ...lines].join('\n');
}

const HEADERS = ['Dòng', 'Kết quả', 'Sản phẩm', 'Chủ thể', 'Nơi', 'Sao', 'Điểm', 'Hình thức', 'Nhóm', 'Quyết định'];
const WIDEST = 44;

function table(rows: readonly ImportRow[]): string {
  if (rows.length === 0) return '';
  const sheets = new Set(rows.map(({ sheet }) => sheet));
  const cells = rows.map(({ sheet, row, status, understood: { product, producer, place, stars, score, act, group, decision } }) => [
    sheets.size > 1 ? `${sheet}!${row}` : String(row),
    STATUS[status],
    marked(product),
    marked(producer),
    place ?? '',
    stars === undefined ? '' : String(stars),
    score === undefined ? '' : String(score).replace('.', ','),
    act === undefined ? '' : ACT_WORDS[act],
    group === undefined ? '' : `${group.id}${group.inferred ? ' (suy ra)' : ''}`,
    [decision?.number, decision?.signedOn ?? decision?.attestedOn].filter(Boolean).join(' '),
  ].map((text) => (text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text)));
  const widths = HEADERS.map((header, at) => Math.max(header.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string => row.map((text, at) => text.padEnd(widths[at] ?? 0)).join('  ').trimEnd();
  return [line(HEADERS), line(widths.map((width) => '─'.repeat(width))), ...cells.map(line)].join('\n');
}

/** A plus stands before what would be new. */
function marked(thing: { name: string; isNew: boolean } | undefined): string {
  return thing === undefined ? '' : `${thing.isNew ? '+ ' : ''}${thing.name}`;
}
