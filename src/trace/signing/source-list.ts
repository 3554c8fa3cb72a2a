import type { Source } from '../../domain/source.ts';

export interface SourceList {
  /** Where these sources stand in the list; new ones are added to it. */
  places(sources: readonly Source[]): readonly number[];
  list(): readonly Source[];
}

/** Every source once, however many facts were read there. */
export function sourceList(): SourceList {
  const placeOf = new Map<string, number>();
  const all: Source[] = [];
  return {
    places: (sources) => [
      ...new Set(
        sources.map(({ title, url, readOn }) => {
          const source = { ...(title !== undefined && { title }), ...(url !== undefined && { url }), ...(readOn !== undefined && { readOn }) };
          const key = JSON.stringify(source);
          const place = placeOf.get(key) ?? all.push(source) - 1;
          placeOf.set(key, place);
          return place;
        }),
      ),
    ],
    list: () => all,
  };
}
