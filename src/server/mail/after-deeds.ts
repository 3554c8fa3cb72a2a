import type { WebDoor } from '../http/web-door.ts';

/** At most once in this time, however much is done. */
const PAUSE_MS = 1_000;

/** Calls `look` soon after something was sent to a door: what was done there may have written mails, and nobody likes to wait. */
export function afterDeeds(look: () => void, pauseMs = PAUSE_MS): { heed: (door: WebDoor) => WebDoor; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, pauseMs).unref();
  };
  return {
    heed: (door) => ({
      takes: (path) => door.takes(path),
      async answer(request, visitor) {
        const answer = await door.answer(request, visitor);
        if (request.method === 'POST') soon();
        return answer;
      },
    }),
    stop: () => clearTimeout(timer),
  };
}
