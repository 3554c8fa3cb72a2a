import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayInVietnam } from '../src/domain/calendar-day.ts';
import { importCommand } from '../src/importing/import-command.ts';

/** `npm run import -- FILE`: what an annex would change, and with --ghi the change. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const contentDir = resolve(process.env['CONTENT_DIR'] || join(root, 'content'));
try {
  process.exitCode = await importCommand(process.argv.slice(2), {
    contentDir,
    today: dayInVietnam(Date.now()),
    say: (text) => void process.stdout.write(`${text}\n`),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
