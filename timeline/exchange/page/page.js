"use strict";
// Filters the events of this page as `timeline list` does: a question about time is
// answered with yes, maybe or no (timeline/query/dates.py), and so is the rest.
(() => {
  const NO = 0, MAYBE = 1, YES = 2;
  const FAR = 2 ** 62;
  const NAMED = ["actor", "place", "arc", "status", "tag"];
  const by = (name) => document.getElementById(`page:${name}`);
  const form = by("filter");
  const control = Object.fromEntries(
    ["words", "from", "to", "certain", ...NAMED].map((name) => [name, by(name)]));
  const command = by("command");
  const odd = JSON.parse(form.dataset.odd);

  // Text, as it is compared: accents, case and dashes make no difference (timeline/text.py).
  const plain = (letter) => letter.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-").replace(/[\u2018\u2019]/g, "'");
  const fold = (text) => /^[\0-\x7f]*$/.test(text) ? text.toLowerCase()
    : Array.from(text, (letter) => odd[letter] ?? plain(letter)).join("");

  class Item {
    constructor(element) {
      const { verdict, when, arc, status, actor, place, tag } = element.dataset;
      const numbers = (said) => new Set((said ?? "").split(" ").filter(Boolean).map(Number));
      this.element = element;
      this.maybe = element.querySelector(".maybe");
      this.deduced = element.querySelector(".deduced");
      this.asked = verdict === undefined ? YES : Number(verdict);
      this.when = JSON.parse(when);
      this.arc = arc;
      this.status = status;
      this.actor = numbers(actor);
      this.place = numbers(place);
      this.tag = numbers(tag);
    }

    get texts() {
      const parts = this.element.querySelectorAll(".title, .summary, .actor, .place, .tag");
      this.folded ??= Array.from(parts, (part) => fold(part.textContent));
      return this.folded;
    }
  }

  const items = Array.from(document.querySelectorAll("li.event"), (each) => new Item(each));
  const years = Array.from(document.querySelectorAll("section.year"));
  const byId = new Map(items.map((item) => [item.element.id, item]));
  const targets = (mark) => (mark.dataset.all ?? mark.getAttribute("href")).split(" ")
    .map((address) => byId.get(decodeURIComponent(address.slice(1))));
  const marks = Array.from(document.querySelectorAll("a.mark"), (mark) => [mark, targets(mark)]);

  // Of a part: its first and last possible day, by when it has surely begun, what it outlasts.
  const overlap = ([earliest, latest, begun, lasted], [first, last]) => {
    if ((earliest ?? -FAR) > last || (latest ?? FAR) < first) return NO;
    const inTime = last === FAR || (begun ?? FAR) <= last;
    const lateEnough = first === -FAR || (lasted ?? -FAR) >= first;
    return inTime && lateEnough ? YES : MAYBE;
  };

  const liesIn = ([all, ...parts], window) => {
    const verdicts = parts.map((part) => overlap(part, window));
    if (all) return Math.max(...verdicts);
    return verdicts.every((each) => each === verdicts[0]) ? verdicts[0] : MAYBE;
  };

  // What was typed: words, and phrases in quotation marks.
  const terms = () => Array.from(control.words.value.matchAll(/"([^"]*)"|([^\s"]+)/g),
    ([, phrase, word]) => phrase ?? word).filter(Boolean);

  // A word is letters and digits; in scripts without blanks each letter may begin one.
  const UNSPACED =
    /[\u0E00-\u109F\u1780-\u17FF\u3040-\u312F\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u;
  const isOfWord = (char) => /[\p{L}\p{N}\p{M}]/u.test(char) && !UNSPACED.test(char);

  const inOneWord = (text, at) => {
    if (at <= 0 || at >= text.length) return false;
    const before = Array.from(text.slice(Math.max(0, at - 2), at)).at(-1);
    return isOfWord(before) && isOfWord(String.fromCodePoint(text.codePointAt(at)));
  };

  // Whether a part stands in a text from the start of a word on, or is whole words of it.
  const hasWord = (text, part, whole) => {
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      if (!inOneWord(text, at) && !(whole && inOneWord(text, at + part.length))) return true;
    }
    return false;
  };

  // As on the command line: `=word` is the whole word, `*part` stands anywhere.
  const sought = (typed) => {
    const whole = typed.startsWith("=");
    const anywhere = typed.startsWith("*");
    const bare = whole ? typed.slice(1) : typed.replace(anywhere ? /^\*+|\*+$/g : /\*+$/, "");
    const text = fold(bare).split(/\s+/).filter(Boolean).join(" ");
    const isSound = text && !text.includes("*");
    return { text, isSound, fits: (each) => anywhere ? each.includes(text) : hasWord(each, text, whole) };
  };

  const holds = (item, term) => term.isSound && item.texts.some(term.fits);

  const has = (item, name) => {
    const list = control[name];
    if (!list.value) return true;
    return item[name] instanceof Set ? item[name].has(list.selectedIndex - 1)
      : item[name] === list.value;
  };

  const day = (list, side, otherwise) =>
    list.value ? Number(list.selectedOptions[0].dataset[side]) : otherwise;

  const answer = (item, words, window) => {
    if (!NAMED.every((name) => has(item, name))) return NO;
    if (!words.every((term) => holds(item, term))) return NO;
    return Math.min(item.asked, window ? liesIn(item.when, window) : YES);
  };

  const counted = (certain, possible) => {
    if (!certain && !possible) return "No event matches.";
    const number = (count) => count.toLocaleString("en-US");
    const possibly = possible ? ` (+${number(possible)} possibly)` : "";
    return `${number(certain)} event${certain === 1 ? "" : "s"}${possibly}`;
  };

  // The same question as it is typed on a command line.
  const quoted = (text) => /^(?!-)[^\s()":<>=\\!|&,*~@–—“”„«»‹›‘’]+$/.test(text) && !/^(and|or|not)$/i.test(text)
    ? text : `"${text.replace(/[\\"]/g, "\\$&")}"`;
  const shell = (text) =>
    /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\"'\"'")}'`;
  const option = (name, value) => value ? `--${name} ${shell(value)}` : "";

  const typed = () => {
    const [from, to] = [control.from.value, control.to.value];
    const year = from && to ? option("year", from === to ? from : `${from}..${to}`)
      : option("since", from) || option("until", to);
    const named = Object.fromEntries(NAMED.map((name) => [name, option(name, control[name].value)]));
    const words = terms().map((term) => shell(quoted(term)));
    const certain = control.certain.checked ? "--certain" : "";
    return [form.dataset.command, ...words, named.actor, named.place, year, named.arc, named.status, named.tag,
      certain].filter(Boolean).join(" ");
  };

  const state = () => {
    const said = new URLSearchParams(Array.from(new FormData(form)).filter(([, value]) => value));
    return said.toString();
  };

  const keep = () => {
    const said = state();
    if (!said && !location.hash.startsWith("#?")) return;
    try {
      history.replaceState(null, "", said ? `#?${said}` : location.href.split("#")[0]);
    } catch {
      // Some browsers refuse this for a file; the page filters all the same.
    }
  };

  const show = () => {
    const words = terms().map(sought);
    const dated = control.from.value || control.to.value;
    const window = dated && [day(control.from, "first", -FAR), day(control.to, "last", FAR)];
    const found = [0, 0, 0];
    for (const item of items) {
      const verdict = answer(item, words, window);
      const shown = verdict === YES || (verdict === MAYBE && !control.certain.checked);
      item.element.hidden = !shown;
      item.maybe.hidden = verdict !== MAYBE;
      if (item.deduced) item.deduced.hidden = verdict !== YES;
      found[verdict] += shown;
    }
    for (const year of years) year.hidden = !year.querySelector("li.event:not([hidden])");
    for (const [mark, those] of marks) {
      mark.classList.toggle("off", those.every((item) => item.element.hidden));
    }
    by("count").textContent = counted(found[YES], found[MAYBE]);
    if (form.dataset.command) {
      command.hidden = !state();
      command.querySelector("code").textContent = typed();
    }
  };

  const clear = () => {
    form.reset();
    show();
    keep();
  };

  // A year that begins after the one it ends with takes that along.
  const straighten = (changed) => {
    const [from, to] = [control.from, control.to];
    if (!from.value || !to.value || from.selectedIndex <= to.selectedIndex) return;
    (changed === from ? to : from).value = changed.value;
  };

  const restore = () => {
    for (const [name, value] of new URLSearchParams(location.hash.slice(2))) {
      if (name === "certain") control.certain.checked = true;
      else if (control[name]) control[name].value = value;
    }
    show();
  };

  // An address leads either to a question or to an event, which must not stay hidden.
  const follow = () => {
    if (location.hash.startsWith("#?")) {
      form.reset();
      restore();
      return;
    }
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { return; }
    const item = byId.get(name);
    if (!item?.element.hidden) return;
    form.reset();
    show();
    item.element.scrollIntoView();
  };

  form.addEventListener("input", (event) => { straighten(event.target); show(); keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
  window.addEventListener("hashchange", follow);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "/" && !event.target.closest("input:not([type=checkbox]), select")) {
      event.preventDefault();
      control.words.focus();
      control.words.select();
    } else if (event.key === "Escape" && state()) {
      event.preventDefault();
      clear();
    }
  });

  // What is folded is printed too.
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = Array.from(document.querySelectorAll("details:not([open])"));
    for (const each of folded) each.open = true;
  });
  window.addEventListener("afterprint", () => { for (const each of folded) each.open = false; });

  form.hidden = false;
  document.querySelector(".skip a[hidden]").hidden = false;
  if (location.hash.startsWith("#?")) restore();
})();
