// What the page does by itself: it passes presses on to the app, keeps focus, follows the answer and the theme.
(() => {
  const THEME = "tutor-theme";

  function connect(element, trigger, props, watch) {
    element.addEventListener("click", (event) => {
      const pressed = event.target.closest("[data-event], [data-copy], [data-close], [data-theme-toggle]");
      if (!pressed) return;
      const data = pressed.dataset;
      if (data.event === "select") opener = { id: element.parentElement.closest("[id]")?.id, ...data };
      if (data.event) trigger(data.event, { ...data });
      else if ("copy" in data) copy(pressed);
      else if ("close" in data) close();
      else toggleTheme();
    });
    if (element.closest("#source")) source = props;
    watch("value", () => changed(element));
    speak();
  }

  // The source panel takes the focus when it opens and gives it back to what opened it.
  let source = null;
  let opener = null;

  function close() {
    if (!source || !source.value) return;
    source.value = "";
    const same = (button) => button.dataset.turn === opener?.turn && button.dataset.n === opener?.n
      && button.dataset.note === opener?.note && button.dataset.line === opener?.line;
    const buttons = [...document.querySelectorAll('[data-event="select"]')];
    buttons.find((button) => same(button) && button.offsetParent)?.focus();
  }

  function changed(element) {
    if (element.closest("#source")) {
      const mark = element.querySelector("mark, .cited");
      element.querySelector("h2")?.focus({ preventScroll: true });
      mark?.scrollIntoView({ block: "center" });
    }
    if (element.closest("#chat")) follow(element);
    setTimeout(speak);
  }

  // What the framework leaves without words: the page's language, and the buttons of the question box.
  function speak() {
    const words = document.querySelector("[data-language]")?.dataset;
    if (!words) return;
    document.documentElement.lang = words.language === "en" ? "en" : "pt-BR";
    document.querySelector("#question .submit-button")?.setAttribute("aria-label", words.send);
    document.querySelector("#question .stop-button")?.setAttribute("aria-label", words.stop);
  }

  // Keep the newest answer in sight, unless the reader has scrolled up.
  let atEnd = true;
  let asked = 0;
  addEventListener("scroll", () => {
    const page = document.documentElement;
    atEnd = page.scrollHeight - page.scrollTop - page.clientHeight < 160;
  }, { passive: true });

  function follow(element) {
    const count = element.querySelectorAll(".exchange").length;
    const isNew = count > asked;
    asked = count;
    if (count && (isNew || atEnd)) scrollTo({ top: document.documentElement.scrollHeight });
  }

  async function copy(button) {
    const text = button.dataset.copy;
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else copyByHand(text);
    const label = button.getAttribute("aria-label");
    button.classList.add("done");
    button.setAttribute("aria-label", button.dataset.done);
    setTimeout(() => {
      button.classList.remove("done");
      button.setAttribute("aria-label", label);
    }, 1500);
  }

  function copyByHand(text) { // pages that are not served from this machine have no clipboard
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  function save(text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    link.download = `tutor-${new Date().toISOString().slice(0, 10)}.md`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    return [];
  }

  function toggleTheme() {
    const dark = !document.body.classList.contains("dark");
    localStorage.setItem(THEME, dark ? "dark" : "light");
    applyTheme();
  }

  function applyTheme() {
    const chosen = localStorage.getItem(THEME);
    if (chosen && document.body.classList.contains("dark") !== (chosen === "dark")) {
      document.body.classList.toggle("dark", chosen === "dark");
    }
  }

  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "Escape") close();
    if (event.key === "/" && !typing) {
      event.preventDefault();
      document.querySelector("#question textarea")?.focus();
    }
  });

  function start() {
    applyTheme();
    new MutationObserver(applyTheme).observe(document.body, { attributes: true, attributeFilter: ["class"] });
  }

  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);

  window.tutor = { connect, save };
})();
