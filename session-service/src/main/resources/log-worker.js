// Keeps the page for when there is no network, and sends what waits when there is one again, the page open or not.
// VERSION, QUEUE and FILES stand above: the service writes them.
"use strict";

importScripts(QUEUE);

const PAGE = "/log";
const KEPT = "parley-log-";
const PATIENCE = 3000;

addEventListener("install", event => {
  skipWaiting();
  // All or nothing, and nothing of another release: the page of this one names these files.
  event.waitUntil(caches.open(KEPT + VERSION).then(cache =>
    cache.addAll([PAGE, ...FILES].map(file => new Request(file, {cache: "reload"})))));
});

addEventListener("activate", event => event.waitUntil((async () => {
  const others = (await caches.keys()).filter(name => name.startsWith(KEPT) && name !== KEPT + VERSION);
  await Promise.all(others.map(name => caches.delete(name)));
  await clients.claim();
})()));

addEventListener("fetch", event => {
  const {request} = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && url.pathname === PAGE && !url.search) event.respondWith(page(request));
  else if (FILES.includes(url.pathname + url.search)) event.respondWith(file(request));
});

addEventListener("sync", event => {
  if (event.tag !== parleyLog.SYNC) return;
  event.waitUntil(parleyLog.send().then(result => {
    // The browser tries again only what has failed.
    if (result.state === "away") throw new Error("still away");
  }));
});

// From the service, so that a new release comes; what is kept when that takes long, or leads to a log-in: nobody has to
// sign in before they log, only before it is sent.
async function page(request) {
  const asked = fetch(request);
  asked.catch(() => {}); // it may fail when nobody waits for it any more
  try {
    const answer = await Promise.race([asked, new Promise((_, late) => setTimeout(late, PATIENCE))]);
    if (answer.ok || answer.status === 403) return answer;
  } catch {
    // below
  }
  return await kept(PAGE) ?? asked;
}

const file = async request => await kept(request) ?? fetch(request);
const kept = async what => (await caches.open(KEPT + VERSION)).match(what);
