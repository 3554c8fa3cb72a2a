import type { ExpiryReminderPayload } from '../../../src/server/mail/templates/expiry-reminder.ts';

export function reminderPayload(more: Partial<ExpiryReminderPayload> = {}): ExpiryReminderPayload {
  return {
    language: 'vi',
    asOf: '2026-11-24',
    deskUrl: 'https://ocop.example/quan-ly/',
    rows: [
      {
        product: 'Nước mắm Phú Sáng',
        producer: 'HTX Phú Sáng',
        stars: 4,
        decision: '2394/QĐ-UBND',
        validUntil: '2026-12-20',
        daysLeft: 26,
        reEvaluationFiled: false,
        url: 'https://ocop.example/san-pham/nuoc-mam-phu-sang/',
      },
    ],
    ...more,
  };
}
