import { runCommand } from '../src/server/command.ts';
import { serveUntilStopped } from '../src/server/site-steps.ts';

await runCommand(async (context) => {
  if (await context.site.hasPublished()) return serveUntilStopped(context);
  context.steps.say('Nothing is published yet: run "npm run publish", or "npm start", which does it all.');
  return 1;
});
