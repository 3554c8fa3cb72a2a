import { writeCsv } from './csv-writer.ts';
import type { ImportRow } from '../proposal.ts';
import { TEMPLATE_HEADERS } from './template-columns.ts';

/** The rows that were not written, in the template's columns with a reason each: corrected, the file can be imported. */
export function restCsv(rows: readonly ImportRow[]): string | undefined {
  const rest = rows.filter(({ status }) => status === 'question' || status === 'refused');
  if (rest.length === 0) return undefined;
  const headers = [...TEMPLATE_HEADERS, 'Địa chỉ', 'Lý do'];
  return writeCsv([
    headers,
    ...rest.map(({ asWritten, messages }) =>
      headers.map((header) =>
        header === 'Lý do' ? messages.filter(({ kind }) => kind !== 'notice').map(({ vi }) => vi).join(' ') : (asWritten[header] ?? ''),
      ),
    ),
  ]);
}
