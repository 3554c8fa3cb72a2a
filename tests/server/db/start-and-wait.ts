import { stdout } from 'node:process';
import { postgresServer, prepareFolder } from './postgres-server.ts';

/** Starts a server as a run of tests does, says its address, and waits to be killed. */
prepareFolder();
stdout.write(`${JSON.stringify(await postgresServer())}\n`);
setInterval(() => undefined, 1_000);
