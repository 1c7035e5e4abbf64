// The inbox by keyboard. Everything here presses links and buttons that the page has anyway.
import { chooseCase } from "/js/combobox.js";
import "/js/evidence.js";
import "/js/words.js";

const byId = (id) => document.getElementById(id);
const typing = (target) => target.closest("input:not([type=radio]), textarea, select") !== null;
const press = (id) => {
  const target = byId(id);
  target?.click();
  return target !== null;
};

const focusField = (id) => {
  const field = byId(id);
  field?.scrollIntoView({ block: "nearest" });
  field?.focus();
  return field !== null;
};

const openNewCase = () => {
  const part = byId("new-case");
  if (part) part.open = true;
  return focusField("new-case-title");
};

const file = () => {
  const form = byId("filing");
  form?.requestSubmit(byId("file"));
  return form !== null;
};

const choose = (number) => {
  const choice = document.querySelectorAll("#filing input[name=reference]")[number - 1];
  if (choice) {
    choice.checked = true;
    choice.focus();
  }
  return choice !== undefined;
};

const openPart = (id, field) => {
  const part = byId(id);
  if (part) part.open = true;
  return focusField(field);
};

// The step before is taken back by the button that its message offers.
const undo = () => {
  const button = document.querySelector("[form=inbox-undo], .flash-undo button");
  button?.click();
  return true;
};

const showKeys = () => {
  byId("inbox-keys").showModal();
  return true;
};

const keys = {
  j: () => press("following"),
  k: () => press("previous"),
  c: () => focusField("looked"),
  n: openNewCase,
  r: () => (byId("password") ? focusField("password") : press("inbox-retry")),
  d: () => press("divide"),
  h: () => openPart("hand-on", "hand-on-to"),
  x: () => openPart("not-ours", "not-ours-why"),
  u: undo,
  o: () => press("inbox-open"),
  "?": showKeys,
};

const onPlainKey = (event) => {
  if (event.key === "Enter") return !event.target.closest("a:not(.inbox-row), button, summary") && file();
  if (/^[1-9]$/.test(event.key)) return choose(Number(event.key));
  return keys[event.key]?.() ?? false;
};

// Enter in a field: in the new case it opens that, else it files. Fields that suggest know their keys themselves.
const onKeyInField = (event) => {
  const suggests = event.target.matches("[role=combobox]");
  if (event.key === "Escape") {
    if (suggests && event.target.getAttribute("aria-expanded") === "true") return false;
    event.target.blur();
    return true;
  }
  if (event.key !== "Enter") return false;
  if (suggests) return false;
  const form = event.target.closest("#hand-on form, #not-ours form");
  if (form) form.requestSubmit();
  return form !== null || (event.target.closest("#new-case input") !== null && press("new-case-file"));
};

document.addEventListener(
  "keydown",
  (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    const modified = event.ctrlKey || event.metaKey;
    const done = modified
      ? event.key === "Enter" && file()
      : !event.altKey && (typing(event.target) ? onKeyInField(event) : onPlainKey(event));
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  },
  true,
);

// With a swap the chosen row keeps the focus, so that reading aloud and the keyboard go on from there. Not later: whoever
// types on at once must not lose the field.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id !== "inbox") return;
  const row = document.querySelector(".inbox-row[aria-current]");
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
});

// A case of somebody who is known already is taken instead of a new one.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-choose-case]");
  if (!button) return;
  byId("new-case").open = false;
  chooseCase({ reference: button.dataset.chooseCase, title: button.dataset.title });
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("#inbox-zoom");
  if (!button) return;
  const large = document.querySelector(".sheets").classList.toggle("sheets-large");
  button.setAttribute("aria-pressed", String(large));
});

// Who looks at a document keeps it from colleagues, as long as the page is in front.
const RENEWED_EVERY = 2 * 60 * 1000;
window.setInterval(() => {
  const address = document.querySelector("[data-claim]")?.dataset.claim;
  if (!address || document.hidden) return;
  fetch(address, { method: "POST", headers: JSON.parse(document.body.getAttribute("hx-headers") ?? "{}") });
}, RENEWED_EVERY);

// The picture of the next document is there before it is wanted.
const fetchAhead = () => {
  const address = document.querySelector("[data-ahead]")?.dataset.ahead;
  if (address) new Image().src = address;
};
const whenIdle = window.requestIdleCallback ?? ((work) => window.setTimeout(work, 200));
whenIdle(fetchAhead);
document.addEventListener("htmx:afterSettle", (event) => event.detail.target?.id === "inbox" && whenIdle(fetchAhead));
