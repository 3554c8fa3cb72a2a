import type { UnitKind } from '../../domain/place-name.ts';
import { phraseTable } from './phrase-table.ts';
import type { Token } from './tokens.ts';

const WORDS = phraseTable<readonly UnitKind[]>([
  ['xã', ['xa']], ['phường', ['phuong']], ['thị trấn', ['thi_tran']], ['đặc khu', ['dac_khu']], ['huyện', ['huyen']], ['quận', ['quan']],
  ['thị xã', ['thi_xa']], ['thành phố', ['thanh_pho']], ['tỉnh', ['tinh']], ['tp', ['thanh_pho']], ['tx', ['thi_xa']],
]);

/** Single letters say a kind only before a full stop or a number: "H. Cẩm Xuyên", "Q1" is one word and stays it. */
const LETTERS: Readonly<Record<string, readonly UnitKind[]>> = { x: ['xa'], p: ['phuong'], h: ['huyen'], q: ['quan'], t: ['tinh'], tt: ['thi_tran'] };

/** The word for the kind of unit that starts at a token. */
export function unitWordAt(tokens: readonly Token[], from: number): { to: number; kinds: readonly UnitKind[] } | undefined {
  const found = WORDS.at(tokens, from);
  if (found !== undefined) return { to: found.to, kinds: found.value };
  const [letter, next] = [tokens[from], tokens[from + 1]];
  if (letter === undefined || next === undefined || !Object.hasOwn(LETTERS, letter.folded)) return undefined;
  const isSaid = next.before.startsWith('.') || (/^[pq]$/.test(letter.folded) && /^\d+$/.test(next.folded));
  return isSaid ? { to: from + 1, kinds: LETTERS[letter.folded] as readonly UnitKind[] } : undefined;
}
