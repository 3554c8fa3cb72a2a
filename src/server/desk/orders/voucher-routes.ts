import { deskPath } from '../../../paths.ts';
import type { VoucherLine } from '../../../publish/desk-shop/content.ts';
import { voucherCode, type Voucher } from '../../../domain/voucher.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { instant, type Database } from '../../db/database.ts';
import { recordAudit } from '../audit.ts';
import type { DeskParts } from '../desk-parts.ts';
import { formValues } from '../forms/form-values.ts';
import { guarded, guardedForm, refuse } from '../guard.ts';
import { seeOther } from '../private-answer.ts';
import { exactly, type Route } from '../route.ts';

const PATH = deskPath('ma-giam-gia');

/** `/quan-ly/ma-giam-gia/`: which vouchers there are, how often they were used, and a switch for each. */
export function voucherRoutes(parts: DeskParts): Route[] {
  return [
    { method: 'GET', pattern: exactly(PATH), handle: guarded(parts, 'editor', async ({ show }) => show(PATH, { kind: 'vouchers', vouchers: await voucherLines(parts.db, await parts.catalogue()) })) },
    {
      method: 'POST',
      pattern: exactly(PATH),
      handle: guardedForm(parts, 'approver', async ({ session }, form) => {
        const values = formValues(form);
        const code = voucherCode(values.text('ma'));
        if ((await parts.catalogue()).shop.voucher(code) === undefined) return refuse(parts, 404, 'not-found', session);
        await switchVoucher(parts.db, { code, off: values.text('viec') === 'tat', who: session.name }, parts.now());
        return seeOther(PATH);
      }),
    },
  ];
}

/** Off at once, whatever the record says; on again only as far as the record goes. */
async function switchVoucher(db: Database, { code, off, who }: { code: string; off: boolean; who: string }, nowMs: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (off) await transaction.insertInto('voucher_stops').values({ code, who, at: instant(nowMs) }).onConflict((conflict) => conflict.column('code').doNothing()).execute();
    else await transaction.deleteFrom('voucher_stops').where('code', '=', code).execute();
    await recordAudit(transaction, { who, action: off ? 'voucher-stopped' : 'voucher-resumed', subject: `voucher:${code}` }, nowMs);
  });
}

async function voucherLines(db: Database, { shop }: Catalogue): Promise<VoucherLine[]> {
  const used = new Map((await db.selectFrom('voucher_counts').selectAll().execute()).map((row) => [row.code, row.used]));
  const stops = new Map((await db.selectFrom('voucher_stops').selectAll().execute()).map((row) => [row.code, row]));
  return shop.vouchers.map(({ code, name, discount, minimumDong, from, until, limit, limitPerPhone, sample }: Voucher) => {
    const stop = stops.get(code);
    return {
      code,
      name: name.vi,
      discount: discount.kind === 'amount' ? { dong: discount.dong } : { percent: discount.percent, ...(discount.atMostDong !== undefined && { atMostDong: discount.atMostDong }) },
      ...(minimumDong !== undefined && { minimumDong }),
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      used: used.get(code) ?? 0,
      ...(limit !== undefined && { limit }),
      ...(limitPerPhone !== undefined && { limitPerPhone }),
      ...(stop !== undefined && { stopped: { by: stop.who, at: Date.parse(stop.at) } }),
      sample,
    };
  });
}
