import { translator } from '../../../i18n/translate.ts';
import { deskPath } from '../../../paths.ts';
import type { KeptPublish, PublishesView } from '../../../publish/desk-publishes.ts';
import type { PublishLogEntry } from '../../../publish/publish-log.ts';
import { RollbackError } from '../../../publish/rollback.ts';
import { recordAudit } from '../audit.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, guardedForm, refuse, type Visit } from '../guard.ts';
import { seeOther } from '../private-answer.ts';
import { exactly, type Route } from '../route.ts';
import { countUsers } from '../users.ts';

const PATH = deskPath('xuat-ban');
const SHOWN = 60;
/** Changed records that are named. */
const NAMED = 4;

/** `/quan-ly/xuat-ban/`: brings a whole earlier publish back, and ends that again. */
export function publishRoutes(parts: DeskParts): Route[] {
  const one = new RegExp(`^${PATH}(?<number>[1-9]\\d{0,9})/$`);
  return [
    { method: 'GET', pattern: exactly(PATH), handle: guarded(parts, 'editor', (visit) => showAll(parts, visit, doneOf(visit))) },
    { method: 'GET', pattern: one, handle: guarded(parts, 'editor', (visit) => showAll(parts, visit, { chosen: numberOf(visit) })) },
    { method: 'POST', pattern: one, handle: guardedForm(parts, 'editor', (visit) => bringBack(parts, visit)) },
    { method: 'POST', pattern: exactly(deskPath('xuat-ban', 'moi-nhat')), handle: guardedForm(parts, 'editor', (visit) => publishAnew(parts, visit)) },
  ];
}

async function bringBack(parts: DeskParts, visit: Visit): Promise<Response> {
  const { session } = visit;
  if (!(await mayRollBack(parts, visit))) return refuse(parts, 403, 'role', session);
  const to = numberOf(visit);
  const [before] = await parts.site.publishes();
  if (before?.number === to) return showAll(parts, visit, { refusal: `Bản số ${to} đang được dùng.` });
  try {
    const number = await parts.site.rollBack(to);
    await recordAudit(parts.db, { who: session.name, action: 'publish-rolled-back', subject: `publish:${to}`, note: `from ${before?.number ?? 'none'}, as ${number}` }, parts.now());
  } catch (error) {
    if (!(error instanceof RollbackError)) throw error;
    return showAll(parts, visit, { refusal: `Bản số ${to} không còn được giữ nên không quay lại được.` });
  }
  return seeOther(`${PATH}?xong=quay-lai`);
}

async function publishAnew(parts: DeskParts, visit: Visit): Promise<Response> {
  const { session } = visit;
  if (!(await mayRollBack(parts, visit))) return refuse(parts, 403, 'role', session);
  const result = await parts.site.publishAnew();
  if ('problem' in result) return showAll(parts, visit, { refusal: `Chưa xuất bản được: ${result.problem}` });
  await recordAudit(parts.db, { who: session.name, action: 'publish-rollback-ended', subject: 'publish' }, parts.now());
  return seeOther(`${PATH}?xong=moi-nhat`);
}

/** As for undoing: an approver, or the only user. */
async function mayRollBack({ db }: DeskParts, { session }: Visit): Promise<boolean> {
  return session.role === 'approver' || (await countUsers(db)).all === 1;
}

function numberOf({ context }: Visit): number {
  return Number(context.params['number']);
}

function doneOf({ request }: Visit): Pick<PublishesView, 'done'> {
  const done = new URL(request.url).searchParams.get('xong');
  return done === 'quay-lai' ? { done: 'rolled-back' } : done === 'moi-nhat' ? { done: 'anew' } : {};
}

async function showAll(parts: DeskParts, visit: Visit, more: Pick<PublishesView, 'chosen' | 'refusal' | 'done'>): Promise<Response> {
  const [publishes, heldAt] = [await parts.site.publishes(), await parts.site.heldAt()];
  if (more.chosen !== undefined && !publishes.slice(1).some(({ number }) => number === more.chosen)) return refuse(parts, 404, 'not-found', visit.session);
  const view: PublishesView = {
    publishes: publishes.slice(0, SHOWN).map(keptPublish),
    mayRollBack: await mayRollBack(parts, visit),
    ...(heldAt !== undefined && { heldAt }),
    ...more,
  };
  const page = await visit.show(PATH, { kind: 'publishes', publishes: view });
  return more.refusal === undefined ? page : new Response(page.body, { status: 409, headers: page.headers });
}

function keptPublish({ number, at, why, asOf, pages, changed, rollbackTo }: PublishLogEntry): KeptPublish {
  const t = translator('vi');
  return {
    number,
    at: Date.parse(at),
    reason: why.map((reason) => t(`updates.reason.${reason}`)).join(', '),
    asOf,
    pages: pages.all,
    made: pages.made,
    changed: Object.values(changed ?? {}).flatMap(({ ids }) => ids).slice(0, NAMED),
    ...(rollbackTo !== undefined && { broughtBack: rollbackTo }),
  };
}
