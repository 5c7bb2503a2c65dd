// Less and more beside every number of units (components/quantity.html). A form with data-sent-at-once is sent after
// each change, and what the server answers takes the place of the part of the page that it names. Without this file
// there are a number field and a button.
const SENT_AFTER_MS = 450;

function stepper(holder) {
  const input = holder.querySelector("input");
  const low = Number(input.min);
  const high = Number(input.max);
  const note = document.createElement("span");
  note.className = "stepper__note";
  note.setAttribute("role", "status");

  function button(sign, label, by) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "stepper__button";
    made.id = `${input.id}-${by < 0 ? "less" : "more"}`;
    made.textContent = sign;
    made.setAttribute("aria-label", label);
    made.setAttribute("aria-controls", input.id);
    made.addEventListener("click", () => {
      const now = Number.parseInt(input.value, 10);
      const wanted = Math.min(Math.max((Number.isNaN(now) ? low : now) + by, low), high);
      note.textContent = by > 0 && now >= high ? holder.dataset.most.replace("{n}", high) : "";
      if (String(wanted) === input.value) return;
      input.value = wanted;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    return made;
  }

  const less = button("−", holder.dataset.less, -1);
  const more = button("+", holder.dataset.more, 1);
  function mark() {
    less.setAttribute("aria-disabled", String(Number(input.value) <= low));
    more.setAttribute("aria-disabled", String(Number(input.value) >= high));
  }
  input.before(less);
  input.after(more, note);
  input.addEventListener("change", mark);
  input.addEventListener("input", mark);
  mark();
}

function sendAtOnce(form) {
  const place = form.dataset.sentAtOnce;
  form.querySelectorAll("[data-only-without-script]").forEach((one) => { one.hidden = true; });
  let timer, request;
  let changes = 0;

  async function send() {
    clearTimeout(timer);
    const seen = changes;
    request?.abort();
    request = new AbortController();
    const focused = document.activeElement?.id;
    const part = document.getElementById(place);
    part.setAttribute("aria-busy", "true");
    try {
      const body = new FormData(form);
      const answer = await fetch(form.action, { method: "POST", body, signal: request.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(place);
      if (seen !== changes) return; // changed meanwhile: that is sent next
      if (!fresh) return location.reload();
      // What was done is read out and not shown: it would push the buttons away from the finger.
      const done = [...fresh.querySelectorAll(".alert--good")].map((alert) => alert.textContent.trim()).join(" ");
      fresh.querySelectorAll(".alert--good").forEach((alert) => alert.remove());
      part.replaceWith(fresh);
      document.title = page.title;
      enhanceQuantities(fresh);
      const status = document.getElementById("quantity-status") ?? document.createElement("p");
      Object.assign(status, { id: "quantity-status", className: "visually-hidden" });
      status.setAttribute("role", "status");
      fresh.after(status);
      status.textContent = done;
      const next = fresh.querySelector(".error-summary") ?? document.getElementById(focused) ?? fresh.querySelector("h1");
      if (next?.matches("h1")) next.tabIndex = -1;
      next?.focus({ preventScroll: !next.matches(".error-summary") });
      dispatchEvent(new Event("basket:changed"));
    } catch (error) {
      if (error.name !== "AbortError") form.submit();
    }
  }

  form.addEventListener("change", () => {
    changes += 1;
    clearTimeout(timer);
    timer = setTimeout(send, SENT_AFTER_MS);
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name === "remove") return;
    event.preventDefault();
    send();
  });
}

function enhanceQuantities(root) {
  root.querySelectorAll("[data-stepper]").forEach(stepper);
  root.querySelectorAll("form[data-sent-at-once]").forEach(sendAtOnce);
}

enhanceQuantities(document);
