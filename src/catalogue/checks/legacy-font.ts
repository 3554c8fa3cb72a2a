import { allStrings } from './all-strings.ts';
import { type Check, errorAt } from './check.ts';

/** Text typed in TCVN3 (.VnTime) read as Latin-1: signs such as ­ ® ¬ ¾ inside words. */
const TCVN3 = /\p{L}[\u00a8-\u00ae\u00b5\u00b6\u00b8-\u00bf]\p{L}/u;
/** Text typed in VNI-Times: two accented vowels where Vietnamese has one. */
const VNI = /[aeo][ùøûõ]|ö[ôïùøûõ]|[âô][ùøûõï]|ñ[aâeêioôuöy]/iu;
/** UTF-8 read as Windows-1252, or characters that were lost on the way. */
const MOJIBAKE = /\ufffd|[\u0080-\u009f]|[ÃÄÅÆ][\u00a0-\u00bf]|á[º»][\u00a0-\u00bf\u2010-\u203a]/u;

export const legacyFont: Check = {
  id: 'legacy-font',
  reach: 'record',
  description: 'No text of an old Vietnamese font (TCVN3, VNI) and none that was read in a wrong encoding.',
  run(register) {
    return allStrings(register).flatMap(({ file, field, text }) => {
      const broken = isGarbled(text) ? (text.split(/\s+/).find(isGarbled) ?? text) : undefined;
      return broken === undefined
        ? []
        : [
            errorAt(file, field, {
              en: `"${broken}" looks like text in an old font or a wrong encoding: convert it to Unicode`,
              vi: `"${broken}" có vẻ là chữ phông cũ (TCVN3, VNI) hoặc sai bảng mã: hãy chuyển sang Unicode`,
            }),
          ];
    });
  },
};

/** Text that is not in NFC is another rule's matter; its loose marks match nothing here. */
function isGarbled(text: string): boolean {
  return TCVN3.test(text) || VNI.test(text) || MOJIBAKE.test(text);
}
