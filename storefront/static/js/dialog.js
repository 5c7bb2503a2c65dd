// components/dialog.html: turns the unfolding <details> into a button with a modal <dialog>.
for (const details of document.querySelectorAll("details[data-dialog]")) {
  const summary = details.querySelector("summary");
  const button = document.createElement("button");
  button.type = "button";
  button.className = summary.className;
  button.append(...summary.childNodes);
  button.setAttribute("aria-haspopup", "dialog");

  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  const heading = document.createElement("h2");
  heading.id = `dialog-${Math.random().toString(36).slice(2)}`;
  heading.textContent = details.dataset.title;
  dialog.setAttribute("aria-labelledby", heading.id);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "dialog__close";
  close.setAttribute("aria-label", details.dataset.close);
  close.textContent = "✕";
  const head = document.createElement("div");
  head.className = "dialog__head";
  head.append(heading, close);
  const body = details.querySelector(".disclosure__body");
  body.className = "dialog__body";
  dialog.append(head, body);

  button.addEventListener("click", () => dialog.showModal());
  close.addEventListener("click", () => dialog.close());
  // A click beside the dialog lands on the dialog element itself; inside it, on one of its parts.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  details.replaceWith(button, dialog);
}
