import { nearestName } from '../nearest-name.ts';
import type { RawMoved } from '../raw-register.ts';
import type { Words } from './check.ts';

/** `"x" not found in content/producers/ (did you mean "y"?)`, or where a moved record went to. */
export function notFound(id: string, where: string, known: Iterable<string>, moved: readonly RawMoved[] = []): Words {
  const target = moved.find((record) => record.id === id)?.to;
  if (target !== undefined) return hasMoved(id, target);
  const nearest = nearestName(id, known);
  return {
    en: `"${id}" not found in ${where}${nearest === undefined ? ': correct it or add the record' : ` (did you mean "${nearest}"?)`}`,
    vi: `"${id}" không có trong ${where}${nearest === undefined ? ': hãy sửa lại hoặc thêm bản ghi' : ` (có phải ý là "${nearest}"?)`}`,
  };
}

function hasMoved(id: string, to: readonly string[]): Words {
  const targets = to.map((target) => `"${target}"`);
  return {
    en: `"${id}" has moved: write ${targets.join(' or ')} instead`,
    vi: `"${id}" đã chuyển: hãy ghi ${targets.join(' hoặc ')}`,
  };
}
