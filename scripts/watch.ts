import { tellTerminal } from '../src/server/automatic/tell-results.ts';
import { runCommand } from '../src/server/command.ts';
import { buildIfChanged, loadChecked, publishStep } from '../src/server/site-steps.ts';

/** `npm run watch`: publishes when content/ changes and when a day begins, beside a server or without one. */
await runCommand(async (context) => {
  const { site, steps } = context;
  await buildIfChanged(context);
  const register = await loadChecked(context);
  if (register !== undefined) await publishStep(context, register, { why: ['start'], staysReady: true });
  const clock = (): string => new Date().toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
  const automatic = await site.openAutomatic({ watch: true, catchUp: false, onResult: tellTerminal(steps.say, clock) });
  steps.say('\nĐang theo dõi content/ (watching). Ctrl+C để dừng.');
  const alive = setInterval(() => undefined, 1 << 30);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  clearInterval(alive);
  await automatic.stop();
});
