import { openDatabase } from '../../../src/server/db/open-database.ts';
import { drainOutbox } from '../../../src/server/mail/drain-outbox.ts';
import { openTransport } from '../../../src/server/mail/open-transport.ts';

/** Sends the due mails and is killed as soon as the server has taken the first one: nothing is noted down. */
const [dataDir = '', smtpUrl = '', now = ''] = process.argv.slice(2);
const clock = (): number => Number(now);
const db = await openDatabase({ dataDir }, clock);
const transport = openTransport({ smtpUrl, from: 'ocop@ocop.example', dataDir });
await drainOutbox({
  db,
  now: clock,
  transport: {
    ...transport,
    async send(mail) {
      await transport.send(mail);
      process.kill(process.pid, 'SIGKILL');
      await new Promise(() => undefined);
    },
  },
});
