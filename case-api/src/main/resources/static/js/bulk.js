// Ticks all documents shown, and says how many are ticked. Without scripts each is ticked by itself.
// The list may be exchanged for another at any time, so nothing of it is kept.
const ticks = () => [...document.querySelectorAll("input.tick")];
const show = () => {
  const all = document.getElementById("bulk-all");
  if (!all) return;
  const boxes = ticks();
  const ticked = boxes.filter((each) => each.checked).length;
  document.getElementById("bulk-count").textContent = ticked ? String(ticked) : "";
  all.checked = ticked > 0 && ticked === boxes.length;
  all.indeterminate = ticked > 0 && ticked < boxes.length;
};
document.addEventListener("change", (event) => {
  if (event.target.id === "bulk-all") ticks().forEach((each) => (each.checked = event.target.checked));
  if (event.target.matches("#bulk-all, input.tick")) show();
});
document.addEventListener("htmx:afterSettle", show);
show();
