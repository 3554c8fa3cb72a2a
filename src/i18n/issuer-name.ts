import type { Issuer } from '../domain/decision.ts';
import type { Language } from '../paths.ts';
import { translator, type TextKey } from './translate.ts';

/** The issuer as signed, or the level alone where no name was read; undefined when the record says it is unknown. */
export function issuerName(issuer: Issuer | undefined, language: Language): string | undefined {
  return issuer && (issuer.name ?? translator(language)(`issuer.${issuer.level}` as TextKey));
}
