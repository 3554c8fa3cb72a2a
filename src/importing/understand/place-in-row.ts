import type { PlaceAsSigned } from '../../domain/decision.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { communeLabel, provinceLabel } from '../../domain/place-label.ts';
import type { ResolvedPlace } from '../../domain/place.ts';
import type { PlaceIndex } from '../../domain/place-index.ts';
import { resolvePlace } from '../../domain/resolve-place.ts';
import { readAddress, readPlaceCell } from '../facts/read-address.ts';
import { isWhole, placeInItsEra, type PlaceOfRow } from '../facts/place-of-row.ts';
import type { RowAnswer } from '../import-context.ts';
import type { RowReport } from '../row-report.ts';
import type { AnnexCell, AnnexRow } from '../table/annex-table.ts';

/** What surrounds the row: headings and the authority's own province or district. */
export interface PlaceAround {
  heading: PlaceAsSigned;
  document: PlaceAsSigned;
  signedOn: IsoDate | undefined;
  /** An address found in the producer's cell. */
  address: string | undefined;
}

/** Where the row's product is made; undefined when the row says nothing of it. */
export function placeInRow(row: AnnexRow, around: PlaceAround, index: PlaceIndex, answer: RowAnswer, report: RowReport): PlaceOfRow | undefined {
  const cell = row.cells.get('commune') ?? row.cells.get('address') ?? row.cells.get('district') ?? row.cells.get('province');
  const written = placeWritten(row, around, index);
  if (Object.keys(written).length === 0) return undefined;
  const place = inOrder({ ...around.document, ...around.heading, ...written });
  if (answer.xa !== undefined) return answered(answer.xa, index, cell, report);
  const found = placeInItsEra(index, place, around.signedOn);
  explain(found, cell, report);
  return found;
}

function placeWritten(row: AnnexRow, { heading, address }: PlaceAround, index: PlaceIndex): PlaceAsSigned {
  const columns = (['commune', 'district', 'province'] as const).flatMap((level) => {
    const text = row.cells.get(level)?.text;
    return text === undefined || text === '' || text === '-' ? [] : [[level, readPlaceCell(text, level)] as const];
  });
  const text = row.cells.get('address')?.text ?? address;
  const fromAddress = text === undefined ? {} : readAddress(text, index);
  const written: PlaceAsSigned = { ...fromAddress, ...Object.fromEntries(columns) };
  return inOrder(Object.keys(written).length > 0 ? written : heading);
}

/** A split commune is one place as signed and many today: nothing is asked. One name that fits several places is. */
function explain({ place, resolved }: PlaceOfRow, cell: AnnexCell | undefined, report: RowReport): void {
  const name = Object.values(inOrder(place)).join(', ');
  if (resolved.kind === 'communes' && resolved.why === 'split') {
    const names = resolved.communes.map((commune) => communeLabel(commune, 'vi')).join(', ');
    report.notice(cell, { vi: `"${name}" nay đã chia; trang sẽ nêu các nơi: ${names}.`, en: `"${name}" has been split; the site shows ${names}.` });
  } else if (resolved.kind === 'communes') {
    const choices = resolved.communes.map((commune) => ({ value: commune.code, label: labelOf(commune, resolved) }));
    report.ask(cell, {
      vi: `"${name}" có thể là ${choices.map(({ label }) => label).join(' hoặc ')}: hãy ghi thêm huyện, tỉnh vào tệp hoặc trả lời.`,
      en: `"${name}" may be ${choices.map(({ label }) => label).join(' or ')}: add the district or province to the file, or answer.`,
    }, 'xa', choices);
  } else if (resolved.kind === 'provinces') {
    const names = resolved.provinces.map((province) => provinceLabel(province, 'vi')).join(' hoặc ');
    report.ask(cell, { vi: `"${name}" có ở ${names}: hãy ghi thêm tỉnh vào tệp.`, en: `"${name}" lies in ${names}: add the province to the file.` });
  } else if (!isWhole(resolved)) {
    report.ask(cell, {
      vi: `không có địa danh "${name}" trong danh mục: hãy đối chiếu chính tả, tên tỉnh, huyện với văn bản rồi sửa tệp.`,
      en: `"${name}" is no place that the lists know: compare its spelling, province and district with the document and correct the file.`,
    });
  }
}

function labelOf(commune: Parameters<typeof communeLabel>[0] & { code: string; formerCommunes?: readonly { district: string; province: string }[] }, resolved: ResolvedPlace): string {
  const old = commune.formerCommunes?.[0];
  const where = resolved.kind === 'communes' && old !== undefined ? ` (${old.province})` : '';
  return `${communeLabel(commune, 'vi')}${where}`;
}

/** The code of today's commune, which the answer gives, becomes its name of today. */
function answered(code: string, index: PlaceIndex, cell: AnnexCell | undefined, report: RowReport): PlaceOfRow | undefined {
  const entry = [...index.communes.bySpelling.values()].flat().find(({ commune }) => commune.code === code);
  for (const commune of entry === undefined ? [] : [entry.commune.name, communeLabel(entry.commune, 'vi')]) {
    const place: PlaceAsSigned = { commune, province: entry?.province.name ?? '' };
    const resolved = resolvePlace(index, place, 'current');
    if (resolved.kind === 'commune' && resolved.commune.code === code) return { place, era: 'current', resolved };
  }
  report.ask(cell, { vi: `câu trả lời xa: "${code}" không phải mã xã hiện nay.`, en: `the answer xa: "${code}" is no code of a commune of today.` });
  return undefined;
}

function inOrder({ commune, district, province }: PlaceAsSigned): PlaceAsSigned {
  return {
    ...(commune === undefined ? {} : { commune }),
    ...(district === undefined ? {} : { district }),
    ...(province === undefined ? {} : { province }),
  };
}
