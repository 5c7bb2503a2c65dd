// The list of products without a new page: htmx fetches it, this keeps focus, folds and words in order.
Object.assign(htmx.config, { includeIndicatorStyles: false, allowEval: false, allowScriptTags: false, timeout: 10000 });

const live = document.createElement("p");
live.className = "visually-hidden";
live.setAttribute("role", "status");
document.getElementById("main").append(live);

const found = () => document.getElementById("found");
const folds = () => [...found().querySelectorAll("details")];
const named = (fold) => (fold.matches(".filters") ? "filters" : fold.querySelector("summary").textContent);
let open = new Map();
let focused = "";

// Beside a wide list the first filters are unfolded, and can be folded.
function unfold() {
  if (!matchMedia("(min-width: 60rem)").matches) return;
  for (const fold of found().querySelectorAll(".facet--wide")) {
    fold.open = true;
    fold.classList.remove("facet--wide");
  }
}
unfold();

document.addEventListener("htmx:beforeRequest", () => found().setAttribute("aria-busy", "true"));

document.addEventListener("htmx:beforeSwap", () => {
  focused = document.activeElement.id;
  open = new Map(folds().map((fold) => [named(fold), fold.open]));
});

document.addEventListener("htmx:afterSwap", () => {
  unfold();
  for (const fold of folds()) fold.open = open.get(named(fold)) ?? fold.open;
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus({ preventScroll: true });
});

document.addEventListener("htmx:afterSettle", () => {
  const count = document.getElementById("found-count") ?? found().querySelector("h2, .alert");
  live.textContent = count?.textContent.trim() ?? "";
  if (document.activeElement && document.activeElement !== document.body) return;
  count?.setAttribute("tabindex", "-1");
  count?.focus({ preventScroll: true });
});

// The link to the other language leads to the list as it is now.
for (const moved of ["htmx:pushedIntoHistory", "htmx:historyRestore"]) {
  document.addEventListener(moved, () => {
    document.querySelector(".site-header__tools [hreflang]").search = location.search;
  });
}

document.addEventListener("htmx:historyRestore", () => {
  const field = document.getElementById("search-q");
  if (field) field.value = new URLSearchParams(location.search).get("q") ?? "";
});

// No answer of the usual kind: the browser asks for the page itself and shows what comes.
for (const fault of ["htmx:responseError", "htmx:sendError", "htmx:timeout", "htmx:swapError"]) {
  document.addEventListener(fault, (event) => {
    const { path, verb, parameters } = event.detail.requestConfig;
    if (verb !== "get") return;
    const query = new URLSearchParams(parameters ?? {}).toString();
    location.assign(query ? `${path.split("?")[0]}?${query}` : path);
  });
}

// "Show 12 products" at the end of the unfolded filters of a phone.
document.addEventListener("click", (event) => {
  if (!event.target.closest(".filters__done a")) return;
  event.target.closest("details").open = false;
});
