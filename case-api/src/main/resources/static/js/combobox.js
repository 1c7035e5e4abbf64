// Fields that suggest while one types: the ARIA pattern of a combobox with a list. The server finds what is suggested.
const WAIT = 120;

class Combobox {
  constructor(field) {
    this.field = field;
    this.list = document.getElementById(field.dataset.suggestions);
    this.nothing = document.querySelector(`[data-nothing="${field.dataset.suggestions}"]`);
    this.timer = 0;
    this.asked = 0;
    this.under = null;
    this.takesFirst = false;
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    Object.entries(attributes).forEach(([name, value]) => field.setAttribute(name, value));
    field.addEventListener("input", () => this.later());
    field.addEventListener("keydown", (event) => this.onKey(event));
    field.addEventListener("blur", () => window.setTimeout(() => this.close(), 200));
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
  }

  later() {
    window.clearTimeout(this.timer);
    this.under?.abort();
    this.takesFirst = false;
    this.timer = window.setTimeout(() => this.look(), WAIT);
  }

  async look() {
    this.timer = 0;
    const text = this.field.value.trim();
    if (text === "") return this.close();
    const turn = ++this.asked;
    this.under = new AbortController();
    try {
      const answer = await fetch(`${this.field.dataset.suggest}?looked=${encodeURIComponent(text)}`, { signal: this.under.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = await answer.text();
      if (turn === this.asked) this.show(page);
    } catch (problem) {
      if (problem.name !== "AbortError") document.dispatchEvent(new CustomEvent("htmx:sendError"));
    } finally {
      if (turn === this.asked) this.under = null;
    }
  }

  show(page) {
    const fresh = document.createElement("template");
    fresh.innerHTML = page;
    this.list.replaceChildren(...fresh.content.querySelectorAll("[role=option]"));
    const none = fresh.content.querySelector("li:not([role=option])");
    if (this.nothing) {
      this.nothing.textContent = none?.textContent ?? "";
      this.nothing.hidden = none === null;
    }
    this.open(this.options().length > 0);
    if (this.takesFirst) this.choose(this.options()[0]);
    else this.point(this.options()[0]);
  }

  options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  open(whether) {
    this.list.hidden = !whether;
    this.field.setAttribute("aria-expanded", String(whether));
    if (!whether) this.field.removeAttribute("aria-activedescendant");
  }

  close() {
    if (document.activeElement === this.field && this.field.value.trim() !== "") return;
    this.open(false);
    if (this.nothing) this.nothing.hidden = true;
  }

  active() {
    return this.list.querySelector("[aria-selected=true]");
  }

  point(option) {
    this.active()?.setAttribute("aria-selected", "false");
    if (!option) return;
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", option.id);
  }

  move(step) {
    const options = this.options();
    if (this.list.hidden) return options.length ? this.open(true) : this.look();
    const at = options.indexOf(this.active());
    this.point(options[(at + step + options.length) % options.length]);
  }

  choose(option) {
    if (!option) return;
    window.clearTimeout(this.timer);
    this.open(false);
    this.field.value = option.dataset.value ?? "";
    this.list.replaceChildren();
    this.field.dispatchEvent(new CustomEvent("suggestion", { bubbles: true, detail: { ...option.dataset } }));
  }

  onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const shown = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter") this.enter(shown);
    else if (event.key === "Escape" && shown) this.open(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  enter(shown) {
    if (shown && !this.timer && !this.under) return this.choose(this.active() ?? this.options()[0]);
    if (this.field.value.trim() === "") return;
    window.clearTimeout(this.timer);
    if (!this.under) this.look();
    this.takesFirst = true;
  }
}

const known = new WeakSet();
const setUp = () =>
  document.querySelectorAll("[data-suggest]").forEach((field) => {
    if (known.has(field)) return;
    known.add(field);
    new Combobox(field);
  });
setUp();
document.addEventListener("htmx:afterSwap", setUp);

// A case that was chosen stands among those that can be filed into.
export const chooseCase = ({ reference, title }) => {
  const place = document.getElementById("case-options");
  const choice = document.getElementById("case-choice")?.content.firstElementChild.cloneNode(true);
  if (!place || !choice) return;
  const button = choice.querySelector("input");
  button.value = reference;
  choice.querySelector(".case-number").textContent = reference;
  choice.querySelector(".case-name").textContent = title;
  place.replaceChildren(choice);
  button.checked = true;
  button.focus();
};

document.addEventListener("suggestion", (event) => {
  if (event.detail.reference) chooseCase(event.detail);
});
