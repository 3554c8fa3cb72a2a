import { runCommand } from '../src/server/command.ts';
import { publishLine } from '../src/server/publish-line.ts';

/** `npm run rollback`: which publishes can be brought back. `npm run rollback -- NUMBER`: brings one back. */
await runCommand(async ({ site, steps, args }) => {
  const [number] = args;
  if (number === undefined) {
    const publishes = await site.publishes();
    for (const [place, entry] of publishes.entries()) steps.say(publishLine(entry, place === 0));
    if (publishes.length === 0) steps.say('Nothing is published yet.');
    else steps.say('Bring one back: npm run rollback -- NUMBER');
    return 0;
  }
  if (!/^[1-9]\d*$/.test(number)) throw new Error(`"${number}" is no number of a publish: npm run rollback lists them.`);
  const { manifest } = await site.rollBack(Number(number));
  steps.say(`✓ Publish ${number} is in force again, as publish ${manifest.number}. It stays until the register changes.`);
  return 0;
});
