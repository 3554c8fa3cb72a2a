import { dayInVietnam } from '../src/domain/calendar-day.ts';
import { runCommand } from '../src/server/command.ts';
import { openKeyFile } from '../src/server/signing/key-file.ts';
import { runKeyCommand } from '../src/trace/signing/key-command.ts';

await runCommand(async ({ environment, steps, args }) => {
  const { path, read, update } = openKeyFile(environment.dataDir);
  return runKeyCommand(args, { read, update, file: path, today: dayInVietnam(Date.now()), say: steps.say });
});
