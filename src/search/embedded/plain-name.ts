/** "Ba Dinh" of "Ba Đình": what most English names of places are. */
export function plainName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}+/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
