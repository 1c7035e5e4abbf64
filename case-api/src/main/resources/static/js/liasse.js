// What every page can do beyond plain HTML: keyboard, menus, dialogs, flash messages, the reading indicator.
(() => {
  const typing = (target) =>
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

  // ---- keyboard: "/" search, "g" then a letter, "n" new case, "u" upload, "?" help
  let waitingForPlace = false;
  let waiting = 0;
  const focusSearch = () => {
    const field = document.getElementById("search-everything");
    field?.focus();
    field?.select();
  };
  const goTo = (letter) => document.querySelector(`[data-go="${CSS.escape(letter)}"]`)?.click();
  const single = {
    "/": focusSearch,
    "?": () => document.getElementById("shortcuts")?.showModal(),
    n: () => document.body.dataset.caseOpener && window.location.assign("/cases/new"),
    u: () => window.location.assign("/upload"),
    g: () => {
      waitingForPlace = true;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => (waitingForPlace = false), 1500);
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") closeMenus();
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    if (waitingForPlace) {
      waitingForPlace = false;
      event.preventDefault();
      goTo(event.key);
      return;
    }
    const action = single[event.key];
    if (action && document.getElementById("shortcuts")) {
      event.preventDefault();
      action();
    }
  });

  // ---- menus made of <details class="menu">
  const closeMenus = (except) =>
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (menu !== except) {
        const inside = menu.contains(document.activeElement);
        menu.open = false;
        if (inside) menu.querySelector("summary")?.focus();
      }
    });
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));

  // ---- dialogs and things to dismiss, by data attributes
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open-dialog]");
    if (opener) {
      closeMenus();
      document.getElementById(opener.dataset.openDialog)?.showModal();
    }
    if (event.target.closest("[data-close-dialog]") || event.target.matches("dialog[open]")) {
      event.target.closest("dialog")?.close();
    }
    event.target.closest("[data-dismiss]")?.parentElement.remove();
  });

  // ---- a form changed by hand that submits itself (filters); without scripts its button does
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-submit-on-change]");
    if (form && event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
  });

  // ---- questions before what cannot be undone
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
  });

  // ---- a fragment that could not be had is said, not passed over
  const say = (text) => {
    const place = document.getElementById("flash");
    if (!place || !text) return;
    const box = document.createElement("div");
    box.className = "alert alert-danger";
    const words = document.createElement("span");
    words.className = "flash-text";
    words.textContent = text;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "btn-close";
    close.dataset.dismiss = "";
    close.setAttribute("aria-label", document.body.dataset.dismissText ?? "");
    box.append(words, close);
    place.replaceChildren(box);
  };
  document.addEventListener("htmx:responseError", () => say(document.body.dataset.failed));
  document.addEventListener("htmx:sendError", () => say(document.body.dataset.offline));

  // ---- a bar of tabs too wide for the screen starts where its present tab is seen
  document.querySelectorAll(".tabs").forEach((bar) => {
    const present = bar.querySelector("[aria-current]");
    if (!present) return;
    const { left, width } = present.getBoundingClientRect();
    bar.scrollLeft += left - bar.getBoundingClientRect().left - (bar.clientWidth - width) / 2;
  });

  // ---- copy to the clipboard
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    source?.select?.();
    navigator.clipboard?.writeText(source?.value ?? source?.textContent ?? "").then(() => button.classList.add("copied"));
  });

  // ---- the server tells how many documents are being read and how many wait
  const listen = () => {
    if (!document.querySelector(".reading") || document.hidden) return;
    const source = new EventSource("/events");
    source.addEventListener("reading", (event) => replace("reading", event.data));
    document.addEventListener("visibilitychange", () => {
      source.close();
      if (!document.hidden) listen();
    }, { once: true });
    window.addEventListener("pagehide", () => source.close(), { once: true });
  };
  const replace = (id, html) => {
    const present = document.getElementById(id);
    if (!present) return;
    const fresh = document.createElement("template");
    fresh.innerHTML = html.trim();
    if (fresh.content.firstElementChild) present.replaceWith(fresh.content.firstElementChild);
  };
  if (document.body.dataset.events === "on") listen();
})();
