import type { Cell, SheetGrid } from '../sheet-grid.ts';
import { codingOfFont, codingOfText, decodeLegacy, isSurelyUnicode, type LegacyCoding } from './legacy-font.ts';

/** A sheet in Unicode, and how many cells were converted from which old font. */
export interface ConvertedSheet {
  sheet: SheetGrid;
  converted: ReadonlyMap<LegacyCoding, number>;
}

/**
 * Each cell is judged by its font, then by its letters. What fits both codings takes the one of the sheet's other cells;
 * what might be Unicode too is converted where the sheet has converted cells and none that is surely Unicode.
 */
export function toUnicode(sheet: SheetGrid): ConvertedSheet {
  const usual = usualCoding(sheet);
  const converted = new Map<LegacyCoding, number>();
  const convert = (cell: Cell | undefined): Cell | undefined => {
    if (typeof cell?.value !== 'string') return cell;
    const font = codingOfFont(cell.font);
    const coding = /[^\u0000-\u007f]/u.test(cell.text) ? codingOfCell(cell, usual) : undefined;
    if (coding === undefined && font?.capitals !== true) return cell;
    if (coding !== undefined) converted.set(coding, (converted.get(coding) ?? 0) + 1);
    const text = coding === undefined ? cell.text.toUpperCase() : decodeLegacy(cell.text, coding, font?.capitals ?? false);
    return { ...cell, text, value: text };
  };
  return { sheet: { ...sheet, rows: sheet.rows.map((row) => row.map(convert)) }, converted };
}

interface UsualCoding {
  coding: LegacyCoding | undefined;
  /** Whether cells that read well as they are follow it. */
  forAll: boolean;
}

function usualCoding(sheet: SheetGrid): UsualCoding {
  const texts = sheet.rows.flat().flatMap((cell) => (typeof cell?.value === 'string' ? [cell.text] : []));
  const votes = Map.groupBy(texts.map(codingOfText), (coding) => coding);
  const [tcvn3, vni] = [votes.get('tcvn3')?.length ?? 0, votes.get('vni')?.length ?? 0];
  const isUnicode = texts.some(isSurelyUnicode);
  if (tcvn3 + vni === 0) return { coding: undefined, forAll: false };
  return { coding: vni > tcvn3 ? 'vni' : 'tcvn3', forAll: !isUnicode && Math.min(tcvn3, vni) === 0 };
}

function codingOfCell(cell: Cell, usual: UsualCoding): LegacyCoding | undefined {
  if (isSurelyUnicode(cell.text)) return undefined;
  const byFont = codingOfFont(cell.font)?.coding;
  if (byFont !== undefined) return byFont;
  const byText = codingOfText(cell.text);
  if (byText === 'unicode') return undefined;
  if (byText === 'open') return usual.forAll ? usual.coding : undefined;
  return byText === 'either' ? (usual.coding ?? 'tcvn3') : byText;
}
