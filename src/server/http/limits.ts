/** How long a connection without a request stays open; a proxy in front must close it earlier, not later. */
export const KEEP_ALIVE_SECONDS = 65;

/** Longest time for the headers of a request, and for all of it: a spreadsheet or a photograph on a slow line takes minutes. */
export const HEADERS_SECONDS = 10;
export const REQUEST_SECONDS = 300;

/** All headers of one request together. */
export const HEADER_BYTES = 16_384;

/** Path and query; longer ones are 414. */
export const ADDRESS_CHARACTERS = 2_048;
