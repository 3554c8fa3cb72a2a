import { stdin, stderr } from 'node:process';
import { runCommand } from '../src/server/command.ts';
import { openDatabase } from '../src/server/db/open-database.ts';
import { askPassphrase } from '../src/server/desk/ask-passphrase.ts';
import { runUserCommand } from '../src/server/desk/user-command.ts';

await runCommand(async ({ environment, steps, args }) => {
  const now = Date.now;
  const db = await openDatabase(environment, now);
  try {
    return await runUserCommand(args, { db, now, say: steps.say, askPassphrase: (question) => askPassphrase(question, stdin, (text) => stderr.write(text)) });
  } finally {
    await db.destroy();
  }
});
