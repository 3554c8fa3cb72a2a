import { recordAudit } from '../audit.ts';
import { answerForPart, renewPartLink, revokePartLink, type PartDeed, type PartOutcome } from '../../orders/producer-part.ts';
import { tellProducers } from '../../order-notices/tell-producers.ts';
import type { DeedParts } from './one-order-routes.ts';
import { eventParts, subjectOf } from './shop-desk.ts';

const OUTCOMES: Readonly<Record<Exclude<PartOutcome, 'done'>, string | undefined>> = {
  again: undefined,
  late: 'Phần này đã gửi hoặc đơn đã kết thúc, không đổi được nữa.',
  unknown: 'Chủ thể này chưa có phần nào trong đơn: đơn còn chờ xác nhận hoặc chờ tiền.',
};

/** What the office says for a producer who telephoned, and what it does with the producer's link. */
export async function answerPart({ parts, order, visit, values }: DeedParts): Promise<string | undefined> {
  const { db, shop, now } = parts;
  const who = visit.session.name;
  const part = { orderId: order.id, producerId: values.text('chu-the') };
  const wish = values.text('viec');
  if (wish === 'dong-lien-ket' || wish === 'lien-ket-moi') {
    const isClosing = wish === 'dong-lien-ket';
    const refusal = await db.transaction().execute(async (transaction) => {
      const isDone = isClosing ? await revokePartLink(transaction, part, who, now()) : await renewPartLink(transaction, shop.tokens, part, who, now());
      if (!isDone) return isClosing ? undefined : OUTCOMES.unknown;
      await recordAudit(transaction, { who, action: isClosing ? 'producer-link-revoked' : 'producer-link-renewed', subject: subjectOf(order.number), note: part.producerId }, now());
      return undefined;
    });
    if (refusal === undefined) await tellProducers({ db, catalogue: parts.catalogue, now: now(), domain: shop.mailDomain }, order.id);
    return refusal;
  }
  const deed = deedOf(wish, values.text('don-vi'), values.text('ma-van-don'));
  if (deed === undefined) return 'Chưa chọn việc nào.';
  const outcome = await answerForPart(db, eventParts(parts), part, deed, who);
  if (outcome !== 'done') return OUTCOMES[outcome];
  await recordAudit(db, { who, action: `part-${deed.kind}`, subject: subjectOf(order.number), note: part.producerId }, now());
  return undefined;
}

function deedOf(wish: string, carrier: string, trackingCode: string): PartDeed | undefined {
  if (wish === 'nhan') return { kind: 'accepted' };
  if (wish === 'het-hang') return { kind: 'out-of-stock' };
  if (wish === 'con-hang') return { kind: 'in-stock' };
  return wish === 'da-gui' ? { kind: 'shipped', carrier: carrier.slice(0, 80), trackingCode: trackingCode.toUpperCase().slice(0, 60) } : undefined;
}
