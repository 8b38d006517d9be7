// Carries a link's token from behind the # of the address into the form, takes copies of links, and sends a form once.
// All of it can be done by hand, too.
(() => {
  "use strict";

  // What else may be behind a #, such as where the content begins, is no token.
  const LINK = /^#[\w-]{43}\.[\w-]{22}$/;

  // No server has seen what is behind the #, and this browser's list of pages shall not keep it either.
  function takeFragment() {
    const form = document.querySelector("form[data-takes-fragment]");
    if (!form || !LINK.test(location.hash)) return;
    const token = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
    form.elements.link.value = token;
    form.submit();
  }

  function say(beside, text) {
    beside.closest("[data-with-script]").querySelector("[data-says]").textContent = text;
  }

  function copy(button) {
    const text = document.getElementById(button.dataset.copies);
    text.select();
    const copied = navigator.clipboard ? navigator.clipboard.writeText(text.value) : Promise.reject();
    copied.then(
      () => say(button, "Copied."), () => say(button, "Your browser copies nothing by itself. It is marked: copy it."));
  }

  function save(anchor) {
    const text = document.getElementById(anchor.dataset.saves).value;
    anchor.href = URL.createObjectURL(new Blob([text + "\n"], {type: "text/plain"}));
    say(anchor, "Saved.");
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-copies], [data-saves]");
    if (!button) return;
    if (button.dataset.copies) copy(button); else save(button);
  });
  // A second click would be answered with what became of the first, and not with what that has shown.
  document.addEventListener("submit", event => {
    if (!event.target.matches("form[data-once]")) return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent));
  addEventListener("hashchange", takeFragment);
  for (const hidden of document.querySelectorAll("[data-with-script]")) hidden.hidden = false;
  takeFragment();
})();
