// Values taken from the page: the words on the picture go into the field that has the cursor, by mouse or by keyboard.
const NEAR = 0.015;
const known = new Map();
let field = null;
let picked = null;

const within = (share) => Math.min(1, Math.max(0, share));
export const wordsOf = (sheet) => {
  const address = sheet.dataset.words;
  if (!known.has(address)) {
    const asked = fetch(address, { headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : { words: [] }))
      .then(({ words }) => words.filter((word) => word.places.length > 0));
    known.set(address, asked);
  }
  return known.get(address);
};

const union = (words) => {
  const places = words.flatMap((word) => word.places);
  const left = Math.min(...places.map((place) => place.x));
  const top = Math.min(...places.map((place) => place.y));
  const right = Math.max(...places.map((place) => place.x + place.width));
  const bottom = Math.max(...places.map((place) => place.y + place.height));
  return { x: within(left), y: within(top), width: within(right) - within(left), height: within(bottom) - within(top) };
};

export const boxed = ({ x, y, width, height }, name) => {
  const box = document.createElement("div");
  box.className = name;
  Object.assign(box.style, { left: `${100 * x}%`, top: `${100 * y}%`, width: `${100 * width}%`, height: `${100 * height}%` });
  return box;
};
const unmark = () => document.querySelectorAll(".word-mark").forEach((mark) => mark.remove());
const chosen = ({ words, from, to }) => words.slice(Math.min(from, to), Math.max(from, to) + 1);
const mark = () => {
  unmark();
  picked.sheet.append(...chosen(picked).flatMap((word) => word.places).map((place) => boxed(place, "word-mark")));
};

const distance = (place, x, y) => {
  const aside = Math.max(place.x - x, 0, x - place.x - place.width);
  const above = Math.max(place.y - y, 0, y - place.y - place.height);
  return Math.hypot(aside, above);
};
const at = (words, x, y) => {
  let best = -1;
  let least = NEAR;
  words.forEach((word, index) => word.places.forEach((place) => {
    const far = distance(place, x, y);
    if (far < least) {
      least = far;
      best = index;
    }
  }));
  return best;
};
const shareOf = (event, sheet) => {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  return [(event.clientX - left) / width, (event.clientY - top) / height];
};

// What the server would keep of a text is shown at once, with whether it is what the field demands.
const check = async (target) => {
  const query = new URLSearchParams({ name: target.dataset.field, text: target.value });
  const text = target.value;
  const answer = await fetch(`/fragments/field-value?${query}`, { headers: { Accept: "application/json" } });
  if (!answer.ok || target.value !== text) return;
  const { value, valid } = await answer.json();
  target.value = value;
  target.classList.toggle("is-valid", valid === true);
  target.classList.toggle("is-invalid", valid === false);
  if (valid === null) target.removeAttribute("aria-invalid");
  else target.setAttribute("aria-invalid", String(!valid));
  const note = document.querySelector(`[data-read-note="${CSS.escape(target.dataset.field)}"]`);
  if (note) note.hidden = value === target.dataset.read;
};
const placeOf = (target) => document.querySelector(`[data-place="${CSS.escape(target.dataset.field)}"]`);

const take = () => {
  const words = chosen(picked);
  field.value = words.map((word) => word.text).join(" ");
  const { x, y, width, height } = union(words);
  const place = placeOf(field);
  if (place) place.value = [picked.sheet.dataset.page, x, y, width, height].join(" ");
  check(field);
};

const say = () => {
  const live = document.getElementById("words-said");
  if (live) live.textContent = chosen(picked).map((word) => word.text).join(" ");
};

// ---- by mouse or finger
document.addEventListener("focusin", (event) => {
  if (event.target.matches("[data-field]")) field = event.target;
  else if (event.target.matches("input, select, textarea")) field = null;
  document.querySelector(".sheets")?.classList.toggle("sheets-pick", field !== null);
});
document.addEventListener("pointerdown", async (event) => {
  const sheet = event.target.closest(".sheet[data-words]");
  if (!sheet || !field?.isConnected || event.button !== 0) return;
  event.preventDefault();
  const [x, y] = shareOf(event, sheet);
  const words = await wordsOf(sheet);
  const from = at(words, x, y);
  if (from < 0) return;
  picked = { sheet, words, from, to: from, drawing: true };
  mark();
});
document.addEventListener("mousedown", (event) => {
  if (field?.isConnected && event.target.closest(".sheet[data-words]")) event.preventDefault();
});
document.addEventListener("pointermove", (event) => {
  if (!picked?.drawing) return;
  const to = at(picked.words, ...shareOf(event, picked.sheet));
  if (to < 0 || to === picked.to) return;
  picked.to = to;
  mark();
});
document.addEventListener("pointerup", async (event) => {
  const sheet = event.target.closest?.(".sheet[data-words]");
  if (sheet && field?.isConnected) await wordsOf(sheet);
  if (!picked?.drawing) return;
  picked.drawing = false;
  take();
});

// ---- by keyboard: F2 in a field, arrows to the word, Shift to take more, Enter
const sheetInView = () =>
  [...document.querySelectorAll(".sheet[data-words]")].find((sheet) => sheet.getBoundingClientRect().bottom > 160);
const begin = async () => {
  const sheet = sheetInView();
  if (!sheet) return;
  const words = await wordsOf(sheet);
  if (words.length === 0) return;
  const [, x, y] = (placeOf(field)?.value ?? "").split(" ").map(Number);
  const from = Math.max(0, Number.isFinite(x) ? at(words, x, y) : 0);
  picked = { sheet, words, from, to: from, byKeys: true };
  mark();
  say();
};
const line = (step) => {
  const { words, to } = picked;
  const here = words[to].places[0];
  const others = words
    .map((word, index) => ({ index, place: word.places[0] }))
    .filter(({ place }) => (step > 0 ? place.y > here.y + here.height / 2 : place.y + place.height < here.y + here.height / 2));
  const far = ({ place }) => Math.abs(place.y - here.y) * 20 + Math.abs(place.x - here.x);
  return others.sort((one, other) => far(one) - far(other))[0]?.index ?? to;
};
const moves = {
  ArrowRight: () => Math.min(picked.words.length - 1, picked.to + 1),
  ArrowLeft: () => Math.max(0, picked.to - 1),
  ArrowDown: () => line(1),
  ArrowUp: () => line(-1),
};
document.addEventListener("keydown", (event) => {
  if (!event.target.matches("[data-field]")) return;
  if (event.key === "F2") begin();
  else if (!picked?.byKeys) return;
  else if (moves[event.key]) {
    picked.to = moves[event.key]();
    if (!event.shiftKey) picked.from = picked.to;
    mark();
    say();
    document.querySelector(".word-mark")?.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter" || event.key === "Escape") {
    picked.byKeys = false;
    if (event.key === "Enter") take();
    else unmark();
  } else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

// ---- what is typed by hand has no place
document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-field]")) return;
  const place = placeOf(event.target);
  if (place) place.value = "";
  unmark();
});
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-field]")) check(event.target);
});
document.addEventListener("htmx:afterSwap", () => {
  field = null;
  picked = null;
});
