// components/toast.html: the messages float at the foot of the screen, are read out, and can be closed.
const toasts = document.querySelectorAll("[data-toast]");
if (toasts.length) {
  const shelf = document.createElement("div");
  shelf.className = "toasts--floating";
  shelf.setAttribute("role", "status");
  document.body.append(shelf);
  // A live region speaks only of what comes into it after it is there.
  setTimeout(() => {
    for (const toast of toasts) {
      toast.removeAttribute("role");
      const close = document.createElement("button");
      close.type = "button";
      close.className = "dialog__close";
      close.setAttribute("aria-label", toast.dataset.close);
      close.textContent = "✕";
      close.addEventListener("click", () => {
        toast.remove();
        document.getElementById("main").focus({ preventScroll: true });
      });
      toast.append(close);
      shelf.append(toast);
    }
  }, 100);
}
