// Handing documents in: drop, pick or photograph; one request per file with its progress, then what becomes of it.
const form = document.getElementById("upload");
const list = document.getElementById("uploads");
const texts = Object.fromEntries([...document.querySelectorAll("#upload-texts > li")].map((each) => [each.dataset.key, each.textContent]));
const FINAL = ["INBOX", "FILED", "FAILED", "NEEDS_PASSWORD"];
// A browser keeps six connections to one server: two send, two listen, the page keeps the rest.
const SENDING = 2;
const LISTENING = 2;
const toSend = [];
const toHear = [];
let sending = 0;
let hearing = 0;

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
  hear(job.row);
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

// ---- hearing what becomes of it
const hear = (row) => {
  toHear.push(row);
  hearNext();
};

const hearNext = () => {
  while (hearing < LISTENING && toHear.length > 0) {
    hearing += 1;
    listen(toHear.shift()).finally(() => {
      hearing -= 1;
      hearNext();
    });
  }
};

const listen = (row) =>
  new Promise((resolve) => {
    const source = new EventSource(`/api/v1/documents/${encodeURIComponent(row.dataset.document)}/events`);
    const told = (event) => {
      const state = /\b(RECEIVED|READING|INBOX|FILED|FAILED|NEEDS_PASSWORD)\b/.exec(event.data ?? "")?.[1];
      if (!state) return;
      became(row, state);
      if (FINAL.includes(state)) {
        source.close();
        resolve();
      }
    };
    for (const kind of ["message", "state"]) source.addEventListener(kind, told);
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) resolve();
    });
  });

const became = (row, state) => {
  row.dataset.state = state;
  const bad = state === "FAILED" || state === "NEEDS_PASSWORD";
  say(row, texts[state], state === "FILED" ? "good" : state === "INBOX" ? "fair" : bad ? "poor" : "");
  if (!FINAL.includes(state)) return;
  own(row, "progress")?.remove();
  if (state !== "FILED") {
    const open = own(row, "open");
    open.href = `/inbox?document=${encodeURIComponent(row.dataset.document)}`;
    open.textContent = texts.toInbox;
  }
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
  else hear(row);
});
sum();
