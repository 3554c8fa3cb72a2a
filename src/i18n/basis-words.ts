import type { Certificate } from '../domain/certificate.ts';
import type { Language } from '../paths.ts';
import { translator, type TextKey } from './translate.ts';

/** Why an inferred certificate is inferred; undefined where it was read. */
export function basisWords({ basis, basisNote }: Pick<Certificate, 'basis' | 'basisNote'>, language: Language): string | undefined {
  if (basis === 'read') return undefined;
  return translator(language)(basisNote === undefined ? 'basisNote.default' : (`basisNote.${basisNote}` as TextKey));
}
