/**
 * Child of the kill test: publishes a small register again and again, each time with the next number on every page.
 * `argv`: the store, the built client, the first number, and the step at whose beginning it kills itself, if any.
 */
import { PUBLISH_STEPS } from '../../src/publish/publish-steps.ts';
import { openPublisher } from '../../src/publish/publisher.ts';
import { openPublishStore } from '../../src/publish/publish-store.ts';
import { fakeRenderer } from './fake-renderer.ts';
import { markedCatalogue } from './marked-catalogue.ts';

const [storeDir = '', clientDir = '', first = '1', killAt = ''] = process.argv.slice(2);
const publisher = openPublisher(await openPublishStore(storeDir), { kept: 3 });
process.send?.('ready');
for (let number = Number(first); ; number += 1) {
  await publisher.publish({
    catalogue: markedCatalogue(number),
    asOf: '2026-11-22',
    siteUrl: 'http://localhost:4321',
    clientDir,
    renderer: fakeRenderer(),
    onStep: (step) => {
      if (step === killAt) process.kill(process.pid, 'SIGKILL');
    },
  });
  process.send?.(number);
  if (killAt !== '' && !(PUBLISH_STEPS as readonly string[]).includes(killAt)) process.exit(0);
}
