// The answers by keyboard. Every key presses a button, box or link that the page has anyway.
const press = (id) => {
  const target = document.getElementById(id);
  target?.click();
  return target !== null;
};

const keys = {
  1: () => press("right"),
  2: () => press("wrong-case"),
  3: () => press("wrong-type"),
  4: () => press("wrong-field"),
  5: () => press("unsure"),
  j: () => press("next"),
  z: () => press("undo"),
};

const onEnter = (event) => !event.target.closest("a, button, summary") && press("wrong");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
  const known = event.key === "Enter" ? onEnter(event) : keys[event.key]?.();
  if (known) event.preventDefault();
});
