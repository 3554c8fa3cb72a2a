import type { Problem } from '../../domain/problem.ts';
import { allStrings } from './all-strings.ts';
import { type Check, errorAt, warningAt } from './check.ts';

/** Whole words with their marks (text is in NFC by a rule of its own), in small or capital letters; "sửa chữa" and "chữa cháy" say nothing of healing. */
const CLAIM = /(?<![\p{L}\p{M}\p{N}])(?<!sửa\s+)(?:chữa(?!\s+cháy(?![\p{L}\p{M}]))|điều\s+trị|đặc\s+trị)(?![\p{L}\p{M}\p{N}])/iu;

/** Names and titles are copied from documents: they stay as they are, but somebody looks. */
const AS_READ = /^(?:name|formerNames\.\d+|title|lines\.\d+\.asSigned\..+|(?:.+\.)?sources\.\d+\..+|issuer\.name|(?:.+\.)?issuer\.name|place\..+|documents\.\d+\..+|steps\.\d+\.(?:result|laboratory|by|to|place\..+)|declaration\.papers\.\d+\..+)$/;

export const healingClaim: Check = {
  id: 'healing-claim',
  reach: 'record',
  description: 'No text of ours says that a product heals: "chữa", "điều trị", "đặc trị". Names as read in a document are only pointed out.',
  run(register) {
    const { products, producers, decisions, lots, outlets, events, baskets, vouchers } = register;
    const samples = new Set([...products, ...producers, ...decisions, ...lots, ...outlets, ...events, ...baskets, ...vouchers].filter(({ sample }) => sample).map(({ file }) => file));
    return allStrings(register).flatMap(({ file, field, text }): Problem[] => {
      const found = CLAIM.exec(text)?.[0];
      if (found === undefined || file === 'content/group-rules.yaml') return [];
      if (!AS_READ.test(field) || samples.has(file)) {
        return [
          errorAt(file, field, {
            en: `says "${found}", a healing claim: reword the text without it`,
            vi: `có từ "${found}" nói về chữa bệnh: hãy viết lại, bỏ từ này`,
          }),
        ];
      }
      return [
        warningAt(file, field, {
          en: `says "${found}", a healing claim: keep it only if the document itself writes the name so`,
          vi: `có từ "${found}" nói về chữa bệnh: chỉ giữ nếu chính văn bản ghi tên như vậy`,
        }),
      ];
    });
  },
};
