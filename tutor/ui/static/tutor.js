// What the page does by itself: it passes presses on to the app, keeps focus, follows the answer and the theme.
(() => {
  const THEME = "tutor-theme";

  function connect(element, trigger, props, watch) {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("[data-event], [data-copy], [data-close], [data-ask], [data-theme-toggle]");
      if (!button) return;
      const data = button.dataset;
      if (data.event === "select") opener = { ...data };
      else pressed = { element, data: { ...data }, byKey: !event.detail };
      if (data.event === "submit" && !event.detail) question().focus(); // the button is about to go
      if (data.event) trigger(data.event, { ...data });
      else if ("copy" in data) copy(button);
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

  const question = () => document.querySelector("#question textarea");

  // The source panel takes the focus when it opens and gives it back to what opened it.
  let source = null;
  let opener = null;

  function close() {
    if (!source || !source.value) return;
    source.value = "";
    focusAgain(opener, document);
  }

  // A button that is drawn anew has the focus again if it was the last one pressed.
  let pressed = null;

  function focusAgain(data, within) {
    if (!data) return false;
    const same = (button) => Object.entries(data).every(([name, value]) => button.dataset[name] === value);
    const again = [...within.querySelectorAll("button")].find((button) => button.offsetParent && same(button));
    again?.focus({ preventScroll: true });
    return Boolean(again);
  }

  function changed(element) {
    if (element.closest("#source")) {
      const mark = element.querySelector("mark, .cited");
      element.querySelector("h2")?.focus({ preventScroll: true });
      mark?.scrollIntoView({ block: "center" });
    }
    if (element.closest("#chat")) follow(element);
    const isLost = document.activeElement === document.body && pressed?.element === element;
    const isFound = isLost && focusAgain(pressed.data, element);
    if (element.closest("#practice")) played(element, isFound);
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

  // Keep the newest answer in sight, unless the reader has scrolled up, and let screen readers say it once it is whole.
  let atEnd = true;
  let asked = 0;
  let isGrowing = false;
  addEventListener("scroll", () => {
    const page = document.documentElement;
    atEnd = page.scrollHeight - page.scrollTop - page.clientHeight < 160;
  }, { passive: true });

  function follow(element) {
    const count = element.querySelectorAll(".exchange").length;
    const isNew = count > asked;
    asked = count;
    if (count && (isNew || atEnd)) scrollTo({ top: document.documentElement.scrollHeight });
    const wasGrowing = isGrowing;
    isGrowing = Boolean(element.querySelector(".exchange:is(.waiting, .growing)"));
    if (wasGrowing && !isGrowing) announce(element.querySelector(".exchange:last-child :is(.words, .warning)"));
  }

  const voice = document.createElement("p");
  voice.className = "unseen";
  voice.setAttribute("role", "status");

  function announce(words) {
    document.querySelector(".gradio-container").append(voice);
    voice.textContent = words?.innerText ?? "";
  }

  // Practice: what comes next has the focus, keys press the buttons of the question they belong to.
  let shown = "";

  function played(element, isFocused) {
    const isTyping = element.contains(document.activeElement?.closest("textarea"));
    const now = element.querySelector(".item.current")?.dataset.id ?? element.querySelector(".result")?.className ?? "";
    const isList = element.querySelector(".listed");
    if (now !== shown && !isList) scrollTo({ top: 0 });
    shown = now;
    const next = element.querySelector(".item.current [data-focus], .steps [data-focus]");
    if (next && !isFocused && !isTyping && (!isList || pressed?.byKey)) {
      next.focus({ preventScroll: !next.matches("button") });
      if (isList) next.closest(".item")?.scrollIntoView({ block: "nearest" });
    }
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
    const place = button?.getBoundingClientRect();
    const isInSight = place && place.bottom > 0 && place.top < innerHeight;
    if (isInSight) button.click();
    else button?.scrollIntoView({ block: "center" }); // never answer what is not seen
    return Boolean(button);
  }

  // Put a question to the tutor from another page.
  function ask(words) {
    document.querySelector('#pages [role="tab"]').click();
    const box = question();
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
    const onButton = event.target.closest?.("button, summary");
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && !(onButton && event.key === "Enter")) {
      if (/^[a-e1-4]$|^Enter$/i.test(event.key) && pressKey(event.key.toLowerCase())) event.preventDefault();
    }
    if (event.key === "/" && !typing) {
      event.preventDefault();
      question().focus();
    }
  });

  addEventListener("click", (event) => { // beside the sheet that the source is on a phone
    if (matchMedia("(max-width: 640px)").matches && !event.target.closest(".source, [data-event]")) close();
  });

  function start() {
    applyTheme();
    new MutationObserver(applyTheme).observe(document.body, { attributes: true, attributeFilter: ["class"] });
  }

  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);

  window.tutor = { connect, saveText, saveFile };
})();
