// Copying quotations. The page works without this: then they are unfolded, selected and copied by hand.
"use strict";

const status = document.getElementById("copy-status");
const SHOWN = 3000; // milliseconds for which a button says that it has copied

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words.textContent.trim());
    return true;
  } catch { // not over plain http, or forbidden
    select(words);
    return document.execCommand("copy");
  }
}

function select(words) {
  const fold = words.closest("details");
  if (fold) {
    fold.hidden = false;
    fold.open = true;
  }
  getSelection().selectAllChildren(words);
}

// Emptied first, so that the same words are said again.
function say(words) {
  status.textContent = "";
  setTimeout(() => { status.textContent = words; }, 100);
}

function show(button) {
  const label = button.querySelector(".wsr-copy__label");
  button.dataset.label ??= label.textContent;
  label.textContent = status.dataset.done;
  setTimeout(() => { label.textContent = button.dataset.label; }, SHOWN);
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest(".wsr-copy");
  if (!button) return;
  const words = button.closest(".wsr-copying").querySelector("[data-copied]");
  if (await copy(words)) {
    show(button);
    say(`${status.dataset.said} ${words.textContent.trim()}`);
  } else {
    say(status.dataset.refused);
  }
});

if (status) {
  for (const place of document.querySelectorAll(".wsr-copying")) {
    place.querySelector(".wsr-copy").hidden = false;
    const fold = place.querySelector(".wsr-copying__fold");
    if (fold) fold.hidden = true;
  }
}
