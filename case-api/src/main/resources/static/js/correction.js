// Correcting a text: a click on the picture chooses the word, arrows walk from word to word, nothing typed is left by mistake.
const wordAt = (index) => document.getElementById(`w${index}`);

document.addEventListener("click", (event) => {
  const place = event.target.closest?.("#word-layer a");
  if (!place) return;
  event.preventDefault();
  wordAt(place.dataset.word)?.click();
});

// ---- one word is in the order of the tab key, the arrows go to the others
const words = () => [...document.querySelectorAll("#word-text a")];
const rove = (chosen) => words().forEach((word) => (word.tabIndex = word === chosen ? 0 : -1));
const chosenIn = (all) => all.find((word) => word.hasAttribute("aria-current")) ?? all.find((word) => `#${word.id}` === window.location.hash);
const order = () => {
  const all = words();
  rove(chosenIn(all) ?? all[0]);
};
const start = () => {
  const framed = document.querySelector("#word-layer .word-chosen");
  const { top, bottom } = framed?.getBoundingClientRect() ?? { top: 100, bottom: 100 };
  if (window.innerWidth > 992 && (top < 80 || bottom > window.innerHeight - 20)) framed.scrollIntoView({ block: "center" });
  const input = document.getElementById("word-input");
  if (input) {
    input.focus({ preventScroll: window.innerWidth > 992 });
    input.select();
  } else {
    chosenIn(words())?.focus();
  }
};
const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target.id === "word-input") {
    event.preventDefault();
    document.getElementById("word-cancel")?.click();
    return;
  }
  const here = event.target.closest?.("#word-text a");
  if (!here || !(event.key in steps)) return;
  event.preventDefault();
  const all = words();
  const next = all[Math.min(all.length - 1, Math.max(0, all.indexOf(here) + steps[event.key]))];
  rove(next);
  next.focus();
});
document.addEventListener("htmx:afterSwap", (event) => event.target.id === "word-pane" && start());
document.addEventListener("htmx:afterSettle", (event) => event.target.id === "word-pane" && order());
order();
start();

// ---- a page that was typed on is not left without a question
const text = document.getElementById("page-text");
if (text) {
  let saving = false;
  document.getElementById("page-form").addEventListener("submit", () => (saving = true));
  window.addEventListener("beforeunload", (event) => {
    if (!saving && text.value !== text.defaultValue) event.preventDefault();
  });
}
