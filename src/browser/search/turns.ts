/** Lets messages and timers that came meanwhile have their turn; a timer of zero would wait four milliseconds. */
export function otherTurns(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(undefined);
  });
}

const waiting: (() => void)[] = [];
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => waiting.shift()?.();
