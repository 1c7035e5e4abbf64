// Handing documents in: drop, pick or photograph; one request per file with its progress, then what becomes of it.
const form = document.getElementById("upload");
const list = document.getElementById("uploads");
const texts = Object.fromEntries([...document.querySelectorAll("#upload-texts > li")].map((each) => [each.dataset.key, each.textContent]));
const FINAL = ["INBOX", "FILED", "FAILED", "NEEDS_PASSWORD", "QUARANTINED", "DIVIDED"];
// A browser keeps six connections to one server: two send, one listens, the page keeps the rest.
const SENDING = 2;
// More documents than these are heard of when others are done.
const MOST_HEARD = 100;
const toSend = [];
let sending = 0;

const own = (row, name) => row.querySelector(`.upload-${name}`);

const say = (row, text, tone = "") => {
  own(row, "state").textContent = text;
  row.dataset.tone = tone;
  sum();
};

const sum = () => {
  const rows = [...list.children];
  const done = rows.filter((row) => FINAL.includes(row.dataset.state)).length;
  const place = document.getElementById("upload-sum");
  place.textContent = rows.length ? place.dataset.text.replace("{0}", done).replace("{1}", rows.length) : "";
  document.getElementById("upload-nothing")?.toggleAttribute("hidden", rows.length > 0);
};

// ---- sending
const randomKey = () =>
  globalThis.crypto.randomUUID?.() ?? [...globalThis.crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, "0")).join("");

const add = (file) => {
  const row = document.getElementById("upload-row").content.firstElementChild.cloneNode(true);
  own(row, "name").textContent = file.name;
  own(row, "progress").setAttribute("aria-label", texts.progress.replace("{0}", file.name));
  list.prepend(row);
  const job = { row, file, key: randomKey(), wishes: wishes() };
  own(row, "retry").addEventListener("click", () => queue(job));
  queue(job);
  return row;
};

const wishes = () => {
  const chosen = new FormData(form);
  return ["reference", "type"].map((name) => [name, chosen.get(name)]).filter(([, value]) => value);
};

const queue = (job) => {
  own(job.row, "retry").hidden = true;
  own(job.row, "progress").hidden = false;
  own(job.row, "progress").value = 0;
  say(job.row, texts.waiting);
  toSend.push(job);
  sendNext();
};

const sendNext = () => {
  while (sending < SENDING && toSend.length > 0) {
    sending += 1;
    send(toSend.shift()).finally(() => {
      sending -= 1;
      sendNext();
    });
  }
};

const send = (job) =>
  new Promise((resolve) => {
    const body = new FormData();
    for (const [name, value] of job.wishes) body.append(name, value);
    body.append("file", job.file, job.file.name);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Idempotency-Key", job.key);
    for (const [name, value] of Object.entries(JSON.parse(document.body.getAttribute("hx-headers") ?? "{}"))) {
      request.setRequestHeader(name, value);
    }
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) own(job.row, "progress").value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("loadend", () => {
      answered(job, request);
      resolve();
    });
    say(job.row, texts.sending);
    request.send(body);
  });

const answered = (job, request) => {
  const answer = request.status === 202 ? parsed(request.responseText) : null;
  if (!answer) {
    failed(job, request);
    return;
  }
  own(job.row, "progress").removeAttribute("value");
  job.row.dataset.document = answer.id;
  const open = own(job.row, "open");
  open.href = `/documents/${encodeURIComponent(answer.id)}`;
  open.hidden = false;
  say(job.row, answer.repeated ? texts.repeated : texts.RECEIVED);
  hear();
};

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a page instead of an answer: the session is over, and the caller says so
  }
};

const failed = (job, request) => {
  const reason =
    request.status === 0 ? "offline"
    : request.status === 413 ? "too-large"
    : request.status === 401 || (request.status < 400 && request.status !== 0) ? "signed-out"
    : request.status === 403 ? "refused"
    : request.status < 500 ? "invalid"
    : "server";
  own(job.row, "progress").hidden = true;
  own(job.row, "retry").hidden = false;
  say(job.row, texts[reason], "poor");
};

