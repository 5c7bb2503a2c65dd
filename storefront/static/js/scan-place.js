// Where the pack is, only when asked: rounded here to 0.1 degrees before it leaves the phone.
const button = document.querySelector("[data-place-url]");

if (button && "geolocation" in navigator) {
  const words = button.querySelector("span");
  const say = (text) => {
    words.textContent = text;
    button.setAttribute("aria-disabled", "true");
  };
  words.setAttribute("role", "status");
  button.hidden = false;
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    navigator.geolocation.getCurrentPosition(
      async ({ coords }) => {
        const body = new URLSearchParams({ lat: coords.latitude.toFixed(1), lon: coords.longitude.toFixed(1) });
        try {
          const answer = await fetch(button.dataset.placeUrl, { method: "POST", body, credentials: "omit" });
          say(answer.ok ? button.dataset.done : button.dataset.failed);
        } catch {
          say(button.dataset.failed);
        }
      },
      () => say(button.dataset.failed),
      { maximumAge: 600000, timeout: 15000 },
    );
  });
}
