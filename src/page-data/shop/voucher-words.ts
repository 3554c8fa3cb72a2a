import type { VoucherFault } from '../../domain/voucher.ts';
import { formatDong } from '../../domain/money.ts';
import { formatDate } from '../../i18n/format-date.ts';
import { translator } from '../../i18n/translate.ts';
import type { Language } from '../../paths.ts';

/** Why a voucher does not count, and what to do. */
export function voucherWords(fault: VoucherFault, code: string, language: Language): string {
  const t = translator(language);
  switch (fault.kind) {
    case 'unknown':
      return t('voucher.unknown', { code });
    case 'not-yet':
      return t('voucher.notYet', { code, date: formatDate(fault.from, language) });
    case 'over':
      return t('voucher.over', { code, date: formatDate(fault.until, language) });
    case 'no-goods':
      return t('voucher.noGoods', { code });
    case 'minimum':
      return t('voucher.minimum', { code, minimum: formatDong(fault.minimumDong, language) });
    case 'stopped':
      return t('voucher.stopped', { code });
    case 'used-up':
      return t('voucher.usedUp', { code });
    case 'used-by-you':
      return t('voucher.usedByYou', { code });
  }
}
