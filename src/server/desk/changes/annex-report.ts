import type { AnnexQuestion, AnnexRowView, AnnexOptions, RowStatus } from '../../../publish/desk-change.ts';
import { ACT_WORDS } from '../../../importing/facts/read-act.ts';
import type { ImportOptions } from '../../../importing/import-context.ts';
import type { ImportProposal, ImportRow, RowMessage } from '../../../importing/proposal.ts';
import { restCsv } from '../../../importing/exchange/rest-csv.ts';
import { formatDate } from '../../../i18n/format-date.ts';
import { inDeskWords } from './desk-words.ts';

/** What an import understood, in words and ready to be kept: it must read the same after the register has moved on. */
export interface AnnexReport {
  counts: Readonly<Record<RowStatus, number>>;
  rows: readonly AnnexRowView[];
  notices: readonly string[];
  questions: readonly AnnexQuestion[];
  /** The rows that were not sound, with reasons, as CSV. */
  rest?: string;
}

export function annexReport({ rows, notices }: ImportProposal): AnnexReport {
  const several = new Set(rows.map(({ sheet }) => sheet)).size > 1;
  const where = ({ sheet, row }: { sheet: string; row: number }): string => (several ? `${sheet}, ${row}` : String(row));
  const count = (status: RowStatus): number => rows.filter((row) => row.status === status).length;
  const rest = restCsv(rows);
  return {
    counts: { sound: count('sound'), question: count('question'), refused: count('refused'), unchanged: count('unchanged') },
    rows: rows.map((row) => rowView(row, where(row))),
    notices: notices.map(({ sheet, row, vi }) => {
      const at = [several && sheet !== undefined ? `Trang "${sheet}"` : '', row === undefined ? '' : `dòng ${row}`].filter(Boolean).join(', ');
      return sentence(`${at === '' ? '' : `${at}: `}${inDeskWords(vi)}`);
    }),
    questions: rows.flatMap((row) => questionsOf(row, where(row))),
    ...(rest !== undefined && { rest: inDeskWords(rest) }),
  };
}

/** What the form for the document says: what was chosen, else what all rows of the file agree on. */
export function annexOptions({ rows }: ImportProposal, { number, signedOn, issuer, level, act, source }: ImportOptions): AnnexOptions {
  const decisions = rows.flatMap(({ understood }) => (understood.decision === undefined ? [] : [understood.decision]));
  const issuers = decisions.map((decision) => (decision.issuer === 'unknown' ? undefined : decision.issuer));
  return {
    number: number ?? agreed(decisions.map((decision) => decision.number)) ?? '',
    signedOn: signedOn ?? agreed(decisions.map((decision) => decision.signedOn)) ?? '',
    issuer: issuer ?? agreed(issuers.map((known) => known?.name)) ?? '',
    level: level ?? agreed(issuers.map((known) => known?.level)) ?? '',
    act: act ?? agreed(rows.map(({ understood }) => understood.act)) ?? '',
    source: source ?? '',
  };
}

function agreed(values: readonly (string | undefined)[]): string | undefined {
  const [only, ...more] = new Set(values);
  return more.length === 0 ? only : undefined;
}

function rowView({ status, understood, messages }: ImportRow, where: string): AnnexRowView {
  const { product, producer, place, stars, score, act, decision } = understood;
  return {
    where,
    status,
    product: product?.name ?? '',
    producer: producer?.name ?? '',
    place: place ?? '',
    stars: [stars === undefined ? '' : `${stars} sao`, score === undefined ? '' : `${String(score).replace('.', ',')} điểm`].filter(Boolean).join(', '),
    act: act === undefined ? '' : ACT_WORDS[act],
    decision: [decision?.number, decision?.signedOn === undefined ? decision?.attestedOn : formatDate(decision.signedOn, 'vi')].filter(Boolean).join(', '),
    newProduct: product?.isNew === true,
    newProducer: producer?.isNew === true,
    messages: messages.map((message) => ({ kind: message.kind, text: message.found === product?.name ? sentence(inDeskWords(message.reason.vi)) : textOf(message) })),
  };
}

function questionsOf({ sheet, row, understood, messages }: ImportRow, where: string): AnnexQuestion[] {
  return messages
    .filter(({ kind }) => kind === 'question')
    .map((message) => ({
      name: `${sheet}!${row}:${message.question?.field ?? 'bo-qua'}`,
      where,
      product: understood.product?.name ?? '',
      text: textOf(message),
      choices: message.question?.choices ?? [],
    }));
}

function textOf({ column, found, reason }: RowMessage): string {
  return sentence(`${column === undefined ? '' : `Cột ${column}, thấy "${found ?? ''}": `}${inDeskWords(reason.vi)}`);
}

function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
