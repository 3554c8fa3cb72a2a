import { runChecks } from '../tests/run/checks.ts';

/** `npm test`: types, unit tests, then journeys in a real browser. `npm run test:long` adds the long runs. */
process.exitCode = await runChecks({ long: process.argv.includes('--long') });
