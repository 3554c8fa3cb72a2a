/** Loads what makes the buy box live with the first tap on it; until then the form is plain. */
for (const box of document.querySelectorAll<HTMLElement>('[data-buy]')) {
  const load = (): Promise<typeof import('./buy-live.ts')> => import('./buy-live.ts');
  let live: Promise<unknown> | undefined;
  const wake = (): void => void (live ??= load().then(({ showStock }) => showStock(box)));
  for (const type of ['pointerdown', 'focusin']) box.addEventListener(type, wake, { once: true });
  box.addEventListener('click', (event) => {
    const step = event.target instanceof HTMLElement ? event.target.dataset['step'] : undefined;
    const input = box.querySelector<HTMLInputElement>('input[type=number]');
    if (step !== undefined && input !== null) input.value = String(Math.min(9999, Math.max(1, (Number(input.value) || 0) + Number(step))));
  });
  box.addEventListener('submit', (event) => {
    event.preventDefault();
    void load().then(({ putIn }) => putIn(box, event.target as HTMLFormElement));
  });
}
