const AT_ONCE = 500;

/** All rows of a query, read a few hundred at a time and at most so many: no statement names too many at once. */
export async function allPages<Row>(read: (limit: number, offset: number) => Promise<readonly Row[]>, most: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let offset = 0; offset < most; offset += AT_ONCE) {
    const some = await read(Math.min(AT_ONCE, most - offset), offset);
    rows.push(...some);
    if (some.length < AT_ONCE) break;
  }
  return rows;
}
