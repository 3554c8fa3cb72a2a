/** VNI-Times and its kind: a base letter, then a second character that carries its marks; read as Latin-1. */
const PAIRS: Readonly<Record<string, string>> = {
  a: 'øàùáûảõãïạââàầáấåẩãẫäậêăèằéắúẳüẵëặ',
  e: 'øèùéûẻõẽïẹâêàềáếåểãễäệ',
  o: 'øòùóûỏõõïọâôàồáốåổãỗäộ',
  u: 'øùùúûủõũïụ',
  y: 'øỳùýûỷõỹ',
  ô: 'øờùớûởõỡïợ',
  ö: 'øừùứûửõữïự',
};
const SINGLES: Readonly<Record<string, string>> = { ô: 'ơ', ö: 'ư', ñ: 'đ', î: 'ỵ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', ì: 'ì', í: 'í' };

const DECODE = new Map<string, string>();
for (const [base, codes] of Object.entries(PAIRS)) {
  for (let at = 0; at < codes.length; at += 2) addBoth(`${base}${codes[at] ?? ''}`, codes[at + 1] ?? '');
}
for (const [code, letter] of Object.entries(SINGLES)) addBoth(code, letter);

const ENCODE = new Map([...DECODE].map(([code, letter]) => [letter, code]));

export function fromVni(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const pair = DECODE.get(text.slice(at, at + 2));
    if (pair !== undefined && at + 1 < text.length) {
      result += pair;
      at += 1;
    } else result += DECODE.get(text.charAt(at)) ?? text.charAt(at);
  }
  return result;
}

export function toVni(text: string): string {
  return [...text.normalize('NFC')].map((letter) => ENCODE.get(letter) ?? letter).join('');
}

/** Capitals are typed with the capital of either character: `AØ` and `Aø` are both À. */
function addBoth(code: string, letter: string): void {
  DECODE.set(code, letter);
  const mixed = code.charAt(0).toUpperCase() + code.slice(1);
  DECODE.set(mixed, letter.toUpperCase());
  DECODE.set(code.toUpperCase(), letter.toUpperCase());
}
