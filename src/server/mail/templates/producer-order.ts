import { z } from 'zod';
import { spacedOrderNumber } from '../../../domain/order-number.ts';
import { amountsHtml, buttonHtml, escapeHtml, htmlMail, paragraphHtml } from '../html-text.ts';
import type { MailContent } from '../mail-transport.ts';

/** The part by its order and producer: the link is made when the mail is sent. */
export const producerOrderPayload = z.strictObject({ order: z.string(), producer: z.string() });
export type ProducerOrderPayload = z.infer<typeof producerOrderPayload>;

export interface ProducerOrderFacts {
  number: string;
  producer: string;
  packs: readonly { name: string; quantity: number }[];
  /** The producer's own link. */
  link: string;
  seller: string;
  sample: boolean;
}

/** Nothing of the buyer: who gets the goods stands behind the link. In Vietnamese only. */
export function producerOrderMail({ number, producer, packs, link, seller, sample }: ProducerOrderFacts): MailContent {
  const title = `Đơn hàng ${spacedOrderNumber(number)}`;
  const intro = `Kính gửi ${producer}. Có người đặt hàng của quý vị:`;
  const ask = 'Mở liên kết để xem nơi giao, nhận đơn hoặc báo hết hàng, in phiếu giao, và báo khi đã gửi. Ai có liên kết này đều mở được: xin đừng chuyển cho người ngoài.';
  const note = sample ? ['Dữ liệu minh hoạ: đây không phải đơn thật.'] : [];
  return {
    subject: title,
    text: [...note, intro, packs.map(({ name, quantity }) => `${quantity} × ${name}`).join('\n'), ask, link, seller].join('\n\n') + '\n',
    html: htmlMail(
      'vi',
      [
        ...note.map((words) => paragraphHtml(words, 'note')),
        `<h1>${escapeHtml(title)}</h1>`,
        paragraphHtml(intro),
        amountsHtml(packs.map(({ name, quantity }) => ({ what: name, amount: `${quantity} gói` })), { total: false }),
        paragraphHtml(ask),
        buttonHtml('Xem và trả lời đơn', link),
        paragraphHtml(seller, 'soft'),
      ].join('\n'),
    ),
  };
}
