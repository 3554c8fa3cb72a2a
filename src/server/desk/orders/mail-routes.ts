import { deskPath } from '../../../paths.ts';
import type { MailLine } from '../../../publish/desk-shop/content.ts';
import { instant, type Database } from '../../db/database.ts';
import { recordAudit } from '../audit.ts';
import type { DeskParts } from '../desk-parts.ts';
import { formValues } from '../forms/form-values.ts';
import { guarded, guardedForm } from '../guard.ts';
import { seeOther } from '../private-answer.ts';
import { exactly, type Route } from '../route.ts';

const PATH = deskPath('thu');
const SHOWN = 100;

/** `/quan-ly/thu/`: mails that did not go out. To whom they go is not shown: that stands with the order. */
export function mailRoutes(parts: DeskParts): Route[] {
  return [
    { method: 'GET', pattern: exactly(PATH), handle: guarded(parts, 'editor', async ({ show }) => show(PATH, { kind: 'mails', ...(await mailsLeft(parts.db)) })) },
    {
      method: 'POST',
      pattern: exactly(PATH),
      handle: guardedForm(parts, 'editor', async ({ session }, form) => {
        await sendAgain(parts.db, formValues(form).text('so'), session.name, parts.now());
        return seeOther(PATH);
      }),
    },
  ];
}

/** With the same Message-ID: whoever got it after all sees one mail. */
async function sendAgain(db: Database, id: string, who: string, nowMs: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const again = await transaction
      .updateTable('outbox')
      .set({ dead_at: null, attempts: 0, not_before: instant(nowMs), claimed_until: null })
      .where('sent_at', 'is', null)
      .where((free) => free.or([free('dead_at', 'is not', null), free('last_error', 'is not', null)]))
      .$if(id !== 'tat-ca', (query) => query.where('id', '=', id))
      .executeTakeFirst();
    if (again.numUpdatedRows > 0n) await recordAudit(transaction, { who, action: 'mail-sent-again', subject: id === 'tat-ca' ? 'mail:all' : `mail:${id}`, note: String(again.numUpdatedRows) }, nowMs);
  });
}

async function mailsLeft(db: Database): Promise<{ mails: MailLine[]; sent: number }> {
  const rows = await db
    .selectFrom('outbox')
    .leftJoin('orders', 'orders.id', 'outbox.subject_key')
    .select(['outbox.id', 'kind', 'outbox.created_at', 'attempts', 'last_error', 'dead_at', 'number'])
    .where('sent_at', 'is', null)
    .orderBy('outbox.created_at', 'desc')
    .limit(SHOWN)
    .execute();
  const { count } = await db.selectFrom('outbox').select(({ fn }) => fn.countAll<number | string>().as('count')).where('sent_at', 'is not', null).executeTakeFirstOrThrow();
  return {
    mails: rows.map(({ id, kind, created_at, attempts, last_error, dead_at, number }) => ({ id, kind, at: Date.parse(created_at), attempts, error: last_error ?? '', dead: dead_at !== null, ...(number !== null && { order: number }) })),
    sent: Number(count),
  };
}
