import "./bulk.js";

// Keeps the search form abreast of filters chosen by link, and leads through the hits by keyboard.
const refreshCarried = () => {
  const asked = new URLSearchParams(window.location.search);
  for (const id of ["search-form", "search-dates"]) {
    const form = document.getElementById(id);
    form?.querySelectorAll("input[type=hidden]").forEach((field) => field.remove());
    const own = id === "search-form" ? ["q"] : ["from", "to", "sort"];
    for (const [name, value] of asked) {
      if (!form || own.includes(name) || name === "cursor" || name === "look") continue;
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      form.append(field);
    }
  }
};
document.addEventListener("htmx:pushedIntoHistory", refreshCarried);

// Typing one more letter changes the question, so the entry of the history is replaced, not added to.
document.addEventListener("htmx:beforeHistoryUpdate", (event) => {
  if (event.target.id === "search-form" && event.detail.history?.type === "push") event.detail.history.type = "replace";
});
document.addEventListener("htmx:replacedInHistory", refreshCarried);

const links = () => [...document.querySelectorAll(".hit-title a")];
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const inField = event.target.id === "q";
  if (!(inField && event.key === "ArrowDown") && !(event.target.closest(".hit") && /^Arrow(Up|Down)$/.test(event.key))) return;
  const all = links();
  const at = all.findIndex((link) => link.closest(".hit").contains(event.target));
  const next = event.key === "ArrowDown" ? at + 1 : at - 1;
  (all[next] ?? (next < 0 ? document.getElementById("q") : null))?.focus();
  event.preventDefault();
});

// The preview follows the hit one looks at.
let pending = 0;
document.addEventListener("focusin", (event) => {
  const look = event.target.closest(".hit")?.querySelector(".hit-look");
  window.clearTimeout(pending);
  if (!look || event.target === look || look.offsetParent === null) return;
  pending = window.setTimeout(() => look.click(), 250);
});
document.addEventListener("click", (event) => {
  const look = event.target.closest(".hit-look");
  if (!look) return;
  document.querySelectorAll(".hit-shown").forEach((hit) => hit.classList.remove("hit-shown"));
  look.closest(".hit").classList.add("hit-shown");
});

// On a phone the filters stay folded until they are asked for.
const narrow = window.matchMedia("(max-width: 768px)");
let unfolded = false;
const fold = () => {
  const filters = document.querySelector(".facets-fold");
  if (filters && narrow.matches) filters.open = unfolded;
};
document.addEventListener("click", (event) => {
  const summary = event.target.closest(".facets-fold > summary");
  if (summary) unfolded = !summary.parentElement.open;
});
document.addEventListener("htmx:oobAfterSwap", fold);
document.addEventListener("htmx:afterSettle", fold);
fold();
