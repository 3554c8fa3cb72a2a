import { createHash } from 'node:crypto';
import css from '../styles/trace.css?inline';

/** The whole style of a trace page. It stands in the page, so that on a poor network one answer is enough to read it. */
export const TRACE_STYLE: string = css;
/** For the content security policy. */
export const TRACE_STYLE_HASH = `sha256-${createHash('sha256').update(css).digest('base64')}` as const;
