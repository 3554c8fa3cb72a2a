import type { ChangeView } from '../../../publish/desk-change.ts';
import type { Change } from './change.ts';

type Step = ChangeView['steps'][number];

/** What happened to a change so far. */
export function stepsOf(change: Change): Step[] {
  const { createdBy, createdAt, sentBy, sentAt, approvedBy, alone, writtenAt, publishedAt, undoneBy, undoneAt, state, updatedAt } = change;
  const steps: Step[] = [{ what: 'created', who: createdBy, at: createdAt }];
  if (sentBy !== undefined && sentAt !== undefined && !alone) steps.push({ what: 'sent', who: sentBy, at: sentAt });
  if (approvedBy !== undefined && writtenAt !== undefined) steps.push({ what: alone ? 'confirmed' : 'approved', who: approvedBy, at: writtenAt });
  if (publishedAt !== undefined && undoneAt === undefined) steps.push({ what: 'published', who: approvedBy ?? createdBy, at: publishedAt });
  if (undoneBy !== undefined && undoneAt !== undefined) steps.push({ what: 'undone', who: undoneBy, at: undoneAt });
  if (state === 'withdrawn') steps.push({ what: 'withdrawn', who: '', at: updatedAt });
  return steps;
}
