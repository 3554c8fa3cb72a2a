/** Publishes one after the other, so that each sees all that was written before it was asked for. */
export function publishInTurn<Ask, Outcome>(publish: (ask: Ask) => Promise<Outcome>): (ask: Ask) => Promise<Outcome> {
  let last: Promise<unknown> = Promise.resolve();
  return (ask) => {
    const mine = last.then(() => publish(ask));
    last = mine.catch(() => undefined);
    return mine;
  };
}
