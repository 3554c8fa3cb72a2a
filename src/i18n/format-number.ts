import type { Language } from '../paths.ts';

/** `3.321` in Vietnamese, `3,321` in English. */
export function formatCount(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
}
