import type { Language } from '../paths.ts';

/** `3.321` in Vietnamese, `3,321` in English. */
export function formatCount(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
}

/** Square kilometres: `4,1 km²` in Vietnamese, `4.1 km²` in English; whole ones from a hundred on. */
export function formatArea(squareKilometres: number, language: Language): string {
  const [whole = '0', tenth] = squareKilometres.toFixed(squareKilometres < 100 ? 1 : 0).split('.');
  const decimals = tenth === undefined || tenth === '0' ? '' : `${language === 'vi' ? ',' : '.'}${tenth}`;
  return `${formatCount(Number(whole), language)}${decimals}\u00a0km²`;
}

/** `1.250 kg`, `12,5 kg` in Vietnamese; grams are the smallest that a scale of a cooperative shows. */
export function formatKilograms(kilograms: number, language: Language): string {
  const [whole = '0', grams = ''] = kilograms.toFixed(3).split('.');
  const decimals = grams.replace(/0+$/, '');
  return `${formatCount(Number(whole), language)}${decimals === '' ? '' : `${language === 'vi' ? ',' : '.'}${decimals}`}\u00a0kg`;
}
