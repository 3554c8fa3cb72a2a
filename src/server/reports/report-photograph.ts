import { cleanPhotograph } from '../../media/clean-photograph.ts';
import type { Language } from '../../paths.ts';
import type { Database } from '../db/database.ts';
import type { FewAtOnce } from '../desk/few-at-once.ts';
import { fileNameOf, fileOf } from '../desk/read-upload.ts';
import { keptPhotograph } from './kept-photographs.ts';

export type SentPhotograph = { bytes: Uint8Array | undefined; isNew: boolean } | { refusal: string } | 'busy';

/** The photograph of a form, made anew; else the one that came with it the last time. `field` is the file's, `key` that of the kept one. */
export async function sentPhotograph(
  { db, works, language }: { db: Database; works: FewAtOnce; language: Language },
  { form, field, key }: { form: FormData | URLSearchParams; field: string; key: string | undefined },
  nowMs: number,
): Promise<SentPhotograph> {
  const file = form instanceof FormData ? fileOf(form, field) : undefined;
  if (file === undefined) return { bytes: key === undefined ? undefined : await keptPhotograph(db, key, nowMs), isNew: false };
  const bytes = Buffer.from(await file.arrayBuffer());
  const made = await works.run(() => cleanPhotograph(bytes, fileNameOf(file)));
  if (made === undefined) return 'busy';
  return 'refusal' in made ? { refusal: `${made.refusal[language]}.` } : { bytes: made.jpeg, isNew: true };
}
