import { type Check, errorAt } from './check.ts';
import { packsIn } from './packs-in.ts';

export const duplicateTraceCode: Check = {
  id: 'duplicate-trace-code',
  reach: 'register',
  description: 'A trace code stands for one pack in the whole register.',
  run(register) {
    const first = new Map<string, string>();
    return packsIn(register).flatMap(({ file, field, pack: { traceCode } }) => {
      if (traceCode === undefined) return [];
      const before = first.get(traceCode);
      if (before === undefined) return first.set(traceCode, `${file} ${field}`), [];
      return [
        errorAt(file, `${field}.traceCode`, {
          en: `"${traceCode}" is already the trace code of ${before}: a code names one pack, remove it here and let the desk issue another`,
          vi: `"${traceCode}" đã là mã truy vết của ${before}: mỗi mã chỉ dùng cho một quy cách, hãy xoá ở đây và để trang quản lý cấp mã khác`,
        }),
      ];
    });
  },
};
