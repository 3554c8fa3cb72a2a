/** What the desk's page of labels shows: plain data from the server. */
export interface LabelsView {
  search: string;
  /** Products found by name; undefined before a search. */
  found?: readonly { id: string; name: string; note: string }[];
  more: boolean;
  chosen?: ChosenLabels;
}

export interface ChosenLabels {
  product: { id: string; name: string };
  /** Packs without a lot, and lots; empty when no pack can be printed yet. */
  subjects: readonly LabelChoice[];
  grids: readonly LabelChoice[];
  copies: string;
  capitals: boolean;
  /** Packs that have no number or code yet, and lots that are recalled: a sentence each. */
  without: readonly string[];
  preview?: LabelPreviewView;
  /** What was asked for and cannot be. */
  problems: readonly string[];
}

export interface LabelChoice {
  value: string;
  label: string;
  selected: boolean;
}

export interface LabelPreviewView {
  /** SVG of one label as a `data:` address. */
  image: string;
  /** Of the label, in millimetres. */
  width: number;
  height: number;
  facts: readonly { label: string; value: string }[];
  warnings: readonly string[];
  downloads: readonly { text: string; href: string }[];
  /** Where a batch with serials is asked for; undefined without a lot. */
  serials?: { subject: string; grid: string; most: number; mayIssue: boolean };
}
