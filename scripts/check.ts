import { runCommand } from '../src/server/command.ts';
import { loadChecked } from '../src/server/site-steps.ts';

await runCommand(async (context) => ((await loadChecked(context)) === undefined ? 1 : 0));
