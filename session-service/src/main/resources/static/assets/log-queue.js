// What was logged on this phone, and how it gets to the service. The page uses it, and its worker.
self.parleyLog = (() => {
  "use strict";

  const SYNC = "send";
  const OFFICER = "/log/officer";
  const PATIENCE = 15000;
  const DAY = 24 * 3600 * 1000;
  const news = new BroadcastChannel("parley-log");
  const CHANGED = "parley-log-changed";

  // --- What is kept: logs by their ids, which are in the order of time; and what the device knows.

  let opened;

  function database() {
    opened ??= new Promise((done, failed) => {
      const request = indexedDB.open("parley-log", 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("logs", {keyPath: "id"});
        request.result.createObjectStore("device");
      };
      request.onsuccess = () => {
        request.result.onversionchange = () => { request.result.close(); opened = undefined; };
        request.result.onclose = () => { opened = undefined; };
        done(request.result);
      };
      request.onerror = () => failed(request.error);
    }).catch(error => { opened = undefined; throw error; });
    return opened;
  }

  /** Done when it is on the disk. */
  async function within(store, mode, work) {
    const transaction = (await database()).transaction(store, mode, {durability: "strict"});
    return new Promise((done, failed) => {
      let result;
      transaction.oncomplete = () => done(result);
      transaction.onabort = () => failed(transaction.error ?? new Error("aborted"));
      work(transaction.objectStore(store), value => { result = value; });
    });
  }

  const reading = (store, ask) => within(store, "readonly", (objects, done) => {
    const request = ask(objects);
    request.onsuccess = () => done(request.result);
  });

  const known = name => reading("device", device => device.get(name));
  const remember = (name, value) => within("device", "readwrite", device => device.put(value, name));
  const logs = async officer => (await reading("logs", all => all.getAll())).filter(log => log.officer === officer);
  const keep = log => within("logs", "readwrite", all => all.put(log));
  const drop = id => within("logs", "readwrite", all => all.delete(id));

  /** Only if it still waits: it may have been taken meanwhile. */
  const settle = (id, changes) => within("logs", "readwrite", all => {
    const request = all.get(id);
    request.onsuccess = () => {
      if (request.result?.state === "waiting") all.put({...request.result, ...changes});
    };
  });

  /** What the service has had for two days is its own affair. */
  const forget = () => within("logs", "readwrite", all => {
    const request = all.getAll();
    request.onsuccess = () => request.result
      .filter(log => log.state === "sent" && log.loggedAt < Date.now() - 2 * DAY)
      .forEach(log => all.delete(log.id));
  });

  /** Whoever has this phone next finds nothing that needn't be here. */
  const forgetSent = () => within("logs", "readwrite", all => {
    const request = all.getAll();
    request.onsuccess = () => request.result
      .filter(log => log.state === "sent")
      .forEach(log => all.delete(log.id));
  });

  /** A version 7 (RFC 9562): 48 bits of milliseconds, the rest by chance. */
  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    let now = Date.now();
    for (let place = 5; place >= 0; place--) { bytes[place] = now % 256; now = Math.floor(now / 256); }
    bytes[6] = bytes[6] & 0x0f | 0x70;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  /** To every page on this device, this one as well. */
  function tell() {
    news.postMessage(CHANGED);
    self.dispatchEvent(new Event(CHANGED));
  }
  news.onmessage = () => self.dispatchEvent(new Event(CHANGED));

  // --- Sending.

  const ask = (address, options = {}) => fetch(address, {
    ...options,
    headers: {Accept: "application/json", ...options.headers},
    cache: "no-store",
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
  });

  const away = answer => ({state: "away", wait: 1000 * (Number(answer?.headers.get("Retry-After")) || 0)});
  const isOut = answer => answer.status === 401 || answer.type === "opaqueredirect";
  const isProblem = answer => answer.headers.get("Content-Type")?.startsWith("application/problem+json");

  /** Who is signed in: state `in`, `out`, `other` (no officer), or `away` when the service can't be asked. */
  async function who() {
    try {
      const answer = await ask(OFFICER);
      if (isOut(answer)) return {state: "out"};
      if (answer.status === 403 && isProblem(answer)) return {state: "other", problem: await answer.json()};
      if (!answer.ok) return away(answer);
      const {officer, commands, xsrf} = await answer.json();
      if (!officer) return away();
      // A phone that is full still sends, which is what frees it.
      await Promise.allSettled([remember("officer", {officer, commands}), remember("signed-out", false)]);
      return {state: "in", officer, xsrf};
    } catch {
      // No network, or an answer that is none of ours.
      return away();
    }
  }

  /** What becomes of one log: `taken`, `refused`, `forged`, or one of the states above. */
  async function put({id, report}, xsrf) {
    try {
      const answer = await ask("/log/micro-interventions/" + id, {
        method: "PUT",
        headers: {"Content-Type": "application/json", [xsrf.header]: xsrf.token},
        body: JSON.stringify(report),
      });
      if (isOut(answer)) return {state: "out"};
      // Whatever answers on some networks says 200, too.
      if (answer.ok) return (await answer.json()).id === id ? {state: "taken"} : away();
      if (!isProblem(answer) || answer.status >= 500 || [404, 408, 425, 429].includes(answer.status)) return away(answer);
      const problem = await answer.json();
      return problem.type?.endsWith(":page-too-old") ? {state: "forged"} : {state: "refused", problem};
    } catch {
      return away();
    }
  }

  /** One after the other, of whoever is signed in; another officer's wait for theirs. */
  async function sendAll() {
    let me = await who();
    let renewed = false;
    while (me.state === "in") {
      const log = (await logs(me.officer)).find(one => one.state === "waiting");
      if (!log) return me;
      const result = await put(log, me.xsrf);
      if (result.state === "taken") await settle(log.id, {state: "sent", problem: null});
      else if (result.state === "refused") await settle(log.id, {state: "refused", problem: result.problem});
      else if (result.state === "forged" && !renewed) { renewed = true; me = await who(); continue; }
      else return result.state === "forged" ? away() : result;
      tell();
    }
    return me;
  }

  let next;

  /** One at a time on this device, whichever page or worker; what asks while one runs gets a run of its own after it. */
  function send() {
    const run = () => { next = undefined; return sendAll(); };
    next ??= (navigator.locks ? navigator.locks.request("parley-log", run) : Promise.resolve().then(run))
      .catch(error => { next = undefined; throw error; });
    return next;
  }

  return {SYNC, CHANGED, tell, known, remember, logs, keep, drop, forget, forgetSent, newId, send};
})();
