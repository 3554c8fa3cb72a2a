import { parseArgs } from 'node:util';
import type { IsoDate } from '../../domain/calendar-day.ts';
import { formatDate } from '../../i18n/format-date.ts';
import { currentKey, stateOf, withNewKey, withRetired, type KeyRing, type RingKey } from './key-ring.ts';

export interface KeyCommandParts {
  /** Changes the ring as a whole, alone among all processes; what `change` throws changes nothing. */
  update(change: (ring: KeyRing) => KeyRing): Promise<KeyRing>;
  read(): Promise<KeyRing>;
  today: IsoDate;
  /** Where the keys lie, for the reminder to back them up. */
  file: string;
  say(line: string): void;
}

type KeyCommand = { verb: 'list' | 'create' | 'rotate' | 'help' } | { verb: 'retire'; keyId: string; leaked: boolean } | { verb: 'wrong'; sentence: string };

export const KEY_USAGE = `Khoá ký của trang, dùng để ký từng giấy chứng nhận và danh sách tình trạng:
  npm run keys -- list                   các khoá và tình trạng
  npm run keys -- create                 tạo khoá đầu tiên (npm start cũng tự tạo)
  npm run keys -- rotate                 đổi sang khoá mới; chữ ký cũ vẫn kiểm tra được
  npm run keys -- retire MÃ              ngừng một khoá cũ; chữ ký cũ được gọi là cũ
  npm run keys -- retire MÃ --leaked     khoá bị lộ: mọi chữ ký bằng khoá ấy không còn giá trị
MÃ là mã khoá trong danh sách, hoặc vài ký tự đầu của mã.`;

/** What cannot be done; the message says why and what to do instead. */
class Refusal extends Error {}

/** Gives back the exit code. */
export async function runKeyCommand(args: readonly string[], parts: KeyCommandParts): Promise<0 | 1> {
  const command = parseKeyCommand(args);
  try {
    if (command.verb === 'wrong') throw new Refusal(`${command.sentence}.\n\n${KEY_USAGE}`);
    await run(command, parts);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    parts.say(error.message);
    return 1;
  }
}

/** Never throws: what cannot be read is `wrong` with a sentence. */
export function parseKeyCommand(args: readonly string[]): KeyCommand {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: { leaked: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }, allowPositionals: true });
  } catch (error) {
    return { verb: 'wrong', sentence: (error as Error).message };
  }
  const { values, positionals } = parsed;
  const [verb, keyId, ...rest] = positionals;
  if (values.help === true || verb === undefined) return { verb: 'help' };
  if (verb === 'retire') {
    if (keyId === undefined || rest.length > 0) return { verb: 'wrong', sentence: 'Sau retire cần đúng một mã khoá' };
    return { verb, keyId, leaked: values.leaked === true };
  }
  if (verb !== 'list' && verb !== 'create' && verb !== 'rotate') return { verb: 'wrong', sentence: `Không có lệnh "${verb}": hãy viết list, create, rotate hoặc retire` };
  if (keyId !== undefined) return { verb: 'wrong', sentence: `Sau ${verb} không viết gì thêm` };
  if (values.leaked === true) return { verb: 'wrong', sentence: '--leaked chỉ đi với retire' };
  return { verb };
}

async function run(command: Exclude<KeyCommand, { verb: 'wrong' }>, parts: KeyCommandParts): Promise<void> {
  switch (command.verb) {
    case 'help':
      return parts.say(KEY_USAGE);
    case 'list':
      return list(await parts.read(), parts.say);
    case 'create':
      return create(parts);
    case 'rotate':
      return rotate(parts);
    case 'retire':
      return retire(command, parts);
  }
}

function list(ring: KeyRing, say: (line: string) => void): void {
  for (const key of ring) say(`${key.keyId}  ${words(key)}`);
  if (ring.length === 0) say('Chưa có khoá nào. Tạo khoá đầu tiên: npm run keys -- create');
}

function words(key: RingKey): string {
  const since = `từ ${formatDate(key.notBefore, 'vi')}`;
  switch (stateOf(key)) {
    case 'current':
      return `đang ký, ${since}`;
    case 'former':
      return `không ký nữa, chữ ký cũ vẫn đúng; ${since}${key.replacedOn === undefined ? '' : ` đến ${formatDate(key.replacedOn, 'vi')}`}`;
    case 'retired':
      return `đã ngừng ngày ${formatDate(key.retiredOn as IsoDate, 'vi')}`;
    case 'leaked':
      return `BỊ LỘ, đã bỏ ngày ${formatDate(key.retiredOn as IsoDate, 'vi')}`;
  }
}

async function create({ update, today, file, say }: KeyCommandParts): Promise<void> {
  const ring = await update((before) => {
    const known = currentKey(before);
    if (known !== undefined) throw new Refusal(`Đã có khoá đang ký: ${known.keyId}. Muốn đổi khoá: npm run keys -- rotate`);
    return withNewKey(before, today);
  });
  say(`Đã tạo khoá ${currentKey(ring)?.keyId}. Hãy sao lưu ${file}: mất tệp này thì phải ký lại mọi giấy chứng nhận bằng khoá khác.`);
  say('Chạy npm run publish để ký các giấy chứng nhận.');
}

async function rotate({ update, today, file, say }: KeyCommandParts): Promise<void> {
  const ring = await update((before) => {
    if (currentKey(before) === undefined) throw new Refusal('Chưa có khoá nào để đổi. Tạo khoá đầu tiên: npm run keys -- create');
    return withNewKey(before, today);
  });
  say(`Khoá mới: ${currentKey(ring)?.keyId}. Khoá trước đã huỷ phần bí mật; chữ ký cũ của nó vẫn kiểm tra được.`);
  say(`Sao lưu lại ${file}, rồi chạy npm run publish để ký lại mọi giấy chứng nhận.`);
}

async function retire({ keyId, leaked }: { keyId: string; leaked: boolean }, { update, today, say }: KeyCommandParts): Promise<void> {
  let retired = '';
  await update((before) => {
    const found = before.filter((key) => key.keyId.startsWith(keyId));
    const [key] = found;
    if (key === undefined) throw new Refusal(`Không có khoá nào có mã bắt đầu bằng "${keyId}"; xem danh sách: npm run keys -- list`);
    if (found.length > 1) throw new Refusal(`Có ${found.length} khoá bắt đầu bằng "${keyId}": hãy viết mã dài hơn.`);
    if (stateOf(key) === 'current') throw new Refusal('Khoá này đang ký. Hãy đổi khoá trước (npm run keys -- rotate), rồi mới ngừng nó.');
    if (stateOf(key) === 'leaked' || (stateOf(key) === 'retired' && !leaked)) throw new Refusal(`Khoá này đã ngừng từ ${formatDate(key.retiredOn as IsoDate, 'vi')}; không có gì thay đổi.`);
    retired = key.keyId;
    return withRetired(before, key.keyId, today, leaked);
  });
  say(leaked ? `Đã đánh dấu khoá ${retired} bị lộ: chữ ký bằng khoá này không còn giá trị.` : `Đã ngừng khoá ${retired}: chữ ký bằng khoá này được gọi là chữ ký cũ.`);
  say('Chạy npm run publish để mọi người biết.');
}
