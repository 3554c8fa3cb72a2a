import { buildApp } from '../src/publish/astro-build.ts';
import { runCommand } from '../src/server/command.ts';
import { exportStep } from '../src/server/export-step.ts';
import { loadChecked } from '../src/server/site-steps.ts';

await runCommand(async (context) => {
  await context.steps.run('Building the pages', () => buildApp(context.root));
  if (!context.args.includes('--static')) return 0;
  const register = await loadChecked(context);
  if (register === undefined) return 1;
  await exportStep(context, register);
  return 0;
});
