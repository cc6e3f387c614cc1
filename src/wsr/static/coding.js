// Deciding by keys of the keyboard. The page works without this; what a key does, some control of the page does too.
"use strict";

const form = document.getElementById("decision");
const status = document.getElementById("status");
const passage = document.getElementById("passage");
const text = passage.textContent;
const words = [...text.matchAll(/[^ \t\n]+/g)]; // as wsr.web.limits has it
const useKeys = document.getElementById("use-keys");
const CHOICE = "wsr-coding-keys";

// Storage may be forbidden: then the choice holds for this page only.
function chosen() {
  try { return localStorage.getItem(CHOICE) !== "off"; } catch { return true; }
}
function remember(on) {
  try { localStorage.setItem(CHOICE, on ? "on" : "off"); } catch { /* not kept */ }
}
function switchKeys(on) {
  useKeys.checked = on;
  form.closest(".wsr-coding").dataset.keys = on ? "on" : "off";
  document.querySelector(".wsr-walk").dataset.keys = on ? "on" : "off";
}

// Where letters are letters: what has a text of its own, and lists that choose by typing.
function takesLetters(element) {
  return element.matches("textarea, select, input:not([type=radio], [type=checkbox])");
}

function press(key, target) {
  if (key === "Enter") {
    if (target.closest("a, button, summary")) return false;
    form.requestSubmit();
  } else if (key === "?") {
    const keys = document.getElementById("keys");
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
  } else {
    const list = document.querySelector(`[data-earlier="${CSS.escape(key)}"], [data-later="${CSS.escape(key)}"]`);
    const control = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (list) move(list, list.dataset.later === key ? 1 : -1);
    else if (control) use(control);
    else return false;
  }
  return true;
}

function use(control) {
  if (control.matches("textarea")) {
    control.focus();
    return;
  }
  control.click();
  if (control.labels) say(control);
}

function say(control) {
  const label = control.labels[0].cloneNode(true);
  label.querySelectorAll("kbd").forEach((each) => each.remove());
  status.textContent = `${label.textContent.trim()}: ${control.checked ? status.dataset.on : status.dataset.off}`;
}

function move(list, by) {
  const other = document.getElementById(list.id === "first" ? "last" : "first");
  const at = list.selectedIndex + by;
  const crosses = list.id === "first" ? at > other.selectedIndex : at < other.selectedIndex;
  if (at < 0 || at >= words.length || crosses) return;
  list.selectedIndex = at;
  show();
  status.textContent = words[at][0];
}

// The words between the limits, as they are chosen now, stand marked in the passage.
function show() {
  const first = words[document.getElementById("first").selectedIndex];
  const last = words[document.getElementById("last").selectedIndex];
  if (!first || !last || last.index < first.index) return;
  const end = last.index + last[0].length;
  const mark = document.createElement("mark");
  mark.textContent = text.slice(first.index, end);
  passage.replaceChildren(text.slice(0, first.index), mark, text.slice(end));
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.id === "note") {
    event.target.blur();
    return;
  }
  const free = !event.repeat || "[]{}".includes(event.key);
  if (!useKeys.checked || !free || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (takesLetters(event.target)) return;
  if (press(event.key, event.target)) event.preventDefault();
});
for (const id of ["first", "last"]) document.getElementById(id).addEventListener("change", show);
useKeys.addEventListener("change", () => { remember(useKeys.checked); switchKeys(useKeys.checked); });

document.querySelector(".wsr-keys").hidden = false;
switchKeys(chosen());
const problem = document.querySelector(".govuk-error-summary");
if (problem) problem.tabIndex = -1;
(problem || document.getElementById("extract")).focus();
// A little later, so that screen readers notice that it came.
setTimeout(() => { status.textContent = status.dataset.said.trim(); }, 300);
