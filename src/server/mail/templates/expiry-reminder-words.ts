import type { Language } from '../../../paths.ts';

export interface ReminderWords {
  subject(count: number, soonest: string): string;
  intro(count: number, day: string): string;
  stars(stars: number | undefined): string;
  left(days: number): string;
  product: string;
  producer: string;
  decision: string;
  lastDay: string;
  filed: string;
  notFood: string;
  desk: string;
  unknown: string;
}

export const REMINDER_WORDS: Readonly<Record<Language, ReminderWords>> = {
  vi: {
    subject: (count, soonest) => `${count} sản phẩm OCOP sắp hết hiệu lực, sớm nhất ${soonest}`,
    intro: (count, day) => `Tính đến ngày ${day}, sao OCOP của ${count} sản phẩm dưới đây sắp hết hiệu lực. Mỗi giấy chứng nhận được nhắc khi còn 180, 90 và 30 ngày.`,
    stars: (stars) => (stars === undefined ? 'số sao chưa rõ' : `${stars} sao`),
    left: (days) => (days === 0 ? 'hôm nay là ngày cuối' : `còn ${days} ngày`),
    product: 'Sản phẩm',
    producer: 'Chủ thể',
    decision: 'Quyết định',
    lastDay: 'Ngày cuối còn hiệu lực',
    filed: 'Đã nộp hồ sơ đánh giá lại',
    notFood: 'Đây là hiệu lực của sao OCOP, không phải hạn sử dụng của sản phẩm.',
    desk: 'Mở danh sách việc cần làm',
    unknown: 'chưa rõ',
  },
  en: {
    subject: (count, soonest) => `${count} OCOP ${count === 1 ? 'product expires' : 'products expire'} soon, the first on ${soonest}`,
    intro: (count, day) => `As of ${day}, the OCOP stars of ${count === 1 ? 'this product end' : `these ${count} products end`} soon. Each certificate is brought up 180, 90 and 30 days before.`,
    stars: (stars) => (stars === undefined ? 'number of stars unknown' : `${stars} stars`),
    left: (days) => (days === 0 ? 'last day today' : `${days} ${days === 1 ? 'day' : 'days'} left`),
    product: 'Product',
    producer: 'Producer',
    decision: 'Decision',
    lastDay: 'Last valid day',
    filed: 'Re-evaluation filed',
    notFood: 'This is about the OCOP star; it is not the use-by date of the product.',
    desk: 'Open the work list',
    unknown: 'unknown',
  },
};