// ---- hearing what becomes of all of them, over one connection
let stream;
let soon;
const hear = () => {
  clearTimeout(soon);
  soon = setTimeout(listen, 40);
};

const listen = () => {
  stream?.close();
  const open = [...list.children].filter((row) => row.dataset.document && !FINAL.includes(row.dataset.state)).slice(0, MOST_HEARD);
  if (open.length === 0) return;
  const ids = open.map((row) => `document=${encodeURIComponent(row.dataset.document)}`).join("&");
  stream = new EventSource(`/api/v1/documents/events?${ids}`);
  for (const kind of ["message", "state"]) stream.addEventListener(kind, told);
};

const told = (event) => {
  const news = parsed(event.data ?? "");
  const row = news && list.querySelector(`[data-document="${CSS.escape(news.id)}"]`);
  if (!row) return;
  hints(row, news.hints ?? []);
  if (news.state !== row.dataset.state) became(row, news.state);
  if ([...list.children].every((each) => !each.dataset.document || FINAL.includes(each.dataset.state))) stream.close();
  else if (FINAL.includes(news.state) && [...list.children].length > MOST_HEARD) hear();
};

// ---- what is wrong with pages
const filled = (text, ...values) => values.reduce((sum, value, nr) => sum.replaceAll(`{${nr}}`, value), text);

const hints = (row, all) => {
  const kinds = Map.groupBy(all, (hint) => hint.kind);
  const lines = [...kinds.values()].sort((one, other) => other[0].scanAgain - one[0].scanAgain);
  const shown = JSON.stringify(lines);
  if (row.dataset.hints === shown) return;
  row.dataset.hints = shown;
  own(row, "hints").replaceChildren(...lines.map((line) => hintLine(row, line)));
  offerTogether();
};

const hintLine = (row, line) => {
  const item = document.getElementById("upload-hint").content.firstElementChild.cloneNode(true);
  const [{ kind, detail, scanAgain }] = line;
  const pages = line.map((hint) => hint.page).filter((page) => page > 0);
  item.dataset.kind = kind;
  item.toggleAttribute("data-poor", scanAgain);
  const [title, text] = item.querySelectorAll("strong, .upload-hint-text > span");
  title.textContent = pages.length ? filled(texts[pages.length === 1 ? "hint.page" : "hint.pages"], pages.join(", ")) : "";
  text.textContent = filled(texts[`hint.${kind}`], ...detail.split("|"));
  const button = item.querySelector("button");
  const show = (dismissed) => {
    item.toggleAttribute("data-dismissed", dismissed);
    button.textContent = dismissed ? texts.undo : texts.dismiss;
    button.setAttribute("aria-label", `${dismissed ? `${texts.undo}: ` : ""}${filled(texts["dismiss.of"], texts[`kind.${kind}`], pages.join(", "))}`);
  };
  show(line.every((hint) => hint.dismissed));
  button.addEventListener("click", async () => {
    const dismissed = !item.hasAttribute("data-dismissed");
    button.disabled = true;
    const answers = await Promise.all(line.map((hint) => posted(`/api/v1/documents/${row.dataset.document}/hints/${hint.page}/${kind}`, { dismissed })));
    button.disabled = false;
    if (answers.every((answer) => answer?.ok)) show(dismissed);
    else text.textContent = texts["hint.problem"];
  });
  return item;
};

const posted = (address, body) =>
  fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...JSON.parse(document.body.getAttribute("hx-headers") ?? "{}") },
    body: JSON.stringify(body),
  }).catch(() => null); // no connection: the caller says so

// ---- fronts and backs
const pairs = [];
const waitsInInbox = (row) => row.dataset.state === "INBOX";

const pairing = () => {
  for (const pair of pairs.filter((each) => !each.ordered)) {
    const both = [pair.fronts, pair.backs];
    if (!both.every((row) => FINAL.includes(row.dataset.state))) {
      both.filter((row) => FINAL.includes(row.dataset.state)).forEach((row) => say(row, texts["sides.wait"]));
    } else {
      pair.ordered = true;
      together(pair);
    }
  }
};

