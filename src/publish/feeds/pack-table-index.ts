import type { KeptWords, PackTableIndex } from '../../domain/pack-table.ts';
import { translator } from '../../i18n/translate.ts';
import type { Language } from '../../paths.ts';
import { hashOf } from '../input-digests.ts';
import type { FeedContext } from './feed-context.ts';
import { countPackCodes, packTables } from './pack-table.ts';

/** /data/packs/index.json: the parts of the table of packs, and the words around a row of it. */
export function packTableIndex({ catalogue, asOf }: Pick<FeedContext, 'catalogue' | 'asOf'>): PackTableIndex {
  const parts = [...packTables(catalogue, asOf)].map(([name, text]) => [name, hashOf(text)] as const);
  return { packs: countPackCodes(catalogue), parts: Object.fromEntries(parts), words: { vi: wordsIn('vi'), en: wordsIn('en') } };
}

/** Day and stars are filled in by the phone. */
function wordsIn(language: Language): KeptWords {
  const t = translator(language);
  return {
    title: t('kept.title'),
    as: t('kept.as', { day: '{day}' }),
    stars: t('kept.stars', { stars: '{stars}' }),
    noStars: t('kept.noStars'),
    none: t('kept.none'),
    online: t('kept.online'),
    unknown: t('kept.unknown'),
    sample: t('kept.sample'),
    retry: t('kept.retry'),
  };
}
