// All pages of a document as a list to choose from and to arrange; saved as one line by the form that is there anyway.
const form = document.getElementById("organiser");

const organise = () => {
  const words = form.dataset;
  const fill = (text, ...values) => values.reduce((filled, value, at) => filled.replaceAll(`{${at}}`, value), text);
  let leaves = Array.from({ length: Number(words.pages) }, (_, at) => ({ page: at + 1, turn: 0, gone: false, cut: false }));
  let chosen = new Set();
  let active = 1;
  let anchor = 1;
  const past = [];

  // ---- the list takes the place of the plain fields
  const list = document.createElement("ul");
  list.id = "leaves";
  list.className = "leaves";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-multiselectable", "true");
  list.setAttribute("aria-label", document.getElementById("leaves").getAttribute("aria-label"));
  list.setAttribute("aria-describedby", "organiser-keys");
  const made = (tag, name) => Object.assign(document.createElement(tag), { className: name });
  const elements = new Map(
    leaves.map(({ page }) => {
      const item = made("li", "leaf");
      item.id = `leaf-${page}`;
      item.dataset.page = String(page);
      item.draggable = true;
      item.setAttribute("role", "option");
      const sheet = made("div", "leaf-sheet");
      const picture = document.createElement("img");
      Object.assign(picture, { alt: "", loading: "lazy", decoding: "async", draggable: false, width: 150, height: 150 });
      picture.src = `${words.picture}${page}.png`;
      sheet.append(picture);
      item.append(sheet, made("span", "leaf-name"), made("span", "leaf-note"));
      return [page, item];
    }),
  );
  document.getElementById("leaves").replaceWith(list);
  form.querySelector("[name=first]").remove();
  const line = Object.assign(document.createElement("input"), { type: "hidden", name: "arrangement" });
  form.append(line);

  const index = (page) => leaves.findIndex((leaf) => leaf.page === page);
  const arrangement = () => {
    const documents = [];
    for (const { page, turn, gone, cut } of leaves) {
      if (gone) continue;
      if (documents.length === 0 || cut) documents.push([]);
      documents.at(-1).push(turn ? `${page}:${turn}` : `${page}`);
    }
    return documents;
  };
  const written = () => arrangement().map((pages) => pages.join(",")).join(";");
  const untouched = written();
  const changed = () => written() !== untouched;

  const say = (text) => (document.getElementById("organiser-said").textContent = text);
  const show = () => {
    let number = 1;
    let begun = false;
    leaves.forEach(({ page, turn, gone, cut }, at) => {
      const item = elements.get(page);
      const begins = cut && begun && !gone;
      if (begins) number += 1;
      begun ||= !gone;
      item.classList.toggle("leaf-gone", gone);
      item.classList.toggle("leaf-cut", begins);
      item.setAttribute("aria-selected", String(chosen.has(page)));
      item.setAttribute("aria-posinset", String(at + 1));
      item.setAttribute("aria-setsize", String(leaves.length));
      item.tabIndex = page === active ? 0 : -1;
      item.querySelector("img").className = turn ? `turn-${turn}` : "";
      item.children[1].textContent = fill(words.textPage, page);
      item.children[2].textContent = [
        turn ? fill(words.textTurned, turn) : "",
        gone ? words.textGone : "",
        begins ? fill(words.textCut, number) : "",
      ].filter(Boolean).join(" · ");
      if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
    });
    const documents = arrangement();
    const pages = documents.flat().length;
    form.querySelector("[data-act=undo]").disabled = past.length === 0;
    document.getElementById("organiser-save").disabled = !changed() || pages === 0;
    document.getElementById("organiser-state").textContent = [
      changed() ? fill(words.textChanged, pages, documents.length) : words.textUnchanged,
      chosen.size > 0 ? fill(words.textSelected, chosen.size) : "",
    ].filter(Boolean).join(" · ");
  };

  const focus = (page) => {
    active = page;
    show();
    elements.get(page).focus({ preventScroll: true });
    elements.get(page).scrollIntoView({ block: "nearest" });
  };
  const meant = () => (chosen.size > 0 ? chosen : new Set([active]));
  const change = (work) => {
    past.push(leaves);
    leaves = work(leaves.map((leaf) => ({ ...leaf })));
    show();
  };
  const eachMeant = (work) => change((all) => {
    all.filter(({ page }) => meant().has(page)).forEach(work);
    return all;
  });

  const move = (by) => {
    const pages = meant();
    const moved = leaves.filter(({ page }) => pages.has(page));
    const first = index(moved[0].page);
    const place = Math.max(0, Math.min(leaves.length - moved.length, first + by));
    moveTo(moved, place);
  };
  const moveTo = (moved, place) => {
    const others = leaves.filter((leaf) => !moved.includes(leaf));
    const next = [...others.slice(0, place), ...moved, ...others.slice(place)];
    if (next.every((leaf, at) => leaf === leaves[at])) return;
    change(() => next.map((leaf) => ({ ...leaf })));
    say(fill(words.textPlace, moved[0].page, place + 1, leaves.length));
  };

  const turn = (by) => eachMeant((leaf) => (leaf.turn = (leaf.turn + by + 360) % 360));
  const acts = {
    left: () => turn(-90),
    right: () => turn(90),
    earlier: () => move(-1),
    later: () => move(1),
    cut: () => eachMeant((leaf) => (leaf.cut = !leaf.cut)),
    delete: () => {
      const all = leaves.filter(({ page }) => meant().has(page));
      const gone = !all.every((leaf) => leaf.gone);
      eachMeant((leaf) => (leaf.gone = gone));
    },
    undo: () => {
      if (past.length > 0) leaves = past.pop();
      show();
    },
  };
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (!button) return;
    acts[button.dataset.act]();
    elements.get(active).scrollIntoView({ block: "nearest" });
  });

  // ---- choosing
  const range = (page) => {
    const [from, to] = [index(anchor), index(page)].sort((one, other) => one - other);
    chosen = new Set(leaves.slice(from, to + 1).map((leaf) => leaf.page));
  };
  const toggle = (page) => {
    if (!chosen.delete(page)) chosen.add(page);
    anchor = page;
  };
  list.addEventListener("click", (event) => {
    const item = event.target.closest(".leaf");
    if (!item) return;
    const page = Number(item.dataset.page);
    if (event.shiftKey) range(page);
    else if (event.ctrlKey || event.metaKey || event.pointerType === "touch") toggle(page);
    else {
      chosen = chosen.size === 1 && chosen.has(page) ? new Set() : new Set([page]);
      anchor = page;
    }
    focus(page);
  });

  const columns = () => {
    const top = elements.get(leaves[0].page).offsetTop;
    const second = leaves.findIndex(({ page }) => elements.get(page).offsetTop > top + 20);
    return second < 0 ? leaves.length : second;
  };
  const steps = { ArrowLeft: () => -1, ArrowRight: () => 1, ArrowUp: () => -columns(), ArrowDown: () => columns() };
  const go = (to, extend) => {
    const page = leaves[Math.max(0, Math.min(leaves.length - 1, to))].page;
    if (extend) range(page);
    else anchor = page;
    focus(page);
  };
  const keys = {
    " ": () => {
      toggle(active);
      show();
    },
    Home: (event) => go(0, event.shiftKey),
    End: (event) => go(leaves.length - 1, event.shiftKey),
    Delete: acts.delete,
    Backspace: acts.delete,
    l: acts.left,
    r: acts.right,
    c: acts.cut,
    Escape: () => {
      chosen = new Set();
      show();
    },
  };
  const withModifier = {
    a: () => {
      chosen = new Set(leaves.map(({ page }) => page));
      show();
    },
    z: acts.undo,
  };
  list.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const modified = event.ctrlKey || event.metaKey;
    let work = null;
    if (step && event.altKey) work = () => (move(step()), focus(active));
    else if (step && !modified) work = () => go(index(active) + step(), event.shiftKey);
    else if (modified) work = withModifier[event.key];
    else if (!event.altKey) work = keys[event.key];
    if (!work) return;
    event.preventDefault();
    work(event);
    if (list.contains(elements.get(active))) elements.get(active).focus({ preventScroll: true });
  });

  // ---- moving by hand
  let dragged = null;
  const unmark = () => list.querySelectorAll(".leaf-drop-before, .leaf-drop-after").forEach((item) => item.classList.remove("leaf-drop-before", "leaf-drop-after"));
  const behind = (event, item) => {
    const { left, width } = item.getBoundingClientRect();
    return event.clientX > left + width / 2;
  };
  list.addEventListener("dragstart", (event) => {
    const page = Number(event.target.closest(".leaf").dataset.page);
    if (!chosen.has(page)) {
      chosen = new Set([page]);
      active = page;
      show();
    }
    dragged = leaves.filter((leaf) => chosen.has(leaf.page));
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", String(page));
  });
  list.addEventListener("dragover", (event) => {
    const item = event.target.closest(".leaf");
    if (!dragged || !item) return;
    event.preventDefault();
    unmark();
    item.classList.add(behind(event, item) ? "leaf-drop-after" : "leaf-drop-before");
  });
  list.addEventListener("drop", (event) => {
    const item = event.target.closest(".leaf");
    if (!dragged || !item) return;
    event.preventDefault();
    const at = index(Number(item.dataset.page)) + (behind(event, item) ? 1 : 0);
    const before = leaves.slice(0, at).filter((leaf) => dragged.includes(leaf)).length;
    moveTo(dragged, at - before);
  });
  list.addEventListener("dragend", () => {
    dragged = null;
    unmark();
  });

  // ---- saving
  let saved = false;
  form.addEventListener("submit", () => {
    line.value = written();
    saved = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed() && !saved) event.preventDefault();
  });
  show();
};

if (form) organise();
