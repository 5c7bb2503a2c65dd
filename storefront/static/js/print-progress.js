// Keeps the progress of a print run up to date without loading the page anew; ends with the run.
const PAUSE_MS = 2000;
const box = document.querySelector("[data-progress]");

async function look() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-progress]");
    if (answer.ok && fresh) {
      if (fresh.dataset.state !== box.dataset.state || fresh.dataset.progress !== "open") {
        box.replaceChildren(...fresh.childNodes);
      } else {
        for (const part of ["progress", "p:has(+ p > progress)"]) {
          const old = box.querySelector(part);
          const next = fresh.querySelector(part);
          if (old && next) old.replaceWith(next);
        }
      }
      box.dataset.progress = fresh.dataset.progress;
      box.dataset.state = fresh.dataset.state;
    }
  } catch {
    // No network for a moment: look again.
  }
  if (box.dataset.progress === "open") setTimeout(look, PAUSE_MS);
}

if (box && box.dataset.progress === "open") setTimeout(look, PAUSE_MS);
