import { isIsoDate } from '../../domain/date-text.ts';
import type { Source } from '../../domain/source.ts';
import type { ImportContext } from '../import-context.ts';
import type { AnnexRow } from '../table/annex-table.ts';

/** Between the parts of one source and between sources, as the export writes them into one cell. */
export const PART_MARK = ' | ';
export const SOURCE_MARK = ' ;; ';

/** Where the row was read: its own cell, else what the command says, else the file. */
export function sourcesInRow(row: AnnexRow, { options, fileName, today }: ImportContext): Source[] {
  const text = row.cells.get('source')?.text;
  if (text !== undefined) return text.split(SOURCE_MARK.trim()).map((part) => readSource(part)).filter((source) => source !== undefined);
  const given = options.source === undefined ? undefined : readSource(options.source);
  return [{ ...(given ?? { title: `Tệp ${fileName}` }), readOn: today }];
}

/** `title | address | day`, each part optional. */
function readSource(text: string): Source | undefined {
  const source: Source = {};
  for (const part of text.split(PART_MARK.trim()).map((piece) => piece.trim())) {
    if (/^https?:\/\/\S+$/u.test(part) && URL.canParse(part)) source.url = part;
    else if (isIsoDate(part)) source.readOn = part;
    else if (part !== '') source.title = source.title === undefined ? part : `${source.title}${PART_MARK}${part}`;
  }
  if (source.title === undefined && source.url === undefined) return undefined;
  const { title, url, readOn } = source;
  return { ...(title === undefined ? {} : { title }), ...(url === undefined ? {} : { url }), ...(readOn === undefined ? {} : { readOn }) };
}

export function writeSources(sources: readonly Source[]): string {
  return sources.map(({ title, url, readOn }) => [title, url, readOn].filter((part) => part !== undefined).join(PART_MARK)).join(SOURCE_MARK);
}
