/** An order's page: copies, prints, and waits for the money with ever longer pauses. */
const root = document.querySelector<HTMLElement>('#don');
const FIRST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 60_000;

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy-text]')) {
  if (navigator.clipboard === undefined) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset['copyText'] ?? '');
    button.textContent = button.dataset['done'] ?? button.textContent;
  });
}
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
try {
  sessionStorage.removeItem('dat-hang');
} catch {
  // Nothing was kept then.
}

function wait(address: string, before: string, pauseMs: number): void {
  setTimeout(async () => {
    const answer = document.hidden ? undefined : await fetch(address).catch(() => undefined);
    const now = answer?.ok ? ((await answer.json()) as { state: string }).state : before;
    if (now !== before) return void location.reload();
    wait(address, before, Math.min(LONGEST_PAUSE_MS, pauseMs * 1.4));
  }, pauseMs);
}

const address = root?.dataset['poll'];
if (root !== null && address !== undefined) {
  for (const part of document.querySelectorAll<HTMLElement>('[data-waiting]')) part.hidden = false;
  wait(address, root.dataset['state'] ?? '', FIRST_PAUSE_MS);
}
