// What every page does with a script: the number of units beside the basket, from the cookie that is set with it (pages
// are the same for everybody), and the way from what is wrong with a form to its fields, also in old browsers.
function showUnits() {
  const units = Number(document.cookie.match(/(?:^|;\s*)saobuon_units=(\d+)/)?.[1] ?? 0);
  for (const count of document.querySelectorAll("[data-basket-units]")) {
    count.hidden = !units;
    count.firstElementChild.textContent = units;
  }
}

showUnits();
addEventListener("pageshow", showUnits); // a page that comes back from the browser's memory
addEventListener("basket:changed", showUnits);
const refusal = document.querySelector("[role=alert][autofocus]");
if (refusal && document.activeElement !== refusal) refusal.focus();
document.addEventListener("click", (event) => {
  const link = event.target.closest(".error-summary a");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault(); // in the address the field would take the focus from the next summary
  (field.labels?.[0] ?? field).scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
});
