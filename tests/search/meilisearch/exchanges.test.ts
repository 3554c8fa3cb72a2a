import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixtureOf, KEYS, RECORDED_INDEX, type Exchange } from './exchanges.ts';
import { dropIndexes, freshIndex, realServer, tellSkipped } from './real-server.ts';
import { startReplay } from './replay-server.ts';
import { SCENARIOS } from './scenarios.ts';

const real = realServer();
if (real === undefined) tellSkipped('the scenarios run against what was recorded of one');

test.each(Object.entries(SCENARIOS))('as recorded: %s', async (name, scenario) => {
  const replay = await startReplay(JSON.parse(readFileSync(fixtureOf(name), 'utf8')) as Exchange[]);
  try {
    await scenario({ url: replay.url, adminKey: KEYS.admin, index: RECORDED_INDEX });
    expect([replay.unexpected, replay.missing()]).toEqual([[], []]);
  } finally {
    await replay.close();
  }
});

test.skipIf(real === undefined).each(Object.entries(SCENARIOS))('on the real server: %s', async (_, scenario) => {
  const where = { ...(real as NonNullable<typeof real>), index: freshIndex() };
  try {
    await scenario(where);
  } finally {
    await dropIndexes(where);
  }
});

test('recordings hold no key of a real server', () => {
  for (const name of Object.keys(SCENARIOS)) {
    const text = readFileSync(fixtureOf(name), 'utf8');
    expect(text.match(/\b[0-9a-f]{48,}\b/g) ?? []).toEqual([]);
    expect(text).not.toContain('Default Admin');
  }
});
