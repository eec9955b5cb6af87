/* What the site does in the browser: filter people, compare hours, tell the time at somebody's place.
   Without it every page can be read; nothing is sent anywhere. */
(() => {
  const DAY = 24;
  const FIRST_HOUR = 8;
  const LAST_HOUR = 22;

  const bits = (hex) => Number.parseInt(hex || "0", 16);
  const count = (mask) => mask.toString(2).replaceAll("0", "").length;
  const counting = new Intl.PluralRules(document.documentElement.lang || "en");

  /* A text that depends on `count` comes in the forms of its language, by what the number asks for. */
  function filled(text, values) {
    const forms = text.startsWith('{"') ? JSON.parse(text) : { other: text };
    const form = forms[counting.select(values.count ?? 0)] ?? forms.other;
    return form.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /* Hours of the UTC day in which somebody at this offset is awake, as bits. */
  function awake(offsetMinutes) {
    let mask = 0;
    for (let hour = FIRST_HOUR; hour < LAST_HOUR; hour++) {
      mask |= 1 << ((((hour - Math.floor(offsetMinutes / 60)) % DAY) + DAY) % DAY);
    }
    return mask;
  }

  /* What a card is found by, read once: text is slow to collect from thousands of cards. */
  const known = (card) => ({
    card,
    line: null,
    role: card.dataset.role,
    skills: card.dataset.skills.split(" "),
    langs: card.dataset.langs.split(" "),
    open: card.dataset.state === "open",
    hours: card.dataset.hours ? bits(card.dataset.hours) : null,
    get text() {
      const text = `${card.textContent} ${card.dataset.more || ""}`.toLowerCase();
      Object.defineProperty(this, "text", { value: text });
      return text;
    },
  });

  const fits = {
    q: (person, value) => person.text.includes(value.toLowerCase().trim()),
    role: (person, value) => person.role === value || person.role === "both",
    skill: (person, value) => person.skills.includes(value),
    lang: (person, value) => person.langs.includes(value),
    open: (person) => person.open,
    zone: (person, value) => person.hours === null || (person.hours & awake(Number(value))) !== 0,
  };

  /* Hours as strokes along a line of 24 units. */
  const strokes = (mask) => Array.from({ length: DAY }, (_, hour) => (mask & (1 << hour) ? `M${hour} 0h1` : "")).join("");

  function showHours(person, zone, words) {
    const day = person.card.querySelector(".day");
    day?.querySelector(".day__both")?.remove();
    if (!zone || person.hours === null) {
      person.line?.remove();
      person.line = null;
      return;
    }
    if (day) {
      const both = day.lastChild.cloneNode();
      both.setAttribute("class", "day__both");
      both.setAttribute("d", strokes(person.hours & awake(Number(zone))));
      day.append(both);
    }
    if (!person.line) {
      person.line = document.createElement("span");
      person.card.querySelector(".meta").append(person.line);
    }
    person.line.textContent = filled(words, { count: count(person.hours & awake(Number(zone))) });
  }

  function people() {
    const form = document.querySelector("form[data-people]");
    if (!form) return;
    const everybody = [...document.querySelectorAll("[data-person]")].map(known);
    const letters = [...document.querySelectorAll("[data-letter]")];
    const none = document.querySelector("[data-none]");
    const output = form.querySelector("output");

    const apply = () => {
      const wishes = [...new FormData(form)].filter(([, value]) => value);
      const zone = form.elements.zone?.value;
      let shown = 0;
      for (const person of everybody) {
        const fit = wishes.every(([name, value]) => fits[name](person, value));
        if (person.card.hidden === fit) person.card.hidden = !fit;
        if (fit) showHours(person, zone, output.dataset.hours);
        shown += fit;
      }
      for (const key of document.querySelectorAll(".key--day [data-when-zone]")) key.hidden = !zone;
      const words = shown === everybody.length ? output.dataset.all : output.dataset.some;
      output.textContent = filled(words, { count: shown, all: everybody.length });
      for (const letter of letters) letter.hidden = !letter.querySelector("[data-person]:not([hidden])");
      none.hidden = shown > 0;
      return wishes;
    };

    const remember = (query) => history.replaceState(history.state, "", query ? `?${query}` : location.pathname);
    const read = (query) => {
      form.reset();
      for (const [name, value] of new URLSearchParams(query)) {
        const field = form.elements[name];
        if (field?.type === "checkbox") field.checked = true;
        else if (field) field.value = value;
      }
      return new URLSearchParams(apply()).toString();
    };

    form.addEventListener("input", () => remember(new URLSearchParams(apply()).toString()));
    form.addEventListener("submit", (event) => event.preventDefault());
    /* Links that only change the wishes stay on the page: instant navigation would not follow them. */
    form.parentElement.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link || link.pathname !== location.pathname || link.hash || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      remember(read(link.search));
      form.scrollIntoView({ block: "nearest" });
    });
    if (location.search) read(location.search);
  }

  function overlap() {
    const part = document.querySelector("[data-overlap]");
    if (!part) return;
    const zone = part.querySelector("select");
    const output = part.querySelector("output");
    const strip = part.querySelector("[data-free]");
    const compare = () => {
      const other = zone.value ? awake(Number(zone.value)) : 0;
      [...strip.children].forEach((hour, at) => hour.classList.toggle("is-other", Boolean(other & (1 << at))));
      output.textContent = zone.value ? filled(output.dataset.hours, { count: count(bits(strip.dataset.free) & other) }) : "";
      part.querySelector("[data-zone-name]").textContent = zone.selectedOptions[0].textContent;
      for (const key of part.querySelectorAll("[data-when-zone]")) key.hidden = !zone.value;
    };
    zone.addEventListener("input", compare);
    zone.value = String(-new Date().getTimezoneOffset());
    if (zone.selectedIndex < 0) zone.selectedIndex = 0;
    compare();
  }

  function clocks() {
    for (const clock of document.querySelectorAll("[data-clock]")) {
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: clock.dataset.clock });
      clock.textContent = filled(clock.dataset.now, { time: time.format(new Date()) });
    }
  }

  function printing() {
    for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());
  }

  function start() {
    printing();
    people();
    overlap();
    clocks();
  }

  /* Under instant navigation Material announces every page; a page is announced only once. */
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
