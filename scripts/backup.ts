import { join, resolve } from 'node:path';
import { makeBackup } from '../src/server/backup/make-backup.ts';
import { runCommand } from '../src/server/command.ts';

/** `npm run backup [-- FOLDER]`: database, records, keys and publishes, while the server runs. */
await runCommand(async ({ root, environment, steps, args }) => {
  const { dataDir, databaseUrl, contentDir = join(root, 'content') } = environment;
  const into = resolve(args[0] ?? join(dataDir, 'backups'));
  const folder = await steps.run('Backup', () => makeBackup({ dataDir, databaseUrl, contentDir }, into, Date.now()));
  steps.say(`${folder}\nIt holds names, telephone numbers and keys: keep it encrypted and away from here.`);
});
