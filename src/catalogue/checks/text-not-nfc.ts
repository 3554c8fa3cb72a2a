import { allStrings } from './all-strings.ts';
import { type Check, errorAt } from './check.ts';

export const textNotNfc: Check = {
  id: 'text-not-nfc',
  reach: 'record',
  description: 'Text is in Unicode NFC: each letter with its marks is one character, so that search and comparison work.',
  run(register) {
    return allStrings(register).flatMap(({ file, field, text }) => {
      const composed = text.normalize('NFC');
      if (text === composed) return [];
      const word = composed.split(/\s+/).find((_, place) => text.split(/\s+/)[place] !== composed.split(/\s+/)[place]) ?? composed;
      return [
        errorAt(file, field, {
          en: `has letters and marks as separate characters in "${word}" (not NFC): type it again or paste it as plain text`,
          vi: `có chữ và dấu là các ký tự rời ở "${word}" (không phải NFC, Unicode dựng sẵn): hãy gõ lại hoặc chuyển mã sang Unicode dựng sẵn`,
        }),
      ];
    });
  },
};
