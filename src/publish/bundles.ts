import type { InputKey } from './input-key.ts';
import type { Feed, HtmlPage, PublishedPage } from './page.ts';

/** The pages of one record. The same object from publish to publish while nothing but their content changes. */
export interface Bundle {
  readonly pages: readonly PublishedPage[];
  /** All inputs of all of them. */
  readonly keys: readonly InputKey[];
}

export type Bundles = ReadonlyMap<string, Bundle>;

/** What became of a bundle since the publish before. */
export interface BundleChange {
  known: Bundle | undefined;
  bundle: Bundle | undefined;
}

/** Bundles in the making, beside those of the publish before. */
export interface BundleDraft {
  readonly bundles: Bundles;
  /** By name, those that are not what they were. */
  readonly changes: ReadonlyMap<string, BundleChange>;
  /** `isKnown`: nothing but the content of its pages can have changed, so that they need not be listed again. */
  add(name: string, pages: () => readonly PublishedPage[], isKnown: boolean): void;
  remove(name: string): void;
}

/** `start`: bundles that are taken over unless something else is said of them. */
export function bundleDraft(before: Bundles | undefined, start: Bundles | undefined): BundleDraft {
  const bundles = new Map(start);
  const changes = new Map<string, BundleChange>();
  return {
    bundles,
    changes,
    add(name, pages, isKnown) {
      const known = before?.get(name);
      const bundle = known !== undefined && isKnown ? known : bundleOf(pages(), known);
      bundles.set(name, bundle);
      if (bundle !== known) changes.set(name, { known, bundle });
    },
    remove(name) {
      const known = before?.get(name);
      bundles.delete(name);
      if (known !== undefined) changes.set(name, { known, bundle: undefined });
    },
  };
}

function bundleOf(pages: readonly PublishedPage[], known: Bundle | undefined): Bundle {
  if (known !== undefined && samePages(pages, known.pages)) return known;
  return { pages, keys: [...new Set(pages.flatMap(({ inputs }) => inputs))] };
}

function samePages(a: readonly PublishedPage[], b: readonly PublishedPage[]): boolean {
  return a.length === b.length && a.every((page, place) => isSamePage(page, b[place] as PublishedPage));
}

function isSamePage(a: PublishedPage, b: PublishedPage): boolean {
  return (
    a.path === b.path &&
    a.kind === b.kind &&
    (a as Partial<HtmlPage>).indexed === (b as Partial<HtmlPage>).indexed &&
    (a as Partial<Feed>).urgent === (b as Partial<Feed>).urgent &&
    a.inputs.length === b.inputs.length &&
    a.inputs.every((key, place) => key === b.inputs[place])
  );
}
