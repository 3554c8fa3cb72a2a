import { formatCount } from '../../../i18n/format-number.ts';
import { deskPath } from '../../../paths.ts';
import type { MoneyView } from '../../../publish/desk-shop/money.ts';
import type { View } from '../../../publish/view.ts';
import { deskContent } from '../desk-content.ts';
import { taskText, type TaskText } from './task-text.ts';

export interface DeskMoneyPage {
  action: string;
  statementAction: string;
  groups: readonly { id: string; title: string; tasks: readonly TaskText[]; empty: string }[];
  done: readonly TaskText[];
  statement?: { facts: readonly { label: string; value: string }[]; problems: readonly string[] } | undefined;
  problem: string | undefined;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskMoneyPage(view: View): DeskMoneyPage | undefined {
  const money = deskContent(view, 'money')?.money;
  if (money === undefined) return undefined;
  const isApprover = view.desk?.user?.role === 'approver';
  const texts = (tasks: MoneyView['refunds']): TaskText[] => tasks.map((task) => taskText(task, isApprover, (id) => view.catalogue.producer(id)?.name ?? id));
  return {
    action: deskPath('thu-tien'),
    statementAction: deskPath('thu-tien', 'sao-ke'),
    groups: [
      { id: 'hoan-tien', title: 'Phải hoàn', tasks: texts(money.refunds), empty: 'Không có khoản nào phải hoàn.' },
      { id: 'can-xem', title: 'Cần xem', tasks: texts(money.reviews), empty: 'Không có khoản tiền nào cần xem.' },
      { id: 'viec-khac', title: 'Việc khác của đơn', tasks: texts(money.others), empty: 'Không có việc nào.' },
    ],
    done: texts(money.done),
    statement: money.statement && statementFacts(money.statement),
    problem: money.problem,
  };
}

function statementFacts({ rows, matched, known, review, skipped, problems }: NonNullable<MoneyView['statement']>): DeskMoneyPage['statement'] {
  const count = (value: number): string => `${formatCount(value, 'vi')} dòng`;
  return {
    facts: [
      { label: 'Đã đọc', value: count(rows) },
      { label: 'Khớp với đơn', value: count(matched) },
      { label: 'Đã biết từ trước', value: count(known) },
      { label: 'Cần xem', value: count(review) },
      { label: 'Không liên quan', value: count(skipped) },
    ],
    problems,
  };
}
