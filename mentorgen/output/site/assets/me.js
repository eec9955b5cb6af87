/* My mentoring: somebody picks who they are, and the page is put together from their own pages.
   The choice stays in this browser. Pages of this site are read, and nothing is sent anywhere. */
(() => {
  const MOST = 8;
  /* By this form others ask for somebody; nobody asks for themselves. */
  const ASKING = "ask-for-a-mentor.yml";
  const PARTS = ["next", "actions", "goals", "sofar", "forms"];

  const counting = new Intl.PluralRules(document.documentElement.lang || "en");

  /* A text that depends on `count` comes in the forms of its language, by what the number asks for. */
  function filled(text, values) {
    const forms = text.startsWith('{"') ? JSON.parse(text) : { other: text };
    const form = forms[counting.select(values.count ?? 0)] ?? forms.other;
    return form.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /* Where storing is forbidden, the choice lasts until the page is left. */
  const memory = (key) => ({
    read() {
      try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
    },
    write(who) {
      try {
        if (who) localStorage.setItem(key, JSON.stringify(who));
        else localStorage.removeItem(key);
      } catch { /* see above */ }
    },
  });

  /* Read a page of this site without running it; its links stay right wherever they are put. */
  async function read(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const link of page.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address);
    return page;
  }

  const part = (page, name) => page.querySelector(`[data-mine="${name}"]`);
  const template = (link) => new URL(link.href).searchParams.get("template");

  async function pair(link) {
    const page = await read(link.href);
    const one = document.createElement("article");
    const head = document.createElement("h2");
    const name = document.createElement("a");
    name.href = link.href;
    name.textContent = link.querySelector("b").textContent;
    head.append(name);
    one.append(head, ...PARTS.map((what) => part(page, what)).filter(Boolean));
    for (const heading of one.querySelectorAll(":is(h1, h2, h3, h4)[id]")) heading.removeAttribute("id");
    for (const small of one.querySelectorAll("section :is(h3, h2)")) small.ariaLevel = small.localName === "h2" ? 3 : 4;
    one.className = "my";
    return { one, next: one.querySelector('[data-mine="next"] time')?.dateTime ?? "9", forms: [...page.querySelectorAll('a[href*="template=log-a-meeting"]')] };
  }

  function start() {
    const root = document.querySelector("[data-me]");
    if (!root) return;
    const find = (query) => root.querySelector(query);
    const [form, you, news, here] = ["[data-who]", "[data-you]", "[data-news]", "[data-mine-here]"].map(find);
    const input = find("input"), output = find("output"), found = find("[data-found]");
    const site = new URL(root.dataset.site, location.href);
    const kept = memory(`mentorgen.me:${site.pathname}`);
    const own = [...root.querySelectorAll("a[data-form], a[data-calendar]")].map((link) => [link, link.href, link.textContent]);
    let names, turn = 0;

    const say = (what, name) => { news.textContent = what ? filled(news.dataset[what], { name }) : ""; };

    /* What is the same for all, as it stands without anybody. */
    function everybody(role) {
      here.replaceChildren();
      find("[data-no-pair]").hidden = true;
      find("[data-rounds]").hidden = false;
      for (const [link, address, text] of own) [link.href, link.textContent] = [address, text];
      training(role, new Set());
    }

    function training(role, done) {
      const rows = [...root.querySelectorAll("[data-roles]")];
      const mine = role === "both" ? ["mentor", "mentee"] : [role];
      for (const row of rows) {
        const roles = row.dataset.roles.split(" ");
        row.hidden = (role && !roles.some((one) => mine.includes(one))) || done.has(row.querySelector("a").href);
      }
      const note = find("[data-all-done]");
      if (note) note.hidden = rows.some((row) => !row.hidden);
    }

    function sign(who) {
      form.hidden = Boolean(who);
      you.hidden = !who;
      if (!who) return;
      const words = you.firstElementChild;
      words.textContent = who.slug ? filled(words.dataset.named, { name: who.name }) : words.dataset[who.role];
      const page = find("[data-page]");
      page.hidden = !who.slug;
      if (who.slug) page.href = new URL(`people/${who.slug}/`, site);
    }

    async function show(who, { moves = false } = {}) {
      const mine = ++turn;
      sign(who);
      everybody(who?.role);
      say("");
      if (moves) (who ? you.querySelector("button") : input).focus();
      if (!who?.slug) return;
      here.ariaBusy = "true";
      try {
        const page = await read(new URL(`people/${who.slug}/`, site).href);
        const cards = [...page.querySelectorAll('[data-mine="pairs"] li:not([data-over]) a.pair')];
        const pairs = (await Promise.all(cards.map(pair))).sort((one, other) => (one.next < other.next ? -1 : 1));
        if (mine !== turn) return;
        here.replaceChildren(...pairs.map(({ one }) => one));
        find("[data-no-pair]").hidden = pairs.length > 0;
        find("[data-rounds]").hidden = pairs.length > 0;
        training(who.role, new Set([...page.querySelectorAll('[data-mine="training"] a')].map((link) => link.href)));
        const links = [...page.querySelectorAll(".actions a")].filter((link) => template(link) !== ASKING);
        take([...links, ...(pairs.length === 1 ? pairs[0].forms : [])]);
        say("shown", who.name);
      } catch {
        if (mine === turn) say("failed", who.name);
      } finally {
        here.ariaBusy = "false";
      }
    }

    /* Forms that are filled in for somebody, and their own calendar, take the place of those for all. */
    function take(links) {
      for (const [link] of own) {
        const better = links.find((one) => ("form" in link.dataset ? template(one) && template(one) === template(link) : /\/calendar\.ics$/.test(one.pathname)));
        if (better) link.href = better.href;
      }
    }

    async function search() {
      names ??= fetch(root.dataset.names)
        .then((answer) => answer.json())
        .then((all) => all.map(([name, slug, role]) => ({ name, slug, role, words: ` ${plain(name)} ${slug}` })))
        .catch(() => { names = undefined; return []; });
      const wanted = plain(input.value.trim());
      const all = wanted ? (await names).filter((one) => one.words.includes(wanted)) : [];
      if (plain(input.value.trim()) !== wanted) return;
      all.sort((one, other) => other.words.includes(` ${wanted}`) - one.words.includes(` ${wanted}`));
      const words = all.length ? output.dataset.many : output.dataset.none;
      output.textContent = wanted ? filled(words, { count: all.length }) : "";
      found.replaceChildren(...all.slice(0, MOST).map(choice));
    }

    function choice(one) {
      const item = document.createElement("li"), button = document.createElement("button"), slug = document.createElement("small");
      button.type = "button";
      slug.textContent = one.slug;
      button.append(one.name, " ", slug);
      button.addEventListener("click", () => pick({ name: one.name, slug: one.slug, role: one.role }));
      item.append(button);
      return item;
    }

    function pick(who) {
      kept.write(who);
      input.value = output.textContent = "";
      found.replaceChildren();
      show(who, { moves: true });
      if (!who) say("forgotten");
    }

    input.addEventListener("input", search);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      await search();
      const [first, second] = found.querySelectorAll("button");
      if (first && !second) first.click();
      else first?.focus();
    });
    form.addEventListener("keydown", (event) => {
      const stops = [input, ...found.querySelectorAll("button")];
      const at = stops.indexOf(document.activeElement) + { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!stops[at]) return;
      event.preventDefault();
      stops[at].focus();
    });
    for (const button of root.querySelectorAll("[data-as]")) button.addEventListener("click", () => pick({ role: button.dataset.as }));
    find("[data-forget]").addEventListener("click", () => pick(null));
    const who = kept.read();
    sign(who);
    root.dataset.signed = "";
    show(who).then(() => { root.dataset.ready = ""; });
  }

  /* Under instant navigation Material announces every page; a page is announced only once. */
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
