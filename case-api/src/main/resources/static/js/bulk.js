// Ticks all documents shown, and says how many are ticked. Without scripts each is ticked by itself.
const all = document.getElementById("bulk-all");
const count = document.getElementById("bulk-count");
const ticks = () => [...document.querySelectorAll("input.tick")];
const show = () => {
  const boxes = ticks();
  const ticked = boxes.filter((each) => each.checked).length;
  count.textContent = ticked ? String(ticked) : "";
  all.checked = ticked > 0 && ticked === boxes.length;
  all.indeterminate = ticked > 0 && ticked < boxes.length;
};
if (all) {
  all.addEventListener("change", () => {
    ticks().forEach((each) => (each.checked = all.checked));
    show();
  });
  document.addEventListener("change", (event) => event.target.matches("input.tick") && show());
  document.addEventListener("htmx:afterSettle", show);
  show();
}
