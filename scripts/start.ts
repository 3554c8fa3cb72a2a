import { runCommand } from '../src/server/command.ts';
import { buildIfChanged, loadChecked, publishStep, serveUntilStopped } from '../src/server/site-steps.ts';

await runCommand(async (context) => {
  await buildIfChanged(context);
  const register = await loadChecked(context);
  if (register !== undefined) await publishStep(context, register, { why: ['start'] });
  else if (await context.site.hasPublished()) context.steps.say('The register has errors: the last good publish is served.');
  else return 1;
  await serveUntilStopped(context);
  return 0;
});
