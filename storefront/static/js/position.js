// "Use my position": fills in latitude and longitude when it is asked to; what stands there can still be typed over.
for (const latitude of document.querySelectorAll("[data-position=latitude]")) {
  const longitude = latitude.form.querySelector("[data-position=longitude]");
  if (!longitude || !("geolocation" in navigator)) continue;
  const button = document.createElement("button");
  const words = document.createElement("p");
  button.type = "button";
  button.className = "button button--secondary";
  button.textContent = latitude.dataset.label;
  words.setAttribute("role", "status");
  words.className = "field__hint";
  const field = document.createElement("div");
  field.className = "field";
  field.append(button, words);
  latitude.closest(".field").before(field);
  button.addEventListener("click", () => {
    words.textContent = latitude.dataset.asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        latitude.value = coords.latitude.toFixed(5);
        longitude.value = coords.longitude.toFixed(5);
        words.textContent = latitude.dataset.done;
      },
      () => {
        words.textContent = latitude.dataset.failed;
        latitude.focus();
      },
      { enableHighAccuracy: true, maximumAge: 60000, timeout: 20000 },
    );
  });
}