const together = async ({ fronts, backs }) => {
  if (![fronts, backs].every(waitsInInbox)) {
    say(backs, texts["sides.state"], "poor");
    return;
  }
  const answer = await posted(`/api/v1/documents/${fronts.dataset.document}/collate`, { backs: backs.dataset.document });
  if (!answer?.ok) {
    say(fronts, texts.INBOX, "fair");
    say(backs, texts[answer?.status === 422 || answer?.status === 400 ? "sides.count" : answer ? "sides.state" : "offline"], "poor");
    return;
  }
  for (const row of [fronts, backs]) {
    row.querySelector(".upload-offer")?.remove();
    row.dataset.state = "READING";
    say(row, texts["sides.doing"]);
  }
  hear();
};

// Two stacks of which one has only odd and the other only even page numbers, one after the other.
const offerTogether = () => {
  const rows = [...list.children];
  const has = (row, kind) => row && waitsInInbox(row) && row.querySelector(`[data-kind="${kind}"]:not([data-dismissed])`);
  rows.forEach((row, nr) => {
    const neighbour = [rows[nr - 1], rows[nr + 1]].find((each) => has(each, "ONLY_FRONTS"));
    if (!has(row, "ONLY_BACKS") || !neighbour || row.querySelector(".upload-offer") || pairs.some((pair) => pair.backs === row)) return;
    const item = document.getElementById("upload-hint").content.firstElementChild.cloneNode(true);
    item.classList.add("upload-offer");
    item.querySelector(".upload-hint-text").textContent = texts["sides.offer"];
    const button = item.querySelector("button");
    button.textContent = texts["sides.together"];
    button.addEventListener("click", () => together({ fronts: neighbour, backs: row }));
    own(row, "hints").append(item);
  });
};

const sides = ["fronts", "backs"].map((id) => document.getElementById(id));
const sidesSend = document.getElementById("sides-send");
for (const input of sides) input.addEventListener("change", () => (sidesSend.disabled = !sides.every((each) => each.files.length === 1)));
sidesSend.addEventListener("click", () => {
  const [fronts, backs] = sides.map((input) => add(input.files[0]));
  pairs.push({ fronts, backs });
  for (const input of sides) input.value = "";
  sidesSend.disabled = true;
});

const became = (row, state) => {
  row.dataset.state = state;
  const bad = ["FAILED", "NEEDS_PASSWORD", "QUARANTINED"].includes(state);
  say(row, texts[state], state === "FILED" || state === "DIVIDED" ? "good" : state === "INBOX" ? "fair" : bad ? "poor" : "");
  if (!FINAL.includes(state)) return;
  own(row, "progress")?.remove();
  if (state !== "FILED" && state !== "DIVIDED") {
    const open = own(row, "open");
    open.href = `/inbox?document=${encodeURIComponent(row.dataset.document)}`;
    open.textContent = texts.toInbox;
  }
  pairing();
  offerTogether();
};

// ---- where files come from
const take = (files) => [...files].forEach(add);

for (const id of ["files", "camera"]) {
  const input = document.getElementById(id);
  input.addEventListener("change", () => {
    take(input.files);
    input.value = "";
  });
}

const over = document.getElementById("drop-over");
let depth = 0;
const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
window.addEventListener("dragenter", (event) => {
  if (!carriesFiles(event)) return;
  depth += 1;
  over.hidden = false;
});
window.addEventListener("dragleave", (event) => {
  if (!carriesFiles(event)) return;
  depth = Math.max(0, depth - 1);
  over.hidden = depth === 0;
});
window.addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
window.addEventListener("drop", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  depth = 0;
  over.hidden = true;
  take(event.dataTransfer.files);
});

// Leaving while files are on their way would lose those not yet sent.
window.addEventListener("beforeunload", (event) => {
  if (sending > 0 || toSend.length > 0) event.preventDefault();
});

// What the plain form handed in before this script ran.
[...list.children].forEach((row) => {
  if (FINAL.includes(row.dataset.state)) became(row, row.dataset.state);
  else hear();
});
sum();
