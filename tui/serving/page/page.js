// The token stays out of the history and of what is copied from the address bar: from now on the cookie has it.
if (window.location.search) {
  window.history.replaceState(null, "", "/");
}

const again = document.querySelector("#again");
again.addEventListener("click", async () => {
  if (await isServed()) {
    window.location.reload();
  }
});

// Whether the server that this page came from still runs: a reload without it would leave the browser's own error.
// Another one at the same place has another key, and refuses.
async function isServed() {
  const served = await fetch("/page/icon.svg", { cache: "no-store" }).then((answer) => answer.ok, () => false);
  document.body.classList.toggle("-served", served);
  document.body.classList.toggle("-unserved", !served);
  return served;
}

// What is typed goes to the explorer from its first frame on, without a click.
new MutationObserver((_, observer) => {
  if (document.body.classList.contains("-closed")) {
    observer.disconnect();
    isServed().then(() => again.focus());
  } else if (document.body.classList.contains("-first-byte")) {
    document.querySelector(".xterm-helper-textarea").focus();
  }
}).observe(document.body, { attributeFilter: ["class"] });

// The terminal measures its letters once, so their font has to be there before it. It starts with the page's load event,
// which is over by then.
window.addEventListener("load", async () => {
  await document.fonts.load('16px "Roboto Mono"');
  const terminal = document.createElement("script");
  terminal.src = "/static/js/textual.js";
  terminal.addEventListener("load", () => window.onload());
  document.head.append(terminal);
});
