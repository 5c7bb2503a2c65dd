// From what is wrong with a form to its fields; the focus is on it from the start, also in browsers without autofocus.
{
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
}
