import { prepareFolder, stopServer } from './server/db/postgres-server.ts';

/** A PostgreSQL server is started by the first test that wants one, and stopped with the run. */
export default function setup(): () => void {
  prepareFolder();
  return stopServer;
}
