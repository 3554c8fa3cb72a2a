import { runBench } from '../tests/bench/run-bench.ts';

/** `npm run bench -- build|serve|publish|pages|orders|search [--products 20000]`: measures against the named peer in the same run. */
await runBench(process.argv.slice(2));
