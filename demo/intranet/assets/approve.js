// Approving without leaving the page: the server answers 200 either way, the page says how it went.
const messages = document.querySelector('#messages');
const panel = document.querySelector('[data-approve]');

function say(kind, text) {
  const line = document.createElement('p');
  line.className = `message message-${kind}`;
  line.textContent = text;
  messages.replaceChildren(line);
}

async function decide(decision) {
  messages.replaceChildren();
  try {
    const answer = await fetch(panel.dataset.approve, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ decision }),
    });
    if (answer.redirected) {
      location.assign(answer.url);
      return;
    }
    const { ok, message, state } = await answer.json();
    say(ok ? 'success' : 'failure', message);
    if (ok) showState(state);
  } catch {
    say('failure', panel.dataset.failure);
  }
}

function showState(words) {
  const state = document.querySelector('[data-state]');
  state.textContent = words;
  state.className = 'state';
}

if (panel) {
  panel.hidden = false;
  for (const button of panel.querySelectorAll('button')) {
    button.addEventListener('click', () => decide(button.dataset.decision));
  }
}
