import { claim, isFree, type Reading } from './reading.ts';
import { mayBe, type Token } from './tokens.ts';

const UNITS: Readonly<Record<string, string>> = {
  ml: 'ml', mililit: 'ml', lít: 'l', lit: 'l', l: 'l', litre: 'l', liter: 'l', kg: 'kg', ký: 'kg', kí: 'kg', kilo: 'kg', kilogram: 'kg', cân: 'kg', g: 'g', gr: 'g', gram: 'g', gam: 'g', lạng: 'lang',
  chai: 'chai', hộp: 'hop', gói: 'goi', túi: 'tui', hũ: 'hu', lọ: 'lo', thùng: 'thung', bịch: 'bich', cái: 'cai', quả: 'qua', trái: 'trai', con: 'con',
};
const MEASURES = new Set(['ml', 'l', 'kg', 'g', 'lang']);
const CONTAINERS = ['hộp', 'chai', 'gói', 'túi', 'hũ', 'lọ', 'bịch', 'thùng', 'can'];
const HALF = ['nửa', 'half'];

/** "500ml", "0,5 lít", "nửa ký", "hộp 20 gói": no condition, because few packs are declared; a pack that says so goes first. */
export function readQuantities(reading: Reading): void {
  for (let place = 0; place < reading.tokens.length; place += 1) {
    const found = quantityAt(reading.tokens, place);
    if (found === undefined) continue;
    const from = place > 0 && isOneOf(reading.tokens[place - 1], CONTAINERS) ? place - 1 : place;
    if (!isFree(reading, from, found.to)) continue;
    const { amount, unit } = found;
    const key = `quantity:${amount}${unit}`;
    const spelled = amount.replace('.', ' ');
    claim(reading, {
      from, to: found.to, keepsWords: false,
      meaning: {
        kind: 'quantity', key, label: { vi: `${amount.replace('.', ',')} ${LABELS[unit] ?? unit}`, en: `${amount} ${unit}` },
        spellings: [`${spelled}${unit}`, ...spellingsOf(unit).map((word) => `${spelled} ${word}`)],
      },
    });
    place = found.to - 1;
  }
}

const LABELS: Readonly<Record<string, string>> = { l: 'lít', lang: 'lạng', hop: 'hộp', goi: 'gói', tui: 'túi', hu: 'hũ', lo: 'lọ', thung: 'thùng', bich: 'bịch', cai: 'cái', qua: 'quả', trai: 'trái' };

function spellingsOf(unit: string): string[] {
  return unit === 'l' ? ['lit', 'l'] : [unit];
}

/** Pieces ("20 gói") count only with a number; a half only of a measure. */
function quantityAt(tokens: readonly Token[], place: number): { amount: string; unit: string; to: number } | undefined {
  const token = tokens[place];
  if (token === undefined) return undefined;
  const joined = /^(\d{1,5})([a-z]+)$/.exec(token.folded);
  if (joined !== null) {
    const unit = UNITS[joined[2] as string];
    return unit === undefined ? undefined : { amount: joined[1] as string, unit, to: place + 1 };
  }
  if (isOneOf(token, HALF)) {
    const unit = unitAt(tokens, place + 1);
    return unit === undefined || !MEASURES.has(unit) ? undefined : { amount: '0.5', unit, to: place + 2 };
  }
  if (!/^\d{1,5}$/.test(token.folded)) return undefined;
  const next = tokens[place + 1];
  if (next !== undefined && /^[.,]$/.test(next.before)) {
    const decimal = /^(\d{1,3})([a-z]*)$/.exec(next.folded);
    if (decimal === null) return undefined;
    const isJoined = decimal[2] !== '';
    const unit = isJoined ? UNITS[decimal[2] as string] : unitAt(tokens, place + 2);
    return unit === undefined ? undefined : { amount: `${token.folded}.${decimal[1]}`, unit, to: place + (isJoined ? 2 : 3) };
  }
  const unit = unitAt(tokens, place + 1);
  return unit === undefined ? undefined : { amount: token.folded, unit, to: place + 2 };
}

function unitAt(tokens: readonly Token[], place: number): string | undefined {
  const token = tokens[place];
  if (token === undefined) return undefined;
  return Object.entries(UNITS).find(([word]) => mayBe(token, word))?.[1];
}

function isOneOf(token: Token | undefined, words: readonly string[]): boolean {
  return token !== undefined && words.some((word) => mayBe(token, word));
}
