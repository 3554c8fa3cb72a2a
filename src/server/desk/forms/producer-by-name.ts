import { nearestName } from '../../../catalogue/nearest-name.ts';
import type { RawRegister } from '../../../catalogue/raw-register.ts';
import { fold } from '../../../domain/fold.ts';

const SUGGESTED = 2_000;

/** The producer that a typed name or id means; nothing typed means that it is unknown. */
export function findProducer({ producers }: RawRegister, typed: string): { id: string | undefined } | { problem: string } {
  if (typed === '') return { id: undefined };
  const byId = producers.find(({ id }) => id === typed);
  if (byId !== undefined) return { id: byId.id };
  const same = producers.filter(({ sample, record }) => !sample && fold(record.name) === fold(typed));
  if (same.length === 1) return { id: same[0]?.id };
  if (same.length > 1) return { problem: `Có ${same.length} chủ thể cùng tên "${typed}": hãy ghi mã của một trong ${same.map(({ id }) => id).join(', ')}.` };
  const near = nearestName(typed, producers.filter(({ sample }) => !sample).map(({ record }) => record.name));
  return { problem: `Không có chủ thể "${typed}" trong hồ sơ${near === undefined ? '' : ` (có phải "${near}"?)`}: hãy chọn tên đã có, hoặc thêm chủ thể trước.` };
}

/** The name when it is the only one, else the id. */
export function producerName({ producers }: RawRegister, id: string | undefined): string {
  const record = producers.find((producer) => producer.id === id)?.record;
  if (record === undefined) return id ?? '';
  return producers.filter(({ record: { name } }) => fold(name) === fold(record.name)).length === 1 ? record.name : (id ?? '');
}

export function producerNames({ producers }: RawRegister): string[] {
  return [...new Set(producers.filter(({ sample }) => !sample).map(({ record }) => record.name))].sort((a, b) => a.localeCompare(b, 'vi')).slice(0, SUGGESTED);
}
