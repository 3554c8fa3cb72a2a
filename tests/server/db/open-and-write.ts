import { openDatabase } from '../../../src/server/db/open-database.ts';

/** Opens the database and adds users in transactions that read first and then write. */
const [dataDir = '', prefix = '', count = ''] = process.argv.slice(2);
const db = await openDatabase({ dataDir }, Date.now);
for (let place = 0; place < Number(count); place += 1) {
  await db.transaction().execute(async (transaction) => {
    const known = (await transaction.selectFrom('users').select('id').execute()).length;
    const values = { id: `${prefix}${place}`, name: String(known), name_key: String(known), role: 'editor', passphrase_hash: '', created_at: '' } as const;
    await transaction.insertInto('users').values(values).execute();
  });
}
await db.destroy();
