import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatProblem } from '../src/domain/problem.ts';
import { dayInVietnam } from '../src/domain/calendar-day.ts';
import { runCommand } from '../src/server/command.ts';
import { keepSerials, knownSerials } from '../src/server/labels/serial-record.ts';
import { labelsCommand } from '../src/trace/labels/labels-command.ts';

/** `npm run labels -- --pack SKU | --lot PRODUCT/CODE`: labels with the address of a pack, a lot or single packs. */
await runCommand(async ({ root, environment, site, steps, args }) => {
  const { register, problems } = await site.load();
  if (register === undefined) {
    for (const problem of problems.filter(({ severity }) => severity === 'error')) steps.say(formatProblem(problem, 'vi'));
    return 1;
  }
  const contentDir = environment.contentDir ?? join(root, 'content');
  const today = dayInVietnam(Date.now());
  return labelsCommand(args, {
    catalogue: register.catalogue,
    siteUrl: environment.siteUrl,
    today,
    say: steps.say,
    random: (bytes) => randomBytes(bytes),
    knownSerials: (lot) => knownSerials(contentDir, lot),
    keepSerials: (lot, hashes) => keepSerials(contentDir, lot, hashes, today),
    write(folder, files) {
      const into = resolve(folder ?? join(environment.dataDir, 'labels'));
      mkdirSync(into, { recursive: true });
      // Serials in it are handed out once: nobody else on the machine reads them.
      for (const { name, bytes } of files) writeFileSync(join(into, name), bytes, { mode: 0o600 });
      return into;
    },
  });
});
