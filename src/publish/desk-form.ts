import type { DeskLink } from './desk-page.ts';

/** A form of the desk as plain data: what is asked, what stands in it, what was wrong with it. */
export interface DeskForm {
  title: string;
  lede?: string;
  action: string;
  /** Files go along. */
  upload?: boolean;
  back: DeskLink;
  sections: readonly FormSection[];
  submit: string;
  /** What cannot be told by one field. */
  problems: readonly string[];
  /** Other places to go from here, such as the photographs of a product. */
  links?: readonly DeskLink[];
}

export interface FormSection {
  legend: string;
  /** Shown closed, to be opened with a tap; nothing inside may be required. */
  folded?: boolean;
  hint?: string;
  fields: readonly FormField[];
}

export interface FormField {
  name: string;
  label: string;
  kind: 'text' | 'tel' | 'email' | 'url' | 'date' | 'whole' | 'long' | 'choice' | 'tick' | 'file' | 'hidden';
  value: string;
  required?: boolean;
  hint?: string;
  choices?: readonly { value: string; label: string }[];
  /** Names offered while typing. */
  suggestions?: readonly string[];
  /** For files: what the browser offers. */
  accept?: string;
  problem?: string;
}
