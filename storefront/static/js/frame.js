// What every page fetches, in one file: suggestions under fields, and the number beside the basket.

// Suggestions under every field with data-suggest: an editable combobox with a list (ARIA Authoring Practices).
// An option leads to its address or, in a field with data-suggest-fill, fills in fields of the form.
// The words come from the attributes of templates/search/_suggest.html. Without this file the field just searches.
const PAUSE = 120;
const SHORTEST = 2;
const KEPT = 50;

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function combobox(input) {
  const { suggest, suggestCss, suggestList, suggestOne, suggestMany, suggestNone, suggestFill, suggestBeside } = input.dataset;
  const id = `${input.id}-list`;
  const list = make("div", { id, class: "suggest", role: "listbox", "aria-label": suggestList, hidden: "" });
  const status = make("p", { class: "visually-hidden", role: "status" });
  const form = input.form;
  const answers = new Map();
  let options = [];
  let active = -1;
  let asked = ""; // the text that is being asked for, or whose answer is listed
  let listed = "";
  let timer, request, styled;

  input.type = "text"; // a field of type search may not be a combobox
  const holder = suggestFill ? input.parentElement : form;
  holder.classList.add("has-suggest");
  holder.append(list, status);
  input.removeAttribute("list");
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"],
    ["aria-controls", id], ["autocomplete", suggestFill ? input.autocomplete : "off"], ["spellcheck", "false"]]) input.setAttribute(name, value);

  function activate(place) {
    options[active]?.setAttribute("aria-selected", "false");
    active = place;
    const option = options[place];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    activate(-1);
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    asked = "";
    open(false);
    status.textContent = "";
  }

  // Who walks through a list keeps it: an answer that comes late would take the choice away.
  function walk(place) {
    clearTimeout(timer);
    request?.abort();
    asked = listed;
    activate(place);
  }

  function fillIn(values) {
    for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
    asked = input.value;
    input.focus();
  }

  function show(found) {
    const groups = new Map();
    options = found.map(({ kind, heading, label, detail, url, fill }, place) => {
      const option = make("a", { id: `${id}-${place}`, role: "option", tabindex: "-1", "aria-selected": "false",
        class: "suggest__option", ...(url && { href: url }) }, make("span", { lang: "vi" }, label));
      if (fill) option.addEventListener("click", () => fillIn(fill));
      if (detail) option.append(make("small", {}, detail));
      if (!groups.has(kind)) {
        const title = make("span", { id: `${id}-${kind}`, class: "suggest__heading" }, heading);
        groups.set(kind, make("div", { role: "group", "aria-labelledby": title.id }, title));
      }
      groups.get(kind).append(option);
      return option;
    });
    list.replaceChildren(...groups.values());
    list.scrollTop = 0;
    listed = asked;
    open(options.length > 0);
    const count = options.length;
    status.textContent = count ? (count === 1 ? suggestOne : suggestMany.replace("{n}", count)) : suggestNone;
  }

  async function ask(text) {
    request?.abort();
    request = new AbortController();
    try {
      const query = new URLSearchParams({ q: text });
      if (suggestBeside) query.set(suggestBeside, form.elements[suggestBeside].value);
      const address = `${suggest}?${query}`;
      if (!answers.has(address)) {
        const answer = await fetch(address, { signal: request.signal });
        if (answers.size > KEPT) answers.clear();
        answers.set(address, answer.ok ? await answer.json() : []);
      }
      if (text === asked) show(answers.get(address));
    } catch (error) {
      if (error.name !== "AbortError") open(false);
    }
  }

  // Also while a word is being composed: Vietnamese keyboards of phones compose every word.
  function typed() {
    const text = input.value.trim();
    if (text === asked) return;
    if (text.length < SHORTEST) return close();
    asked = text;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE, text);
  }

  function key(event) {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOpen = !list.hidden;
    const last = options.length - 1;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp": {
        if (!isOpen) {
          asked = "";
          return typed();
        }
        const isDown = event.key === "ArrowDown";
        walk(isDown ? (active < last ? active + 1 : 0) : active > 0 ? active - 1 : last);
        break;
      }
      case "Enter":
        if (!isOpen || active < 0) return close();
        options[active].click();
        break;
      case "Escape":
        if (isOpen) close();
        else input.value = "";
        break;
      case "Tab":
        return close();
      default: // Home, End, arrows to the side and letters go on in the field.
        return activate(-1);
    }
    event.preventDefault();
  }

  function style() {
    if (!styled) document.head.append(make("link", { rel: "stylesheet", href: suggestCss }));
    styled = true;
  }

  input.addEventListener("focus", style);
  input.addEventListener("input", typed);
  input.addEventListener("compositionend", typed);
  input.addEventListener("keydown", key);
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", () => setTimeout(close));
  if (document.activeElement === input) style();
}

document.querySelectorAll("input[data-suggest]").forEach(combobox);

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
