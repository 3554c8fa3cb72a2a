import type { Catalogue } from '../../catalogue/catalogue.ts';
import { addDays, type IsoDate } from '../../domain/calendar-day.ts';
import { lastDayOfLot } from '../../domain/lot-days.ts';
import { nextStatusDay } from '../../domain/status-days.ts';

/** Open data says for which day it is; a site that lives says so at least this often, also when no status changes. */
const LONGEST_QUIET_DAYS = 7;

/** Asked for again and again with the same day. */
const last = new WeakMap<Catalogue, { after: IsoDate; due: IsoDate }>();

/** When a site of the day `after` is due again: the first later day on which a status changes or a lot's last day has passed, or a week later. */
export function dueDay(catalogue: Catalogue | undefined, after: IsoDate): IsoDate {
  const quiet = addDays(after, LONGEST_QUIET_DAYS);
  if (catalogue === undefined) return quiet;
  const known = last.get(catalogue);
  if (known?.after === after) return known.due;
  const status = nextStatusDay(catalogue.products.map(({ id }) => ({ productId: id, certificates: catalogue.certificatesOf(id) })), after);
  const lots = catalogue.lots.flatMap((lot) => lastDayOfLot(lot) ?? []).filter((last) => last >= after).map((last) => addDays(last, 1));
  const due = [quiet, ...lots, ...(status === undefined ? [] : [status])].reduce((first, day) => (day < first ? day : first));
  last.set(catalogue, { after, due });
  return due;
}
