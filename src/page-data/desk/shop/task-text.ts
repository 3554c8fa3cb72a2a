import { formatDong } from '../../../domain/money.ts';
import { spacedOrderNumber } from '../../../domain/order-number.ts';
import { isSelfClosed } from '../../../domain/order-task.ts';
import { deskPath } from '../../../paths.ts';
import type { OrderTask } from '../../../publish/desk-shop/order-task.ts';
import type { Link } from '../../place-view.ts';
import { timeInVietnam } from '../vietnam-time.ts';
import { becauseOf, doneWhy, TASK_ADVICE, TASK_NAMES, whoIs } from './order-names.ts';

export interface TaskText {
  id: number;
  title: string;
  amount: string;
  advice: string;
  because: string;
  words: string;
  reference: string;
  time: string;
  order?: Link | undefined;
  done: string;
  /** What may be done: paid back, given to an order, looked at. */
  mayPayBack: boolean;
  mayAssign: boolean;
  mayPutAside: boolean;
  /** A producer waits for its message. */
  mayTell: boolean;
  producer: string;
  /** Why nothing may be done by this person. */
  refused: string;
}

/** `name`: of a producer, by its id. */
export function taskText(task: OrderTask, isApprover: boolean, name: (id: string) => string): TaskText {
  const { id, kind, order, at, dong, words, reference, done } = task;
  const isForLink = task.because === 'link-asked';
  const isMoney = kind === 'review' && dong !== undefined && task.because !== 'paid-back-too-much' && task.because !== 'other-currency';
  return {
    id,
    title: isForLink ? 'Gửi lại liên kết' : task.producer === undefined ? TASK_NAMES[kind] : `${TASK_NAMES[kind]} ${name(task.producer)}`,
    amount: dong === undefined ? '' : formatDong(dong, 'vi'),
    advice: isForLink ? 'Mở đơn, rồi bấm “Nhắn tới số của đơn”.' : TASK_ADVICE[kind],
    because: becauseOf(task),
    words: words ?? '',
    reference: reference ?? '',
    time: timeInVietnam(at),
    order: order === undefined ? undefined : { text: spacedOrderNumber(order), href: deskPath('don-hang', order) },
    done: doneText(done, name),
    mayPayBack: kind === 'refund' && isApprover,
    mayAssign: isMoney,
    mayPutAside: kind !== 'refund' && kind !== 'tell-producer',
    mayTell: kind === 'tell-producer',
    producer: task.producer ?? '',
    refused: kind === 'refund' && !isApprover ? 'Người duyệt mới ghi được là đã hoàn tiền.' : '',
  };
}

/** Who, when and why; `tự xong` where money or an order that went on made it needless. */
function doneText(done: OrderTask['done'], name: (id: string) => string): string {
  if (done === undefined) return '';
  const { by, at, why } = done;
  const isSelf = by === 'payment' || (why !== undefined && isSelfClosed(why));
  const who = isSelf ? (by === 'payment' ? 'tự xong' : `tự xong (${whoIs(by, name)})`) : by;
  return [who, timeInVietnam(at), why === undefined ? '' : doneWhy(why)].filter((text) => text !== '').join(', ');
}
