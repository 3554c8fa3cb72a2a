import { runCommand } from '../src/server/command.ts';
import { buildIfChanged, loadChecked, publishStep } from '../src/server/site-steps.ts';

await runCommand(async (context) => {
  await buildIfChanged(context);
  const catalogue = await loadChecked(context);
  if (catalogue === undefined) return 1;
  await publishStep(context, catalogue);
  return 0;
});
