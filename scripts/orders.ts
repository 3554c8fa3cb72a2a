import { runCommand } from '../src/server/command.ts';
import { openDatabase } from '../src/server/db/open-database.ts';
import { runOrdersCommand } from '../src/server/orders/orders-command.ts';

await runCommand(async ({ environment, steps, args }) => {
  const db = await openDatabase(environment, Date.now);
  try {
    return await runOrdersCommand(args, { db, now: Date.now, say: steps.say });
  } finally {
    await db.destroy();
  }
});
