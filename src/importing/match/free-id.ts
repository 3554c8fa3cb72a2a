import { slugify } from '../../domain/fold.ts';

const LONGEST = 80;

/** The first id made from the words that nobody has: the name, then with each addition, then numbered. */
export function freeId(name: string, additions: readonly (string | undefined)[], taken: (id: string) => boolean): string {
  const base = shortened(slugify(name).replace(/[^a-z0-9-]/g, '').replace(/-{2,}/g, '-').replace(/^-|-$/g, '') || 'khong-ten');
  const wider = additions.flatMap((addition) => {
    const slug = addition === undefined ? '' : slugify(addition);
    return slug === '' || base.endsWith(`-${slug}`) ? [] : [shortened(`${base}-${slug}`)];
  });
  const free = [base, ...wider].find((id) => !taken(id));
  if (free !== undefined) return free;
  let number = 2;
  while (taken(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

function shortened(id: string): string {
  return id.length <= LONGEST ? id : id.slice(0, LONGEST).replace(/-[^-]*$/, '');
}
