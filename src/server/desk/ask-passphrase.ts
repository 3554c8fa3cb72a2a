import type { Readable } from 'node:stream';

/** What is used of the terminal. */
export interface PassphraseInput extends Readable {
  isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
}

const [ENTER, NEW_LINE, CTRL_C, CTRL_D, BACKSPACE, DELETE] = ['\r', '\n', '\u0003', '\u0004', '\b', '\u007f'];

/**
 * At a terminal asks twice without showing what is typed; elsewhere reads one line of standard input.
 * Undefined when both differ, nothing came, or Ctrl+C was pressed.
 */
export async function askPassphrase(question: string, input: PassphraseInput, write: (text: string) => void): Promise<string | undefined> {
  const characters = new Characters(input);
  try {
    if (input.isTTY !== true) return (await characters.line()) || undefined;
    input.setRawMode?.(true);
    const first = await hidden(question);
    if (first === undefined || first === '') return undefined;
    return (await hidden('Once more')) === first ? first : undefined;
  } finally {
    if (input.isTTY === true) input.setRawMode?.(false);
    characters.stop();
  }

  async function hidden(words: string): Promise<string | undefined> {
    write(`${words}: `);
    const line = await characters.line();
    write('\n');
    return line;
  }
}

/** One reader for all questions: a pasted text may hold the answers to both. */
class Characters {
  #waiting: string[] = [];
  #ended = false;
  #wake: (() => void) | undefined;
  #input: Readable;

  constructor(input: Readable) {
    this.#input = input.setEncoding('utf8');
    input.on('data', this.#onData).once('end', this.#onEnd).once('error', this.#onEnd);
  }

  /** Undefined for Ctrl+C. */
  async line(): Promise<string | undefined> {
    const typed: string[] = [];
    for (;;) {
      const character = await this.#next();
      if (character === undefined || character === ENTER || character === NEW_LINE || character === CTRL_D) return typed.join('');
      if (character === CTRL_C) return undefined;
      if (character === BACKSPACE || character === DELETE) typed.pop();
      else typed.push(character);
    }
  }

  stop(): void {
    this.#input.off('data', this.#onData).off('end', this.#onEnd).off('error', this.#onEnd);
    this.#input.pause();
  }

  async #next(): Promise<string | undefined> {
    while (this.#waiting.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#waiting.shift();
  }

  #onData = (text: string): void => {
    this.#waiting.push(...text.replaceAll('\r\n', '\n'));
    this.#wake?.();
  };

  #onEnd = (): void => {
    this.#ended = true;
    this.#wake?.();
  };
}
