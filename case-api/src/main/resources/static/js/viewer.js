// The document viewer: pdf.js on the searchable rendition, loaded by ranges, pages drawn as they come into view.
import "/js/combobox.js";
const byId = (id) => document.getElementById(id);

// ---- while the document is being read the server tells how it goes
const waitForReading = (place) => {
  const source = new EventSource(place.dataset.events);
  const told = (event) => {
    const state = stateIn(event.data);
    const text = byId("under-way-state");
    if (state === "READING" || state === "RECEIVED") {
      text.textContent = state === "READING" ? text.dataset.reading : text.dataset.received;
    } else if (state) {
      source.close();
      window.location.reload();
    }
  };
  for (const kind of ["message", "state"]) source.addEventListener(kind, told);
  window.addEventListener("pagehide", () => source.close(), { once: true });
};

const stateIn = (text) => {
  const found = /\b(RECEIVED|READING|INBOX|FILED|FAILED|NEEDS_PASSWORD|QUARANTINED|DIVIDED)\b/.exec(text ?? "");
  return found ? found[1] : null;
};

// ---- the viewer itself
const show = async (scroll) => {
  const library = scroll.dataset.library;
  const pdf = await import(`${library}legacy/build/pdf.min.mjs`);
  globalThis.pdfjsLib = pdf;
  const parts = await import(`${library}legacy/web/pdf_viewer.mjs`);
  pdf.GlobalWorkerOptions.workerSrc = `${library}legacy/build/pdf.worker.min.mjs`;

  const eventBus = new parts.EventBus();
  const linkService = new parts.PDFLinkService({ eventBus, externalLinkTarget: 2, externalLinkRel: "noopener noreferrer nofollow" });
  const findController = new parts.PDFFindController({ eventBus, linkService });
  const viewer = new parts.PDFViewer({
    container: scroll,
    viewer: byId("viewer"),
    eventBus,
    l10n: OWN_TEXTS,
    linkService,
    findController,
    annotationMode: pdf.AnnotationMode.ENABLE,
    annotationEditorMode: pdf.AnnotationEditorType.DISABLE,
    removePageBorders: true,
    maxCanvasPixels: 2 ** 25,
  });
  linkService.setViewer(viewer);
  wirePages(viewer, eventBus);
  wireZoom(viewer, eventBus);
  const marks = wireFind(eventBus, wordsToMark());
  markCorrected(eventBus, scroll.dataset, marks);
  eventBus.on("pagesinit", () => {
    namePages(scroll);
    viewer.currentScaleValue = byId("zoom").value;
    goToHash(viewer);
    marks.start();
  });
  window.addEventListener("hashchange", () => goToHash(viewer));
  keepSize(viewer, scroll);

  const document_ = await pdf.getDocument({
    url: scroll.dataset.pdf,
    disableAutoFetch: true,
    verbosity: pdf.VerbosityLevel.ERRORS,
    rangeChunkSize: 2 ** 17,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    cMapUrl: `${library}cmaps/`,
    standardFontDataUrl: `${library}standard_fonts/`,
    wasmUrl: `${library}wasm/`,
  }).promise;
  linkService.setDocument(document_);
  viewer.setDocument(document_);
  byId("page-count").textContent = String(document_.numPages);
};

// The texts of the program are the server's: pdf.js names nothing by itself, and each page has its name from the start.
const OWN_TEXTS = {
  getLanguage: () => document.documentElement.lang,
  getDirection: () => "ltr",
  get: async (ids, args, fallback) => (Array.isArray(ids) ? ids.map(() => "") : (fallback ?? "")),
  translate: async () => {},
  translateOnce: async () => {},
  pause: () => {},
  resume: () => {},
  destroy: async () => {},
};

const namePages = (scroll) => {
  for (const page of scroll.querySelectorAll(".page")) page.ariaLabel = `${scroll.dataset.page} ${page.dataset.pageNumber}`;
};

