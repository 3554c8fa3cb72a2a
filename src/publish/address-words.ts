import type { Catalogue } from '../catalogue/catalogue.ts';
import type { OrderDelivery } from '../domain/order.ts';
import { communeLabel, provinceLabel } from '../domain/place-label.ts';
import { formatDate } from '../i18n/format-date.ts';
import { translator } from '../i18n/translate.ts';
import type { Language } from '../paths.ts';

/** "Xã Thiên Cầm, Tỉnh Hà Tĩnh" by a commune's code; the code itself where no list has it. */
export function signedPlace(catalogue: Catalogue, communeCode: string, language: Language): string {
  const commune = catalogue.commune(communeCode);
  const province = commune && catalogue.province(commune.provinceCode);
  return commune === undefined || province === undefined ? communeCode : `${communeLabel(commune, language)}, ${provinceLabel(province, language)}`;
}

/** Where an order goes, a line each. */
export function addressLines(catalogue: Catalogue, delivery: OrderDelivery, language: Language): string[] {
  const t = translator(language);
  if (delivery.kind === 'pickup') {
    const outlet = catalogue.shop.outlet(delivery.outletId);
    const name = (language === 'en' ? outlet?.name.en : undefined) ?? outlet?.name.vi ?? delivery.outletId;
    return [t('order.pickupAt', { name }), [outlet?.street, outlet?.place.commune, outlet?.place.province].filter(Boolean).join(', ')].filter((line) => line !== '');
  }
  const place = signedPlace(catalogue, delivery.communeCode, language);
  if (delivery.kind === 'home') return [delivery.street, place];
  const { hotel, guest, checkIn, checkOut, street } = delivery;
  const stay = checkIn === undefined && checkOut === undefined ? '' : t('order.stay', { from: checkIn === undefined ? '…' : formatDate(checkIn, language), to: checkOut === undefined ? '…' : formatDate(checkOut, language) });
  return [hotel, guest === undefined ? '' : t('order.guest', { name: guest }), stay, street, place].filter((line) => line !== '');
}
