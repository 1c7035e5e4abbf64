// The inbox by keyboard. Everything here presses links and buttons that the page has anyway.
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
  o: () => press("inbox-open"),
  "?": showKeys,
};

const onPlainKey = (event) => {
  if (event.key === "Enter") return !event.target.closest("a:not(.inbox-row), button, summary") && file();
  if (/^[1-9]$/.test(event.key)) return choose(Number(event.key));
  return keys[event.key]?.() ?? false;
};

const firstFound = () => document.querySelector("#case-options input[name=reference]");

// Enter in a field: in the look-up it takes the first case found, in the new case it opens that, else it files.
const onKeyInField = (event) => {
  if (event.key === "Escape") {
    event.target.blur();
    return true;
  }
  if (event.key !== "Enter") return false;
  if (event.target.id === "looked") {
    const found = firstFound();
    if (found) {
      found.checked = true;
      found.focus();
    }
    return true;
  }
  return event.target.closest("#new-case input") !== null && press("new-case-file");
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

document.addEventListener("click", (event) => {
  const button = event.target.closest("#inbox-zoom");
  if (!button) return;
  const large = document.querySelector(".sheets").classList.toggle("sheets-large");
  button.setAttribute("aria-pressed", String(large));
});
