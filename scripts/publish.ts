import { runCommand } from '../src/server/command.ts';
import { buildIfChanged, loadChecked, publishStep } from '../src/server/site-steps.ts';

await runCommand(async (context) => {
  await buildIfChanged(context);
  const register = await loadChecked(context);
  if (register === undefined) return 1;
  await publishStep(context, register, { force: context.args.includes('--force') });
  return 0;
});
