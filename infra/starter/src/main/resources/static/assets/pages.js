// Says in words what htmx would keep to itself: that the service is away, or that something else answered for it.
(() => {
  "use strict";

  function say(text) {
    const place = document.getElementById("message");
    const notice = document.createElement("div");
    notice.className = "notice warning";
    notice.textContent = text;
    place.replaceChildren(notice);
    place.scrollIntoView({block: "nearest"});
  }

  document.addEventListener("htmx:beforeRequest", event => {
    // A page that keeps itself up to date must not wipe away what its reader hasn't read yet.
    if (event.detail.requestConfig.verb !== "get") document.getElementById("message").replaceChildren();
  });
  document.addEventListener("htmx:beforeSwap", event => {
    // What the service refuses comes with the place where it is to be said.
    if (event.detail.xhr.getResponseHeader("HX-Retarget")) event.detail.shouldSwap = true;
    else if (event.detail.isError) say("Something went wrong, and it is not known whether this was done. Load the page again.");
  });
  for (const away of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(away, () => say("The service can't be reached. What you entered is still here; try again."));
  }
})();
