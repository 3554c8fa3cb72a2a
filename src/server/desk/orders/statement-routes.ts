import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { producersIn, producerStatement } from '../../../domain/producer-statement.ts';
import { deskPath } from '../../../paths.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { recordAudit } from '../audit.ts';
import { fileAnswer } from '../changes/file-answer.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, refuse, type Visit } from '../guard.ts';
import { exactly, type Route } from '../route.ts';
import { isMonth, monthsSold, soldOrders } from './sold-orders.ts';
import { statementXlsx, type StatementOf } from './statement-files.ts';
import { statementPdf } from './statement-pdf.ts';

const PATH = deskPath('doi-soat');
/** In addresses, goods whose producer no record names. */
const NOBODY = '-';
const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', pdf: 'application/pdf' } as const;

/** `/quan-ly/doi-soat/`: what each producer's goods brought in a month. */
export function statementRoutes(parts: DeskParts): Route[] {
  return [
    { method: 'GET', pattern: exactly(PATH), handle: guarded(parts, 'editor', (visit) => showMonth(parts, visit)) },
    { method: 'GET', pattern: new RegExp(`^${PATH}(?<month>\\d{4}-\\d\\d)/(?<producer>[\\w-]{1,120})\\.(?<kind>xlsx|pdf)$`), handle: guarded(parts, 'editor', (visit) => giveFile(parts, visit)) },
  ];
}

async function showMonth(parts: DeskParts, { request, show }: Visit): Promise<Response> {
  const { db, now } = parts;
  const months = await monthsSold(db);
  const asked = new URL(request.url).searchParams.get('thang') ?? '';
  const month = isMonth(asked) ? asked : (months[0] ?? dayInVietnam(now()).slice(0, 7));
  const [orders, catalogue] = [await soldOrders(db, month), await parts.catalogue()];
  const producers = producersIn(orders).map((id) => {
    const { rows, quantity, totalDong } = producerStatement(orders, id);
    return { id: id ?? NOBODY, name: nameOf(catalogue, id), orders: new Set(rows.map(({ number }) => number)).size, packs: quantity, dong: totalDong, sample: rows.some(({ sample }) => sample) };
  });
  return show(PATH, { kind: 'statements', statements: { month, months: months.includes(month) ? months : [month, ...months], producers } });
}

async function giveFile(parts: DeskParts, visit: Visit): Promise<Response> {
  const { month = '', producer = '', kind } = visit.context.params;
  if (!isMonth(month) || (kind !== 'xlsx' && kind !== 'pdf')) return refuse(parts, 404, 'not-found', visit.session);
  const [orders, catalogue] = [await soldOrders(parts.db, month), await parts.catalogue()];
  const id = producer === NOBODY ? undefined : producer;
  if (!producersIn(orders).includes(id)) return refuse(parts, 404, 'not-found', visit.session);
  const given: StatementOf = { producer: nameOf(catalogue, id), month, seller: catalogue.shop.seller?.name ?? 'chưa rõ', statement: producerStatement(orders, id) };
  await recordAudit(parts.db, { who: visit.session.name, action: 'statement-made', subject: `producer:${producer}`, note: month }, parts.now());
  const bytes = kind === 'xlsx' ? await statementXlsx(given) : await statementPdf(given, new Date(parts.now()));
  return fileAnswer(bytes, `doi-soat-${month}-${producer}.${kind}`, TYPES[kind]);
}

function nameOf(catalogue: Catalogue, id: string | undefined): string {
  return id === undefined ? 'Hàng chưa rõ chủ thể' : (catalogue.producer(id)?.name ?? id);
}
