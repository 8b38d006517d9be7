// The page: three steps, saved on the phone first, sent when it can be. Codes and words are the page's own.
(() => {
  "use strict";

  const find = selector => document.querySelector(selector);
  const all = selector => [...document.querySelectorAll(selector)];
  const form = find("#log");
  const FREQUENT = 4;
  const FIRST_PAUSE = 2000;
  const LONGEST_PAUSE = 60000;

  let officer;              // of whom this device knows, and where they serve
  let state = "starting";   // in, out, other, away
  let detail = "";          // why it is "other"
  let chosen = {};          // outcome and type
  let corrected;            // the log that is put right, if one is
  let saving = false;
  let refusals = 0;         // as shown last
  let pause = FIRST_PAUSE;
  let again;

  // --- The three steps.

  const step = name => find(`[data-step=${name}]`);
  const button = (name, code) => step(name).querySelector(`button[value=${code}]`);
  const word = (name, code) => button(name, code).textContent;
  const picked = name => form.querySelector(`[name=${name}]:checked`)?.value;

  function show(name, focus = true) {
    all("[data-step]").forEach(one => { one.hidden = one.dataset.step !== name; });
    find("#back").parentElement.hidden = name === "outcome";
    find("#so-far").textContent = ["outcome", "type"].filter(one => one in chosen)
      .map(one => word(one, chosen[one])).join(" · ");
    for (const one of ["outcome", "type"]) {
      step(one).querySelectorAll("button[value]").forEach(each =>
        each.setAttribute("aria-pressed", String(each.value === chosen[one])));
    }
    find("#made").hidden = !chosen.outcome || button("outcome", chosen.outcome).dataset.made !== "ask";
    find("#wrong").textContent = "";
    if (focus) step(name).querySelector("[tabindex='-1']").focus({preventScroll: true});
    find(".more").scrollTo(0, 0);
    // The end is where the thumb is.
    scrollTo(0, document.body.scrollHeight);
  }

  function choose(name, next, event) {
    const code = event.target.closest("button[value]")?.value;
    if (!code) return;
    chosen[name] = code;
    find("#said").textContent = "";
    show(next);
  }

  function back() {
    show(step("rest").hidden ? "outcome" : "type");
  }

  /** The ones that this phone logs most come first; the rest is one tap away. */
  async function sortTypes() {
    const counts = await parleyLog.known("types") ?? {};
    const more = find("#all-types");
    const types = all("[data-step=type] button[value]")
      .sort((one, other) => (counts[other.value] ?? 0) - (counts[one.value] ?? 0));
    types.forEach((type, place) => { type.hidden = place >= FREQUENT; more.before(type); });
    more.hidden = false;
    more.setAttribute("aria-expanded", "false");
  }

  function showAllTypes() {
    const hidden = all("[data-step=type] button[hidden]");
    hidden.forEach(type => { type.hidden = false; });
    find("#all-types").hidden = true;
    hidden[0].focus();
  }

  // --- When. A field has the phone's own time, to the minute.

  const local = at => new Date(at - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);

  function showWhen() {
    const at = picked("ago") === "at";
    find("#at").hidden = !at;
    if (at && !form.at.value) form.at.value = local(new Date());
    find("#when .says").textContent = at
      ? form.at.value.replace("T", " ") : form.querySelector("[name=ago]:checked + span").textContent;
  }

  function occurredAt() {
    const ago = picked("ago");
    if (ago !== "at") return new Date(Date.now() - ago * 60000).toISOString();
    const before = corrected && new Date(corrected.report.occurredAt);
    if (before && form.at.value === local(before)) return before.toISOString();
    const at = new Date(form.at.value);
    return Number.isNaN(at.getTime()) ? null : at.toISOString();
  }

  // --- Saving.

  function wrong(text, place) {
    find("#wrong").textContent = text;
    place.focus();
  }

  async function save(event) {
    event.preventDefault();
    if (saving) return;
    const rule = button("outcome", chosen.outcome).dataset.made;
    const at = occurredAt();
    if (rule === "ask" && !picked("made")) return wrong("Say whether an arrest was made.", find("#made input"));
    if (!picked("likely")) return wrong("Say whether an arrest was likely.", find("#likely input"));
    if (!at) return wrong("Enter the day and the time.", form.at);
    const report = {
      officer: officer.officer,
      command: form.command.value,
      type: chosen.type,
      occurredAt: at,
      techniques: all("[name=technique]:checked").map(one => one.value),
      outcome: chosen.outcome,
      arrestWasLikely: picked("likely") === "true",
      arrestMade: rule === "always" || rule === "ask" && picked("made") === "true",
    };
    const log = {
      id: corrected?.id ?? parleyLog.newId(),
      officer: officer.officer,
      loggedAt: corrected?.loggedAt ?? Date.now(),
      state: "waiting",
      report,
    };
    saving = true;
    try {
      await parleyLog.keep(log);
    } catch (error) {
      saving = false;
      return notKept(error);
    }
    message();
    find("#said").textContent = `Saved: ${word("outcome", report.outcome)} · ${word("type", report.type)}`;
    try {
      await counted(report.type, report.command);
      await begin(true);
    } catch {
      // It is kept: logged again from a form that stayed full it would be two.
      return location.reload();
    } finally {
      saving = false;
    }
    parleyLog.tell();
    wakeLater();
    pause = FIRST_PAUSE;
    deliver();
  }

  /** Nice to have: what it costs when it fails is an order of buttons. */
  async function counted(type, command) {
    try {
      navigator.storage?.persist?.();
      const counts = await parleyLog.known("types") ?? {};
      await parleyLog.remember("types", {...counts, [type]: (counts[type] ?? 0) + 1});
      await parleyLog.remember("command", command);
    } catch {
      // see above
    }
  }

  /** Sent even when this page is closed by then, where the browser can do that. */
  async function wakeLater() {
    try {
      await (await navigator.serviceWorker.ready).sync.register(parleyLog.SYNC);
    } catch {
      // The page sends as long as it is open, and when it is opened next.
    }
  }

  async function begin(focus = false) {
    form.reset();
    chosen = {};
    corrected = undefined;
    find("#when").open = false;
    showWhen();
    show("outcome", focus);
    await sortTypes();
    const last = await parleyLog.known("command");
    if ([...form.command.options].some(option => option.value === last)) form.command.value = last;
  }

  /** Of whoever is signed in. What was begun goes on, unless it was begun for another officer. */
  function showCommands(list) {
    const codes = list.map(({code}) => code).join(" ");
    if (form.dataset.commands !== codes) {
      const chosenBefore = form.command.value;
      form.dataset.commands = codes;
      form.command.replaceChildren(...list.map(({code, name}) => new Option(name, code)));
      if (list.some(({code}) => code === chosenBefore)) form.command.value = chosenBefore;
      find("#command").hidden = list.length < 2;
    }
    const whose = officer?.officer ?? "";
    if (form.dataset.officer !== whose) {
      form.dataset.officer = whose;
      begin().catch(notKept);
    }
  }

  // --- What is on this phone.

  const place = pointer => pointer && find(`[data-field='${pointer}']`)?.dataset.name;
  const says = problem => problem.errors?.length
    ? problem.errors.map(({field, rule}) => `${place(field) ?? field}: ${rule}`).join("; ") : problem.detail;

  function entry(log) {
    const item = document.createElement("li");
    item.dataset.id = log.id;
    item.dataset.state = log.state;
    const time = new Date(log.report.occurredAt).toLocaleString([], {weekday: "short", hour: "numeric", minute: "2-digit"});
    const tag = document.createElement("span");
    tag.className = "tag";
    tag.textContent = {waiting: "To send", sent: "Sent", refused: "Needs you"}[log.state];
    item.append(`${time}: ${word("outcome", log.report.outcome)} · ${word("type", log.report.type)} · `, tag);
    if (log.state === "refused") {
      const why = document.createElement("p");
      why.textContent = says(log.problem);
      const acts = document.createElement("div");
      acts.className = "acts";
      // What the service has under this id it keeps: there is nothing left to correct.
      if (!log.problem.type.endsWith(":logged-differently")) acts.append(act("Correct", () => correct(log)));
      acts.append(act("Discard", discard(log)));
      item.append(why, acts);
    }
    return item;
  }

  function act(text, work) {
    const one = document.createElement("button");
    one.type = "button";
    one.className = "outline secondary";
    one.textContent = text;
    one.addEventListener("click", work);
    return one;
  }

  const discard = log => async event => {
    if (event.target.textContent === "Discard") {
      event.target.textContent = "Discard for good";
      return;
    }
    try {
      await parleyLog.drop(log.id);
      parleyLog.tell();
    } catch (error) {
      notKept(error);
    }
  };

  function correct(log) {
    const {report} = log;
    form.reset();
    corrected = log;
    chosen = {outcome: report.outcome, type: report.type};
    all("[name=technique]").forEach(one => { one.checked = report.techniques.includes(one.value); });
    form.querySelector(`[name=likely][value=${report.arrestWasLikely}]`).checked = true;
    form.querySelector(`[name=made][value=${report.arrestMade}]`).checked = true;
    form.querySelector("[name=ago][value=at]").checked = true;
    form.at.value = local(new Date(report.occurredAt));
    form.command.value = report.command;
    find("#when").open = true;
    find("#mine").open = false;
    showWhen();
    show("rest");
  }

  const isOfToday = log => new Date(log.loggedAt).toDateString() === new Date().toDateString();

  async function render() {
    try {
      officer = await parleyLog.known("officer");
      const signedOut = await parleyLog.known("signed-out") ?? true;
      const logs = officer ? await parleyLog.logs(officer.officer) : [];
      draw(signedOut, logs.filter(log => log.state !== "sent" || isOfToday(log)).reverse());
    } catch (error) {
      notKept(error);
    }
  }

  function draw(signedOut, logs) {
    const [waiting, refused, sent] = ["waiting", "refused", "sent"]
      .map(is => logs.filter(log => log.state === is).length);
    const may = officer && !signedOut && officer.commands.length > 0 && state !== "other";
    showCommands(may ? officer.commands : []);
    form.hidden = !may;
    find("#mine").hidden = !may;
    find("#mine .says").textContent =
      [waiting && `${waiting} to send`, refused && need(refused), sent && `${sent} sent today`]
        .filter(Boolean).join(", ") || "nothing yet";
    if (refused > refusals) find("#mine").open = true;
    refusals = refused;
    find("#logs").replaceChildren(...(may ? logs : []).map(entry));
    find("#who").textContent = officer ? `Officer ${officer.officer}. ` + (waiting
      ? "What is still to send stays on this phone, and is sent when this officer signs in here again." : "") : "";
    find("#sign-out button").disabled = state !== "in";
    signIn(signedOut, waiting, may);
    pill(waiting, refused);
  }

  function signIn(signedOut, waiting, may) {
    find("#sign-in").hidden = state === "starting" || may && (state === "in" || state === "away");
    find("#sign-in .says").textContent =
      state === "other" ? detail
      : officer && signedOut ? `Signed out. This phone was last used by officer ${officer.officer}`
          + (waiting ? `, whose ${waiting} unsent stay here.` : ".")
      : may ? "Your sign-in has ended. What you log stays on this phone; sign in to send it."
      : officer ? "Your sign-in names no command to log for."
      : "Sign in to log.";
  }

  const need = count => `${count} ${count > 1 ? "need" : "needs"} you`;

  function pill(waiting, refused) {
    const unsent = waiting ? `${waiting} to send` : refused ? need(refused) : "Nothing to send";
    const text = state === "away" ? `Offline: ${unsent.toLowerCase()}` : unsent;
    find("#state").dataset.state = refused ? "ended" : {in: "live", away: "lost", out: "ended", other: "ended"}[state] ?? "";
    // What is set anew is read out anew.
    if (find("#state .says").textContent !== text) find("#state .says").textContent = text;
  }

  // --- What goes wrong here is said plainly.

  function message(text = "") {
    const place = find("#message");
    place.className = text ? "notice warning" : "";
    place.textContent = text;
  }

  function notKept(error) {
    message(`This phone does not let the page keep anything (${error?.name ?? error}). Nothing was saved just now; what you`
      + " entered is still here. Free some space or leave the private window, then try again.");
  }

  // --- Sending: at once, when the network or the page comes back, and after growing pauses until then.

  async function deliver() {
    clearTimeout(again);
    let result;
    try {
      result = await parleyLog.send();
    } catch (error) {
      notKept(error);
      result = {state: "away"};
    }
    state = result.state;
    detail = result.problem?.detail ?? "";
    if (result.xsrf) {
      const token = find("#sign-out input");
      token.name = result.xsrf.parameter;
      token.value = result.xsrf.token;
    }
    await render();
    if (state === "away") {
      clearTimeout(again);
      again = setTimeout(deliver, Math.max(result.wait ?? 0, pause * (0.75 + Math.random() / 2)));
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    } else {
      pause = FIRST_PAUSE;
    }
  }

  function deliverNow() {
    pause = FIRST_PAUSE;
    return deliver();
  }

  async function signOut(event) {
    event.preventDefault();
    const form = event.target;
    try {
      await parleyLog.forgetSent();
      await parleyLog.remember("signed-out", true);
    } finally {
      // A phone that keeps nothing more signs out all the same.
      form.submit();
    }
  }

  // --- Beginning.

  step("outcome").addEventListener("click", event => choose("outcome", "type", event));
  step("type").addEventListener("click", event => choose("type", "rest", event));
  find("#all-types").addEventListener("click", showAllTypes);
  find("#back").addEventListener("click", back);
  find("#when").addEventListener("input", showWhen);
  form.addEventListener("input", () => { find("#wrong").textContent = ""; });
  find("#sign-out").addEventListener("submit", signOut);
  form.addEventListener("submit", save);
  addEventListener(parleyLog.CHANGED, render);
  addEventListener("online", deliverNow);
  addEventListener("offline", deliverNow);
  addEventListener("pageshow", event => event.persisted && deliverNow());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && deliverNow());
  navigator.serviceWorker?.register("/log/worker.js", {scope: "/log", updateViaCache: "none"}).catch(() => {});
  if (location.search) history.replaceState(null, "", "/log");

  parleyLog.forget().then(render).catch(notKept).then(deliver);
})();
