import type { Catalogue } from '../../catalogue/catalogue.ts';
import { spacedOrderNumber } from '../../domain/order-number.ts';
import { translator } from '../../i18n/translate.ts';
import { FONT_FILES } from '../../media/font-files.ts';
import { textWidth } from '../../media/font-measure.ts';
import type { Language } from '../../paths.ts';
import type { OrderView } from '../../publish/order-view.ts';
import { pagesPdf } from '../../trace/labels/sheet-pdf.ts';
import { receiptLines } from './receipt-lines.ts';
import { receiptPages } from './receipt-pages.ts';

/** A receipt to keep: what was ordered, what it costs, who sells. It is no invoice. */
export async function receiptAnswer(order: OrderView, catalogue: Catalogue, language: Language): Promise<Response> {
  const number = spacedOrderNumber(order.number);
  const bytes = await pagesPdf({
    pages: receiptPages(receiptLines(order, catalogue, language), textWidth),
    title: translator(language)('order.title', { number }),
    lang: language === 'vi' ? 'vi-VN' : 'en-GB',
    createdAt: new Date(order.placedAt),
    fonts: FONT_FILES,
  });
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${number}.pdf"` } });
}