const goToHash = (viewer) => {
  const page = Number(/(?:^#|&)page=(\d+)/.exec(window.location.hash)?.[1] ?? 0);
  if (page >= 1 && page <= viewer.pagesCount) viewer.currentPageNumber = page;
};

// A narrower window gets narrower pages when the size was asked for as "page width".
const keepSize = (viewer, scroll) => {
  new ResizeObserver(() => {
    const wanted = byId("zoom").value;
    if (viewer.pagesCount && Number.isNaN(Number(wanted)) && wanted !== "custom") viewer.currentScaleValue = wanted;
  }).observe(scroll);
};

const wirePages = (viewer, eventBus) => {
  const number = byId("page-number");
  eventBus.on("pagechanging", ({ pageNumber }) => {
    number.value = String(pageNumber);
    byId("page-before").disabled = pageNumber <= 1;
    byId("page-after").disabled = pageNumber >= viewer.pagesCount;
  });
  byId("page-before").addEventListener("click", () => viewer.previousPage());
  byId("page-after").addEventListener("click", () => viewer.nextPage());
  number.addEventListener("change", () => {
    const page = Number.parseInt(number.value, 10);
    if (page >= 1 && page <= viewer.pagesCount) viewer.currentPageNumber = page;
    else number.value = String(viewer.currentPageNumber);
  });
};

const wireZoom = (viewer, eventBus) => {
  const zoom = byId("zoom");
  zoom.addEventListener("change", () => (viewer.currentScaleValue = zoom.value));
  byId("zoom-in").addEventListener("click", () => viewer.increaseScale());
  byId("zoom-out").addEventListener("click", () => viewer.decreaseScale());
  eventBus.on("scalechanging", ({ scale, presetValue }) => {
    const known = [...zoom.options].find((option) => option.id !== "zoom-custom" && (option.value === presetValue || Number(option.value) === scale));
    const custom = byId("zoom-custom");
    custom.textContent = `${Math.round(scale * 100)} %`;
    zoom.value = known ? known.value : "custom";
  });
};

// ---- finding, and marking the words that a search led here with
const wordsToMark = () => [...document.querySelectorAll("#viewer-words li")].map((each) => each.textContent);
const stem = (word) => (word.length > 5 ? word.slice(0, Math.max(4, word.length - 3)) : word);

// ---- words that were corrected: the PDF holds what was read, so they are marked where that stands
const folded = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const correctedOn = async (pages, page) => {
  const answer = await fetch(`${pages}${page}/words`, { headers: { Accept: "application/json" } });
  return answer.ok ? (await answer.json()).words.filter((word) => word.corrected) : [];
};

const markCorrected = (eventBus, { corrected, pages }, marks) => {
  const numbers = new Set((corrected ?? "").split(",").filter(Boolean).map(Number));
  const known = new Map();
  const draw = async (page, sheet) => {
    if (!known.has(page)) known.set(page, correctedOn(pages, page));
    const words = await known.get(page);
    const wanted = marks.asked().map(folded);
    const isWanted = ({ text }) => folded(text).split(/[^\p{L}\p{N}]+/u).some((part) => wanted.some((each) => part.startsWith(each)));
    sheet.querySelectorAll(".corrected-mark").forEach((mark) => mark.remove());
    const places = words.filter(isWanted).flatMap((word) => word.places);
    for (const { x, y, width, height } of places) {
      const mark = document.createElement("div");
      mark.className = "corrected-mark";
      Object.assign(mark.style, { left: `${100 * x}%`, top: `${100 * y}%`, width: `${100 * width}%`, height: `${100 * height}%` });
      sheet.append(mark);
    }
    marks.beside(page, places.length);
  };
  if (numbers.size === 0) return;
  const drawn = new Map();
  eventBus.on("pagerendered", ({ pageNumber, source }) => {
    if (!numbers.has(pageNumber)) return;
    drawn.set(pageNumber, source.div);
    draw(pageNumber, source.div);
  });
  eventBus.on("find", () => drawn.forEach((sheet, page) => draw(page, sheet)));
};

const wireFind = (eventBus, words) => {
  const text = byId("find-text");
  const count = byId("find-count");
  let asked = words;
  let stemmed = false;
  const find = (type, findPrevious = false) =>
    eventBus.dispatch("find", {
      source: text, type, query: asked, caseSensitive: false, entireWord: false, highlightAll: true, findPrevious, matchDiacritics: false,
    });
  const beside = new Map();
  const more = () => [...beside.values()].reduce((sum, each) => sum + each, 0);
  let latest = { current: 0, total: 0 };
  const tell = ({ current, total: found }) => {
    latest = { current, total: found };
    const total = found + more();
    count.textContent = total ? count.dataset.of.replace("{0}", current || 1).replace("{1}", total) : "";
  };
  eventBus.on("updatefindmatchescount", ({ matchesCount }) => tell(matchesCount));
  eventBus.on("updatefindcontrolstate", ({ state, matchesCount }) => {
    const nothing = state === 1 && asked.length > 0;
    if (nothing && Array.isArray(asked) && !stemmed) {
      stemmed = true;
      asked = words.map(stem);
      find("");
      return;
    }
    tell(matchesCount);
    if (nothing && !more()) count.textContent = count.dataset.none;
  });
  text.addEventListener("input", () => {
    asked = text.value.trim();
    find("");
  });
  byId("find").addEventListener("submit", (event) => {
    event.preventDefault();
    find("again");
  });
  byId("find-before").addEventListener("click", () => find("again", true));
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "f") {
      event.preventDefault();
      text.focus();
      text.select();
    }
  });
  return {
    start: () => asked.length > 0 && find(""),
    asked: () => (Array.isArray(asked) ? asked : asked.split(/[^\p{L}\p{N}]+/u)).filter(Boolean),
    beside: (page, marks) => {
      const had = more();
      beside.set(page, marks);
      if (more() !== had) tell(latest);
    },
  };
};

const underWay = byId("under-way");
if (underWay) waitForReading(underWay);
const scroll = byId("viewer-scroll");
if (scroll) {
  show(scroll).catch(() => {
    byId("viewer-problem").hidden = false;
    scroll.hidden = true;
  });
}
