interface Bench {
  run(args: readonly string[]): Promise<void>;
}

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  build: () => import('./build.ts'),
  serve: () => import('./serve.ts'),
  publish: () => import('./publish.ts'),
  orders: () => import('./orders.ts'),
  pages: () => import('./pages.ts'),
  search: () => import('./search.ts'),
};

export async function runBench([what = '', ...args]: readonly string[]): Promise<void> {
  const bench = Object.hasOwn(BENCHES, what) ? BENCHES[what] : undefined;
  if (bench === undefined) throw new Error(`say which: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  await (await bench()).run(args);
}
