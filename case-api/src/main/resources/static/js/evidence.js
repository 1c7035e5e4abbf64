// What speaks for a case, shown where it stands: the words of the page that a piece of evidence was found in.
import { boxed, wordsOf } from "/js/words.js";

const LONGEST = 8;
const CONFUSED = { o: "0", q: "0", l: "1", i: "1", s: "5", b: "8", z: "2" };
const plain = (text) => text.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
// A number as it stands although its letters and digits were confused.
const folded = (text) => (/\d/.test(text) ? plain(text).replace(/[oqlisbz]/g, (letter) => CONFUSED[letter]) : plain(text));

// Runs of words that are, put together, what is looked for.
const runs = (words, wanted) => {
  const found = [];
  for (let from = 0; from < words.length; from++) {
    let joined = "";
    for (let to = from; to < Math.min(words.length, from + LONGEST) && joined.length < wanted.length; to++) {
      joined += words[to].folded;
      if (joined === wanted || (to === from && wanted.length > 3 && joined.includes(wanted))) found.push(...words.slice(from, to + 1));
    }
  }
  return found;
};

// Whole first; a name may stand there in another order, so else its parts.
const standing = (words, value) => {
  const known = words.map((word) => ({ ...word, folded: folded(word.text) }));
  return value.split(" · ").flatMap((piece) => {
    const whole = runs(known, folded(piece));
    return whole.length > 0 ? whole : piece.split(/[\s-]+/).filter((part) => part.length > 2).flatMap((part) => runs(known, folded(part)));
  });
};

document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-evidence]");
  const sheet = link && document.querySelector(link.getAttribute("href"));
  if (!sheet) return;
  event.preventDefault();
  document.querySelectorAll(".evidence-mark").forEach((mark) => mark.remove());
  sheet.scrollIntoView({ block: "nearest" });
  const marks = standing(await wordsOf(sheet), link.dataset.evidence)
    .flatMap((word) => word.places)
    .map((place) => boxed(place, "evidence-mark"));
  sheet.append(...marks);
  marks[0]?.scrollIntoView({ block: "center" });
});
