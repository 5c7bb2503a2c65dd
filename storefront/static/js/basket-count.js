// How many units the basket holds, from the cookie that is set with it: pages are the same for everybody.
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
