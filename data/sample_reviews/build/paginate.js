// Fills A4 pages one by one with the blocks of the document: paragraphs are cut at the page foot, rows of
// tables are kept whole, a heading goes with what it heads, notes stand at the foot of the page that marks
// them, and the contents learn their page numbers last. Styles: styles/paged.css.

function paginate(head, foot) {
  const pages = [];
  const notes = numberNotes();
  const source = [...document.body.childNodes];
  document.body.replaceChildren();
  let page;
  turn();

  function turn() {
    const leaf = document.createElement("div");
    leaf.className = "page";
    leaf.innerHTML = `<div class="head">${head}</div><div class="text"></div><div class="notes"></div><div class="foot">${foot}</div>`;
    document.body.append(leaf);
    const [, text, under] = leaf.children;
    const room = text.clientHeight;
    text.style.height = "auto";
    pages.push((page = { leaf, text, under, room }));
    return page;
  }

  function fits() {
    const marked = [...page.text.querySelectorAll("sup.mark")].map((mark) => mark.dataset.note);
    page.under.replaceChildren(...marked.map((number) => notes.get(number).cloneNode(true)));
    return page.text.offsetHeight + page.under.offsetHeight <= page.room;
  }

  // The copy on this page of the wrappers (section, ul, table …) around a block.
  function nest(wrappers) {
    let into = page.text;
    for (const wrapper of wrappers) {
      let last = into.lastElementChild;
      if (!last || last.wraps !== wrapper) {
        last = wrapper.cloneNode(false);
        last.wraps = wrapper;
        if (wrapper.tagName === "TABLE")
          last.append(...[...wrapper.querySelectorAll("col, thead")].map((part) => part.cloneNode(true)));
        into.append(last);
      }
      into = last;
    }
    return into;
  }

  function isEmpty() {
    return !page.text.textContent.trim();
  }

  function headingsAtEnd() {
    const found = [];
    let last = page.text;
    while (last && !/^H[1-4]$/.test(last.tagName)) last = last.lastElementChild;
    while (last && /^H[1-4]$/.test(last.tagName)) {
      found.unshift(last);
      last = last.previousElementSibling;
    }
    return found;
  }

  function place(block, wrappers) {
    nest(wrappers).append(block);
    if (fits()) return;
    const rest = block.matches("p, li") ? cut(block) : block;
    const whole = rest.isConnected;
    rest.remove();
    if (whole && isEmpty()) throw new Error(`too tall for a page: ${rest.textContent.slice(0, 60)}`);
    const carried = whole ? headingsAtEnd() : [];
    const old = page;
    turn();
    for (const heading of carried) nest(wrappers.slice(0, wrappers.indexOf(heading.parentElement.wraps) + 1)).append(heading);
    [page, old].forEach((one) => (page = one) && fits());
    page = pages.at(-1);
    place(rest, wrappers);
  }

  // Cuts a block after the last line that fits, two lines at least on either side; gives back the rest.
  function cut(block) {
    const words = wordEnds(block);
    const whole = block.cloneNode(true);
    const line = parseFloat(getComputedStyle(block).lineHeight);
    const lines = (element) => Math.round(element.offsetHeight / line);
    const total = lines(block);
    block.classList.add("goes-on");
    let low = 0;
    let high = words.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      keep(block, whole, 0, words[middle - 1]);
      if (fits() && lines(block) <= total - 2) low = middle;
      else high = middle - 1;
    }
    keep(block, whole, 0, low ? words[low - 1] : 0);
    if (lines(block) < 2 || !low) {
      block.replaceWith(whole);
      return whole;
    }
    const rest = whole.cloneNode(true);
    keep(rest, whole, words[low - 1], Infinity);
    rest.classList.add("gone-on");
    return rest;
  }

  function spread(nodes, wrappers) {
    for (const node of nodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      if (node.matches(".page-break")) turn();
      else if (node.matches("section, nav, ul, table, tbody, div, blockquote")) {
        if (node.matches(".cover, .contents") && !isEmpty()) turn();
        spread([...node.children].filter((child) => !child.matches("col, thead")), [...wrappers, node]);
      } else place(node, wrappers);
    }
  }

  spread(source, []);
  for (const [at, { leaf }] of pages.entries())
    for (const line of leaf.querySelectorAll(".head, .foot"))
      line.innerHTML = line.innerHTML.replaceAll("{pages}", pages.length).replaceAll("{page}", at + 1);
  for (const entry of document.querySelectorAll(".contents .entry"))
    entry.querySelector(".at").textContent =
      1 + pages.findIndex(({ leaf }) => leaf.querySelector(entry.getAttribute("href")));
}

// Replaces each note by its mark and keeps its words; gives the entries of the contents room for a number.
function numberNotes() {
  const notes = new Map();
  for (const note of document.querySelectorAll(".note")) {
    const number = String(notes.size + 1);
    const words = document.createElement("div");
    words.append(Object.assign(document.createElement("sup"), { textContent: number }), ` ${note.textContent}`);
    notes.set(number, words);
    const mark = Object.assign(document.createElement("sup"), { className: "mark", textContent: number });
    mark.dataset.note = number;
    note.replaceWith(mark);
  }
  for (const entry of document.querySelectorAll(".contents .entry")) {
    if (entry.closest(".contents").querySelector(entry.getAttribute("href"))) {
      entry.remove();
      continue;
    }
    const words = document.createElement("span");
    words.append(...entry.childNodes);
    const dots = Object.assign(document.createElement("span"), { className: "dots", textContent: ".".repeat(200) });
    entry.append(words, dots, Object.assign(document.createElement("span"), { className: "at", textContent: "00" }));
  }
  return notes;
}

// The offsets in a block's text after each word and the space behind it.
function wordEnds(block) {
  return [...block.textContent.matchAll(/\S+\s*/g)].map((word) => word.index + word[0].length);
}

// Makes a block hold only the characters of the whole from one offset to another.
function keep(block, whole, from, to) {
  block.replaceChildren(...whole.cloneNode(true).childNodes);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let at = 0;
  const gone = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const start = at;
    at += text.length;
    text.data = text.data.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (!text.data && text.parentElement !== block) gone.push(text.parentElement);
  }
  for (const element of gone) if (!element.textContent && !element.matches(".bullet")) element.remove();
}
