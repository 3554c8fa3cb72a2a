import { expect, test } from 'vitest';
import { parseKeyCommand, runKeyCommand } from '../../../src/trace/signing/key-command.ts';
import { currentKey, stateOf, type KeyRing } from '../../../src/trace/signing/key-ring.ts';

/** A ring in memory, with everything that the command said. */
function office(today = '2026-11-22') {
  let ring: KeyRing = [];
  const said: string[] = [];
  const run = (line: string, on = today): Promise<0 | 1> =>
    runKeyCommand(line.split(' ').filter(Boolean), {
      read: async () => ring,
      update: async (change) => (ring = change(ring)),
      today: on,
      file: 'var/keys/signing-keys.json',
      say: (text) => void said.push(text),
    });
  return { run, said, ring: () => ring, states: () => ring.map(stateOf), heard: () => said.splice(0).join('\n') };
}

test('from the first key to its retirement', async () => {
  const { run, heard, ring, states } = office();
  expect(await run('list')).toBe(0);
  expect(heard()).toBe('Chưa có khoá nào. Tạo khoá đầu tiên: npm run keys -- create');

  expect(await run('create')).toBe(0);
  const first = currentKey(ring())?.keyId as string;
  expect(heard()).toMatch(new RegExp(`^Đã tạo khoá ${first}\\. Hãy sao lưu var/keys/signing-keys\\.json:[^]*npm run publish`));

  expect(await run('rotate', '2026-12-01')).toBe(0);
  expect(states()).toEqual(['former', 'current']);
  expect(heard()).toContain('Khoá trước đã huỷ phần bí mật; chữ ký cũ của nó vẫn kiểm tra được.');

  expect(await run(`retire ${first.slice(0, 6)}`, '2026-12-24')).toBe(0);
  expect(states()).toEqual(['retired', 'current']);
  expect(heard()).toContain(`Đã ngừng khoá ${first}`);

  expect(await run('list')).toBe(0);
  expect(heard().split('\n')).toEqual([`${first}  đã ngừng ngày 24/12/2026`, `${currentKey(ring())?.keyId}  đang ký, từ 01/12/2026`]);

  expect(await run(`retire ${first} --leaked`, '2026-12-25')).toBe(0);
  expect(heard()).toContain('bị lộ: chữ ký bằng khoá này không còn giá trị');
  await run('list');
  expect(heard()).toContain(`${first}  BỊ LỘ, đã bỏ ngày 24/12/2026`);
});

test('a former key is named with its days', async () => {
  const { run, heard } = office();
  await run('create', '2026-01-31');
  await run('rotate', '2026-11-22');
  heard();
  await run('list');
  expect(heard()).toContain('không ký nữa, chữ ký cũ vẫn đúng; từ 31/01/2026 đến 22/11/2026');
});

test.each([
  ['create', 'Đã có khoá đang ký'],
  ['retire {current}', 'Khoá này đang ký. Hãy đổi khoá trước (npm run keys -- rotate)'],
  ['retire {current} --leaked', 'Khoá này đang ký'],
  ['retire khong-co', 'Không có khoá nào có mã bắt đầu bằng "khong-co"'],
  ['retire', 'Sau retire cần đúng một mã khoá'],
  ['retire a b', 'Sau retire cần đúng một mã khoá'],
  ['rotate now', 'Sau rotate không viết gì thêm'],
  ['rotate --leaked', '--leaked chỉ đi với retire'],
  ['xoay', 'Không có lệnh "xoay": hãy viết list, create, rotate hoặc retire'],
  ['list --all', '--all'],
])('"%s" changes nothing, says why and ends with 1', async (line, sentence) => {
  const { run, heard, ring } = office();
  await run('create');
  heard();
  const before = ring();
  expect(await run(line.replace('{current}', currentKey(before)?.keyId as string))).toBe(1);
  expect(heard()).toContain(sentence);
  expect(ring()).toBe(before);
});

test('there is nothing to rotate before the first key', async () => {
  const { run, heard } = office();
  expect(await run('rotate')).toBe(1);
  expect(heard()).toBe('Chưa có khoá nào để đổi. Tạo khoá đầu tiên: npm run keys -- create');
});

test('retiring twice keeps the day', async () => {
  const { run, heard, ring } = office();
  await run('create');
  await run('rotate');
  const [first] = ring();
  await run(`retire ${first?.keyId}`, '2026-12-01');
  heard();
  expect(await run(`retire ${first?.keyId}`, '2026-12-24')).toBe(1);
  expect(heard()).toBe('Khoá này đã ngừng từ 01/12/2026; không có gì thay đổi.');
});

test('without a word it explains itself', async () => {
  const { run, heard } = office();
  expect(await run('')).toBe(0);
  expect(heard()).toContain('npm run keys -- rotate');
  expect(parseKeyCommand(['--help'])).toEqual({ verb: 'help' });
});
