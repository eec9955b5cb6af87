/* The hour of an event by the reader's own clock, beside the one that is written there. */
(() => {
  function start() {
    /* The page's language, as it is written where the reader lives. */
    const language = document.documentElement.lang || "en";
    const spoken = [...navigator.languages.filter((one) => one.split("-")[0] === language), language];
    for (const place of document.querySelectorAll("[data-moment]")) {
      const moment = new Date(place.dataset.moment);
      if (!moment.getTimezoneOffset()) continue;
      const isOther = moment.getDate() !== moment.getUTCDate();
      const time = new Intl.DateTimeFormat(spoken, { hour: "2-digit", minute: "2-digit", ...(isOther && { weekday: "short" }) });
      place.textContent = place.dataset.words.replace("{time}", time.format(moment));
    }
  }

  /* Under instant navigation Material announces every page; a page is announced only once. */
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
