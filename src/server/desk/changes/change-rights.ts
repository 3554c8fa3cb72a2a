import type { ChangeRights } from '../../../publish/desk-change.ts';
import type { Session } from '../session.ts';
import { isAnnex, type Change } from './change.ts';

export interface UserCounts {
  all: number;
  approvers: readonly string[];
}

/** What this person may do with this change now. Whether its content allows it is asked when it is done. */
export function rightsOf(change: Change, { name, role }: Session, { all, approvers }: UserCounts): ChangeRights {
  const { state } = change;
  const alone = all === 1;
  const isOwn = [change.createdBy, change.sentBy].includes(name);
  const mayDecide = role === 'approver' || alone;
  const approve = state === 'waiting' && (alone || (role === 'approver' && !isOwn));
  return {
    alone,
    send: state === 'draft',
    sendSound: state === 'draft' && isAnnex(change.kind),
    approve,
    ...(state === 'waiting' && !approve && { cannotApprove: whyNot(change, approvers, role === 'approver' && isOwn) }),
    giveBack: state === 'waiting' && isAnnex(change.kind) && (isOwn || mayDecide),
    withdraw: (state === 'draft' || state === 'waiting') && (isOwn || mayDecide),
    undo: state === 'written' && mayDecide,
    publish: (state === 'written' || state === 'undone') && change.publishProblem !== undefined,
  };
}

function whyNot({ createdBy, sentBy }: Change, approvers: readonly string[], own: boolean): NonNullable<ChangeRights['cannotApprove']> {
  if (!approvers.some((approver) => approver !== createdBy && approver !== sentBy)) return 'nobody-else';
  return own ? 'own' : 'role';
}
