// Keeps the numbers of the page moving: one stream, one newest revision per figure.
(() => {
  "use strict";

  const revisions = new Map();
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: "America/New_York", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23"
  });
  const number = new Intl.NumberFormat("en-US");
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // --- figures -----------------------------------------------------------------------------------------------------

  function take(figure) {
    if ((revisions.get(figure.figure) ?? 0) >= figure.revision) return;
    revisions.set(figure.figure, figure.revision);
    const id = CSS.escape(figure.figure);
    const places = document.querySelectorAll(`[data-figure="${id}"]`);
    for (const place of places) {
      if (Number(place.dataset.value) === figure.value) continue;
      place.dataset.value = figure.value;
      place.textContent = number.format(figure.value);
      place.classList.remove("moved");
      requestAnimationFrame(() => place.classList.add("moved"));
    }
    for (const time of document.querySelectorAll(`[data-updated="${id}"]`)) {
      const known = time.hasAttribute("datetime");
      time.setAttribute("datetime", figure.asOf);
      time.textContent = (known ? "" : "updated ") + clock.format(new Date(figure.asOf));
    }
    if (document.querySelector(`#plotted [data-figure="${id}"]`)) plotSoon();
    else if (needsRow(figure)) rowsSoon();
  }

  /** Whether a figure without a row in the table of the chart belongs there; days before the first one don't. */
  function needsRow(figure) {
    const shown = document.getElementById("breakdown").dataset;
    if (shown.metric !== figure.metric) return false;
    if (shown.by !== "day") return figure.interval === "all" && shown.by in figure.dimensions;
    const first = document.querySelector("#plotted [data-figure]")?.dataset.figure ?? "";
    return figure.interval === "day" && figure.figure > first;
  }

  const soon = (action, delay) => {
    let timer;
    return () => timer ??= setTimeout(() => { timer = undefined; action(); }, delay);
  };
  const plotSoon = soon(plot, 250);
  const rowsSoon = soon(() => htmx.ajax("GET", location.pathname + location.search,
    {target: "#breakdown", select: "#breakdown", swap: "outerHTML"}), 1000);

  // --- chart: drawn from its own table -----------------------------------------------------------------------------

  let chart;

  function plot() {
    // No id: htmx would carry its style over to the element that takes its place, which the CSP forbids.
    const place = document.querySelector(".plot");
    if (chart && chart.getDom() !== place) { chart.dispose(); chart = undefined; }
    if (!place) return;
    const byDay = document.getElementById("breakdown").dataset.by === "day";
    const rows = [...document.querySelectorAll("#plotted tbody tr")].map(row => ({
      label: row.querySelector(".label").textContent.trim(),
      value: Number(row.querySelector("[data-value]").dataset.value)
    }));
    if (!byDay) rows.sort((a, b) => a.value - b.value);
    const shown = byDay ? rows : rows.slice(-15);
    place.style.height = byDay ? "20rem" : `${Math.max(6, shown.length * 1.7 + 2)}rem`;
    chart ??= echarts.init(place, null, {renderer: "canvas"});
    chart.resize();
    const text = {color: css("--pico-color"), fontFamily: getComputedStyle(document.body).fontFamily};
    const names = {type: "category", data: shown.map(row => row.label), axisLabel: {...text, hideOverlap: true}, axisTick: {show: false},
      axisLine: {lineStyle: {color: css("--plot-line")}}};
    const values = {type: "value", minInterval: 1, splitNumber: 4, axisLabel: {...text, hideOverlap: true}, splitLine: {lineStyle: {color: css("--plot-line")}}};
    chart.setOption({
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      animationDuration: 300,
      textStyle: text,
      grid: {left: 8, right: 48, top: 12, bottom: 8, containLabel: true},
      tooltip: {trigger: "axis", renderMode: "richText", axisPointer: {type: "shadow"}},
      xAxis: byDay ? names : values,
      yAxis: byDay ? values : {...names, axisLabel: {...text, width: Math.min(180, place.clientWidth * .4), overflow: "truncate"}},
      series: [{type: "bar", data: shown.map(row => row.value), itemStyle: {color: css("--plot-bar")}, barMaxWidth: 28,
        label: {show: !byDay, position: "right", ...text}}]
    }, true);
  }

  // --- stream ------------------------------------------------------------------------------------------------------

  const status = document.getElementById("status");
  const statusText = document.getElementById("status-text");
  let lostAt;

  function say(state, text) {
    status.dataset.state = state;
    if (statusText.textContent !== text) statusText.textContent = text;
  }

  function connect() {
    const stream = new EventSource("/live");
    stream.addEventListener("snapshot", event => JSON.parse(event.data).figures.forEach(take));
    stream.addEventListener("figure", event => take(JSON.parse(event.data)));
    stream.onopen = () => { lostAt = undefined; say("live", "Live"); };
    stream.onerror = () => {
      lostAt ??= clock.format(new Date());
      if (stream.readyState === EventSource.CLOSED) {
        stream.close();
        fetch("/", {method: "HEAD", headers: {"HX-Request": "true"}}).then(
          answer => answer.status === 401
            ? say("ended", `Your sign-in has ended. The numbers stand as of ${lostAt}; load the page again.`)
            : again(),
          again);
      } else {
        lost();
      }
    };
    const again = () => { lost(); setTimeout(connect, 3000); };
    const lost = () => say("lost", `Connection lost. The numbers stand as of ${lostAt}; trying again…`);
    addEventListener("pagehide", () => stream.close(), {once: true});
  }

  addEventListener("pageshow", event => event.persisted && connect());
  addEventListener("resize", plotSoon);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", plotSoon);
  document.addEventListener("htmx:afterSettle", plot);
  plot();
  connect();
})();
