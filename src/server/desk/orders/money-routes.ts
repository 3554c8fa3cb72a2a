import { deskPath } from '../../../paths.ts';
import type { MoneyView } from '../../../publish/desk-shop/money.ts';
import type { Database } from '../../db/database.ts';
import { recordAudit } from '../audit.ts';
import type { DeskParts } from '../desk-parts.ts';
import { formValues } from '../forms/form-values.ts';
import { guarded, guardedForm, guardedUpload, type Visit } from '../guard.ts';
import { seeOther } from '../private-answer.ts';
import { fileNameOf, fileOf } from '../read-upload.ts';
import { exactly, type Route } from '../route.ts';
import { taskOf } from './order-tasks.ts';
import { finish } from './task-deeds.ts';

const PATH = deskPath('thu-tien');
const OPEN_SHOWN = 200;
const DONE_SHOWN = 20;
const MOST_BYTES = 8_000_000;
const MARGIN = 64 * 1024;

/** `/quan-ly/thu-tien/`: money to pay back, money to look at, and the bank's statement. */
export function moneyRoutes(parts: DeskParts): Route[] {
  return [
    { method: 'GET', pattern: exactly(PATH), handle: guarded(parts, 'editor', (visit) => showMoney(parts, visit)) },
    {
      method: 'POST',
      pattern: exactly(PATH),
      handle: guardedForm(parts, 'editor', async (visit, form) => {
        const problem = await finish(parts, visit, formValues(form));
        return problem === undefined ? seeOther(PATH) : showMoney(parts, visit, { problem });
      }),
    },
    { method: 'POST', pattern: exactly(deskPath('thu-tien', 'sao-ke')), handle: guardedUpload(parts, 'editor', MOST_BYTES + MARGIN, (visit, form) => readStatement(parts, visit, form)) },
  ];
}

async function readStatement(parts: DeskParts, visit: Visit, form: FormData): Promise<Response> {
  const file = fileOf(form, 'tep');
  if (file === undefined || file.size === 0) return showMoney(parts, visit, { problem: 'Hãy chọn tệp sao kê.' });
  const name = fileNameOf(file);
  const outcome = await parts.shop.money.readStatement({ bytes: new Uint8Array(await file.arrayBuffer()), name });
  if ('refusal' in outcome) return showMoney(parts, visit, { problem: outcome.refusal });
  await recordAudit(parts.db, { who: visit.session.name, action: 'statement-read', subject: 'money', note: `${outcome.rows} rows, ${outcome.matched} matched, ${outcome.review} to review` }, parts.now());
  return showMoney(parts, visit, { statement: outcome });
}

async function showMoney(parts: DeskParts, { show }: Visit, more: Pick<MoneyView, 'statement' | 'problem'> = {}): Promise<Response> {
  const open = await tasks(parts.db, false, OPEN_SHOWN);
  const money: MoneyView = {
    refunds: open.filter(({ kind }) => kind === 'refund'),
    reviews: open.filter(({ kind }) => kind === 'review' || kind === 'part-paid'),
    others: open.filter(({ kind }) => kind !== 'refund' && kind !== 'review' && kind !== 'part-paid'),
    done: await tasks(parts.db, true, DONE_SHOWN),
    mostBytes: MOST_BYTES,
    ...more,
  };
  const page = await show(PATH, { kind: 'money', money });
  return more.problem === undefined ? page : new Response(page.body, { status: 422, headers: page.headers });
}

async function tasks(db: Database, done: boolean, limit: number) {
  const rows = await db
    .selectFrom('order_tasks')
    .leftJoin('orders', 'orders.id', 'order_tasks.order_id')
    .selectAll('order_tasks')
    .select('number')
    .where('done_at', done ? 'is not' : 'is', null)
    .orderBy(done ? 'done_at' : 'order_tasks.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ number, ...task }) => taskOf(task, number ?? undefined));
}
