import type { Log } from '../log.ts';
import type { AutomaticParts } from './open-automatic.ts';
import { reasonWords } from './reason-words.ts';
import { RegisterErrors, registerErrorLines } from './register-errors.ts';

/** For a server: one line in its log for each publish that nobody typed a command for. */
export function tellLog(log: Log): AutomaticParts['onResult'] {
  return (result, why) => {
    if (result.ok) {
      const { changed, held, made, pages, manifest } = result.outcome;
      log.info({ why, changed, held, made, pages, publish: manifest.number, asOf: manifest.asOf }, changed ? 'published' : 'nothing to publish');
    } else if (result.error instanceof RegisterErrors) {
      log.warn({ why, problems: registerErrorLines(result.error.problems) }, 'the register has errors; the last good site stays');
    } else {
      log.error({ why, err: result.error }, 'the publish failed; the last good site stays');
    }
  };
}

/** For a person at a terminal, in Vietnamese first. `clock`: the time of day as text. */
export function tellTerminal(say: (line: string) => void, clock: () => string): AutomaticParts['onResult'] {
  return (result, why) => {
    const head = `${clock()} ${reasonWords(why)}:`;
    if (result.ok) {
      const { changed, held, made, pages, manifest, entry } = result.outcome;
      if (!changed) return say(`${head} ${held ? 'đang giữ bản đã quay lại (a rollback holds)' : 'không có gì đổi (nothing changed)'}`);
      const seconds = Object.values(entry?.steps ?? {}).reduce((sum, ms) => sum + ms, 0) / 1000;
      return say(`${head} đã xuất bản lần ${manifest.number}, làm lại ${made} trên ${pages} trang và tệp, ${seconds.toFixed(1)} s (published)`);
    }
    if (!(result.error instanceof RegisterErrors)) {
      return say(`${head} không xuất bản được, trang vẫn giữ bản tốt gần nhất (failed; the last good site stays): ${result.error instanceof Error ? result.error.message : String(result.error)}`);
    }
    say(`${head} hồ sơ có lỗi, chưa xuất bản gì (the register has errors)`);
    for (const line of registerErrorLines(result.error.problems)) say(line);
  };
}
