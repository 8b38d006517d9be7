// Keeps a list up to date: says so in #live, whose data-live is a stream of "entry" events that say only that there is
// something new. The page then asks for itself, unless its reader is in the middle of something.
(() => {
  "use strict";

  const mark = () => document.getElementById("live");
  if (!mark()) return;
  let stream, soon, touched = false;

  function say(state, text, more = false) {
    const live = mark();
    live.hidden = false;
    live.dataset.state = state;
    live.querySelector(".says").textContent = text;
    const again = live.querySelector(".again");
    again.href = location.href;
    again.hidden = !more;
  }

  const busy = () => touched || document.querySelector("#content details[open]")
    || document.getElementById("content").contains(document.activeElement);

  function show() {
    if (busy()) return say("news", "Something is new.", true);
    htmx.ajax("GET", location.pathname + location.search, {target: "#content", select: "#content", swap: "outerHTML"})
      .then(() => stream.readyState === EventSource.OPEN && say("live", "Live"));
  }

  function connect() {
    stream = new EventSource(mark().dataset.live);
    // Several at once are one.
    stream.addEventListener("entry", () => { clearTimeout(soon); soon = setTimeout(show, 300); });
    stream.onopen = () => say("live", "Live");
    stream.onerror = () => {
      if (stream.readyState !== EventSource.CLOSED) return say("lost", "Connection lost; trying again…");
      fetch(location.href, {method: "HEAD", headers: {"HX-Request": "true"}}).then(
        answer => answer.status === 401 ? say("ended", "Your sign-in has ended.", true) : again(), again);
    };
    const again = () => { say("lost", "Connection lost; trying again…"); setTimeout(connect, 3000); };
  }

  document.addEventListener("input", () => { touched = true; });
  document.addEventListener("htmx:afterSettle", () => { touched = false; });
  addEventListener("pagehide", () => stream.close());
  addEventListener("pageshow", event => event.persisted && connect());
  connect();
})();
