import { nearestName } from '../nearest-name.ts';
import { type Check, errorAt } from './check.ts';

export const unknownStepDocument: Check = {
  id: 'unknown-step-document',
  reach: 'record',
  description: 'A step names a document that the lot lists.',
  run(register) {
    return register.lots.flatMap(({ file, record: { steps, documents } }) => {
      const listed = documents.map((document) => document.file);
      return steps.flatMap(({ document }, place) => {
        if (document === undefined || listed.includes(document)) return [];
        const nearest = nearestName(document, listed);
        return [
          errorAt(file, `steps.${place}.document`, {
            en: `"${document}" is none of the lot's documents${nearest === undefined ? ': add it to documents or remove it here' : ` (did you mean "${nearest}"?)`}`,
            vi: `"${document}" không có trong danh sách tài liệu của lô${nearest === undefined ? ': hãy thêm vào documents hoặc bỏ ở đây' : ` (có phải ý là "${nearest}"?)`}`,
          }),
        ];
      });
    });
  },
};
