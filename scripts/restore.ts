import { join, resolve } from 'node:path';
import { restoreBackup } from '../src/server/backup/restore-backup.ts';
import { runCommand } from '../src/server/command.ts';

/** `npm run restore -- FOLDER [--overwrite]`: puts a backup back; stop the server first. */
await runCommand(async ({ root, environment, steps, args }) => {
  const { dataDir, databaseUrl, contentDir = join(root, 'content') } = environment;
  const [folder] = args.filter((arg) => !arg.startsWith('--'));
  if (folder === undefined) {
    steps.say('Which backup? npm run restore -- FOLDER [--overwrite]');
    return 1;
  }
  const { at } = await steps.run('Restore', () => restoreBackup({ dataDir, databaseUrl, contentDir }, resolve(folder), { overwrite: args.includes('--overwrite') }));
  steps.say(`As it was at ${at}. Start the server again.`);
  return 0;
});
