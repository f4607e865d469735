// What the page does by itself: it passes presses on to the app, keeps focus, follows the answer and the theme.
(() => {
  const THEME = "tutor-theme";

  function connect(element, trigger, props, watch) {
    element.addEventListener("click", (event) => {
      const pressed = event.target.closest("[data-event], [data-copy], [data-close], [data-ask], [data-theme-toggle]");
      if (!pressed) return;
      const data = pressed.dataset;
      if (data.event === "select") opener = { id: element.parentElement.closest("[id]")?.id, ...data };
      if (data.event) trigger(data.event, { ...data });
      else if ("copy" in data) copy(pressed);
      else if ("close" in data) close();
      else if ("ask" in data) ask(data.ask);
      else toggleTheme();
    });
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      const form = event.target;
      trigger(form.dataset.form, { ...form.dataset, ...Object.fromEntries(new FormData(form)) });
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
    if (element.closest("#practice")) played(element);
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

  // Practice: what comes next has the focus, keys press the buttons of the question they belong to.
  let question = "";

  function played(element) {
    const now = element.querySelector(".item.current")?.dataset.id ?? element.querySelector(".result")?.className ?? "";
    if (now !== question && !element.querySelector(".item ~ .item")) scrollTo({ top: 0 });
    question = now;
    const next = element.querySelector(".item.current [data-focus], .steps [data-focus]");
    if (next && !element.contains(document.activeElement?.closest("textarea"))) next.focus({ preventScroll: !next.matches("button") });
    tick();
  }

  function tick() {
    const clock = document.querySelector("#practice .clock");
    if (!clock) return;
    clock.dataset.until ??= Date.now() + clock.dataset.seconds * 1000;
    const left = Math.max(0, Math.round((clock.dataset.until - Date.now()) / 1000));
    clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (!left) document.querySelector('#practice [data-action="finish"]')?.click();
  }
  setInterval(tick, 1000);

  function pressKey(key) {
    const practice = document.querySelector("#practice");
    if (!practice?.offsetParent) return false;
    const button = practice.querySelector(`.item.current [data-key="${key}"], .steps [data-key="${key}"]`);
    button?.click();
    return Boolean(button);
  }

  // Put a question to the tutor from another page.
  function ask(words) {
    document.querySelector('#pages [role="tab"]').click();
    const box = document.querySelector("#question textarea");
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, words);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => document.querySelector("#question .submit-button")?.click(), 100);
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

  function save(name, content, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    return [];
  }

  function saveText(text) {
    return save(`tutor-${new Date().toISOString().slice(0, 10)}.md`, text, "text/markdown");
  }

  function saveFile(file) {
    if (!file) return [];
    const { name, data } = JSON.parse(file);
    return save(name, Uint8Array.from(atob(data), (char) => char.charCodeAt(0)), "application/octet-stream");
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
    if (event.key === "Enter" && event.target.closest?.("[data-form]") && !event.shiftKey) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
    const pressed = event.target.closest?.("button, summary, a");
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && !(pressed && event.key === "Enter")) {
      if (/^[a-e1-4]$|^Enter$/i.test(event.key) && pressKey(event.key.toLowerCase())) event.preventDefault();
    }
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

  window.tutor = { connect, saveText, saveFile };
})();
