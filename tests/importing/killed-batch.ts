import { writeBatch } from '../../src/importing/write/batch-write.ts';
import type { ProposedRecord } from '../../src/importing/proposal.ts';

/** Writes a batch and is killed at the step that is named, as a power cut would. */
const [contentDir = '', stopAt = '', records = '[]'] = process.argv.slice(2);
writeBatch(JSON.parse(records) as ProposedRecord[], {
  contentDir,
  check: () => {},
  onStep: (step) => {
    if (step === stopAt) process.kill(process.pid, 'SIGKILL');
  },
});
