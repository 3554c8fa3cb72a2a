/** Shows the button of every proof on the page; what checks a signature is loaded when it is tapped. */
for (const section of document.querySelectorAll<HTMLElement>('[data-proof]')) {
  const button = section.querySelector('button');
  const answer = section.querySelector<HTMLElement>('[role="status"]');
  if (button === null || answer === null) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    if (section.ariaBusy === 'true') return;
    section.ariaBusy = 'true';
    delete answer.dataset['tone'];
    answer.textContent = section.dataset['busy'] ?? '';
    try {
      const { answerProof } = await import('./verify-answer.ts');
      await answerProof(section, answer);
    } catch {
      answer.textContent = section.dataset['failed'] ?? '';
    }
    section.ariaBusy = 'false';
  });
}
