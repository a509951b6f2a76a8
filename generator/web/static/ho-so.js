// A dossier's form saved as it is typed: what changed goes by its path upon the version it was typed on; what another
// saved meanwhile comes in, what both changed is asked. Without this script the form works as a form.
"use strict";
(() => {
  const form = document.getElementById("bieu-mau");
  if (!form) return;
  const root = form.dataset.goc;
  const WAIT = 700, LOOK = 15000, LATE = 3000;
  const state = document.getElementById("trang-thai");
  const others = document.getElementById("nguoi-khac");
  const queue = new Map(); // path → change not sent yet
  let sent = new Map(); // those on their way
  // What the boxes show, and so what is typed upon: a version, and of this page what was saved since. Another's words are
  // in no box before the page is drawn anew (`stale`), for which it waits until nothing is being typed.
  let version = Number(form.dataset.ban), since = [], stale = false;
  let timer = 0, sending = null, broken = false, failed = false, drawn = 0;

  const secret = () => document.querySelector('meta[name="csrf"]').content;
  const ask = (address, options = {}) =>
    window.vanthu ? window.vanthu.send(address, options)
      : fetch(address, { ...options, headers: { ...(options.headers || {}), "X-CSRF": secret() } });
  const { make } = window.bang;
  const say = (text) => { state.textContent = text; state.classList.toggle("bad", text.startsWith("Chưa lưu")); };
  const base = () => ({ ban: version, truoc: since });
  const busy = () => queue.size > 0 || sending !== null || window.bang.isOpen(form);

  // What is not saved outlives the page: it is in the browser until the server has it, and goes when the page is back.
  const place = `vanthu:${document.querySelector('meta[name="csrf"]').dataset.nguoi}:${root}`;
  function hold() {
    const left = [...new Map([...sent, ...queue]).values()];
    try {
      if (left.length) sessionStorage.setItem(place, JSON.stringify({ ...base(), doi: left }));
      else sessionStorage.removeItem(place);
    } catch { /* a browser that keeps nothing asks before the page is left */ }
  }
  function takeUp() {
    let left;
    try { left = JSON.parse(sessionStorage.getItem(place)); } catch { return; }
    if (!left || !left.doi.length) return;
    version = left.ban;
    since = left.truoc || [];
    stale = true;
    for (const one of left.doi) {
      queue.set(`${one.viec} ${one.o}`, one);
      const box = form.elements[one.o], table = tableOf(form, one.o);
      if (box && typeof one.gia_tri === "string") box.value = one.gia_tri;
      if (table) table.dataset.dong = JSON.stringify(one.gia_tri);
    }
    save();
  }

  function note(path, value, act = "ghi") {
    queue.set(`${act} ${path}`, { viec: act, o: path, gia_tri: value });
    hold();
    say("Đang sửa…");
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
    document.dispatchEvent(new CustomEvent("vanthu:sua"));
  }

  async function save() {
    clearTimeout(timer);
    while (sending) await sending;
    if (queue.size) {
      sent = new Map(queue);
      queue.clear();
      say("Đang lưu…");
      const changes = [...sent.values()];
      sending = send(changes, base());
      const told = await sending;
      sending = null;
      if (!told) { // nothing typed is lost: it goes with the next save, newer words of the same box first
        for (const [key, change] of sent) if (!queue.has(key)) queue.set(key, change);
        sent = new Map();
        hold();
        if (!broken) timer = setTimeout(save, 5000);
        return false;
      }
      sent = new Map();
      saved(told, changes);
      hold();
    }
    if (stale) await freshen();
    return true;
  }

  function saved(told, changes) {
    // Put together with another's, or of another type and so with other boxes: the page no longer shows what is kept.
    stale = stale || told.gop || changes.some((one) => /^\/van_ban\/\d+\/loai$/.test(one.o));
    if (stale) since = [...since, ...changes]; else onto(told.ban);
    if (told.khac.length) {
      const list = make("ul");
      for (const one of told.khac) list.append(make("li", `${one.o}: ${one.truoc || "(trống)"} → ${one.sau || "(trống)"}`));
      const part = make("div", "", "flash warn");
      part.append(make("p", `${told.nguoi || "Người khác"} vừa sửa hồ sơ này; đã gộp với phần của bạn:`), list);
      others.replaceChildren(part);
    }
    if (told.trung.length) clash(told);
    document.dispatchEvent(new CustomEvent("vanthu:luu", { detail: changes.map((one) => one.o) }));
    look();
  }

  function onto(number) {
    version = number;
    since = [];
    stale = false;
    form.dataset.ban = version;
    form.elements.ban.value = version;
  }

  // The server's answer; null where it has not taken the changes.
  async function send(changes, on) {
    let answer;
    const late = setTimeout(() => say("Đang chờ máy chủ lưu…"), LATE);
    try {
      answer = await ask(`${root}/luu`, { method: "POST", body: JSON.stringify({ ...on, doi: changes }), headers: { "Content-Type": "application/json" } });
    } catch {
      failed = true;
      say("Chưa lưu được: không kết nối được máy chủ. Nội dung vẫn ở đây, sẽ tự lưu lại.");
      return null;
    } finally {
      clearTimeout(late);
    }
    if (!answer.ok) {
      failed = true;
      broken = answer.status >= 400 && answer.status < 500 && answer.status !== 401 && answer.status !== 429;
      const again = broken ? "." : ", sẽ tự lưu lại.";
      say(`Chưa lưu được: ${answer.status === 401 ? "phiên làm việc đã hết" : await why(answer)}. Nội dung vẫn ở đây${again}`);
      return null;
    }
    broken = false;
    const told = await answer.json();
    say(`Đã lưu, bản ${told.ban}, ${told.luc}`);
    if (failed && window.vanthu) window.vanthu.say("");
    failed = false;
    return told;
  }

  async function why(answer) {
    const text = await answer.text().catch(() => "");
    if ((answer.headers.get("Content-Type") || "").startsWith("text/plain")) return text.replace(/\.\s*$/, "");
    try { return JSON.parse(text).loi || "máy chủ chưa nhận"; } catch { return "máy chủ chưa nhận"; }
  }

  const tableOf = (part, path) => [...part.querySelectorAll("[data-luoi]")].find((one) => one.dataset.luoi === path);

  // The page as it is kept now: another's words stand in their boxes; boxes of a new shape are drawn anew. Not while
  // something is being typed, which was typed upon what the page shows: it is done when that is saved.
  async function freshen() {
    stale = true;
    if (busy()) return;
    let answer;
    try { answer = await ask(location.pathname + location.search); } catch { return; }
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("bieu-mau");
    if (!fresh || busy()) return;
    let differs = false; // another document's number is a version too, and nothing of this page
    const names = (one) => [...one.querySelectorAll('[name^="/"], [data-luoi]')].map((box) => box.name || box.dataset.luoi).join(" ");
    if (names(fresh) === names(form)) {
      for (const box of fresh.querySelectorAll('[name^="/"]')) {
        const own = form.elements[box.name];
        if (own.value !== box.value) { own.value = box.value; differs = true; }
      }
      for (const table of fresh.querySelectorAll("[data-luoi]")) {
        const own = tableOf(form, table.dataset.luoi);
        differs = differs || own.dataset.dong !== table.dataset.dong;
        own.dataset.dong = table.dataset.dong;
        own.dispatchEvent(new CustomEvent("vanthu:dong"));
      }
    } else {
      const at = document.activeElement && document.activeElement.name;
      differs = true;
      form.replaceChildren(...fresh.childNodes);
      window.bang.draw(form, note);
      if (at && form.elements[at]) form.elements[at].focus();
    }
    if (differs) drawn += 1;
    onto(Number(fresh.dataset.ban));
    document.dispatchEvent(new CustomEvent("vanthu:luu"));
  }

  function clash(told) {
    const part = document.getElementById("trung"), list = document.getElementById("trung-cac-cho");
    list.append(...told.trung.map((one) => {
      const place = make("div", "", "clash");
      const said = make("dl");
      said.append(make("dt", "Của bạn"), make("dd", one.toi), make("dt", "Của người kia (đang giữ)"), make("dd", one.ho));
      const mine = make("button", "Dùng của tôi", "second"), theirs = make("button", "Giữ của người kia", "second");
      mine.type = theirs.type = "button";
      const title = make("p");
      title.append(make("strong", one.ten));
      mine.addEventListener("click", async () => { // upon the version its place was told of, whatever the page shows by now
        if (!(await save())) return;
        while (sending) await sending;
        sending = send([{ viec: "ghi", o: one.o, gia_tri: one.cua_toi }], { ban: told.ban });
        const kept = await sending;
        sending = null;
        if (!kept) return;
        gone();
        if (kept.trung.length) clash(kept);
        await freshen();
      });
      const gone = () => { place.remove(); part.hidden = !list.children.length; };
      theirs.addEventListener("click", gone);
      place.append(title, said, mine, " ", theirs);
      return place;
    }));
    part.querySelector("h2").textContent = `${told.nguoi || "Người khác"} và bạn cùng sửa ${list.children.length} chỗ`;
    part.hidden = false;
  }

  // What is wrong, at its box and in the summary.
  async function look() {
    let answer;
    try { answer = await ask(`${root}/loi?biet=${version}`); } catch { return; }
    if (!answer.ok) return;
    const told = await answer.json();
    const found = new Map();
    for (const one of told.loi) found.set(one.o, [...(found.get(one.o) || []), one.noi_dung]);
    for (const place of form.querySelectorAll("[data-loi]")) {
      const texts = found.get(place.dataset.loi) || [];
      const same = [...place.children].map((one) => one.textContent).join("\n") === texts.join("\n");
      if (same) continue;
      place.replaceChildren(...texts.map((text) => make("p", text, "error")));
      place.hidden = !texts.length;
      if (texts.length) place.setAttribute("role", "alert"); else place.removeAttribute("role");
      const box = form.elements[place.dataset.loi];
      if (box && box.setAttribute) {
        if (texts.length) box.setAttribute("aria-invalid", "true"); else box.removeAttribute("aria-invalid");
      }
      if (place.parentElement.classList.contains("field")) place.parentElement.classList.toggle("wrong", !!texts.length);
    }
    const all = document.getElementById("tom-tat");
    if (all) {
      all.hidden = !told.loi.length;
      all.querySelector("h2").textContent = `${told.loi.length} chỗ cần sửa hoặc điền`;
      all.querySelector("ul").replaceChildren(...told.loi.map((one) => {
        const line = make("li"), link = make("a", one.noi_dung);
        link.href = one.trang;
        line.append(one.cho ? `${one.cho}: ` : "", link);
        return line;
      }));
    }
    if (told.ban > version && !busy()) {
      const known = stale, before = drawn;
      await freshen();
      if (drawn > before && !known) others.replaceChildren(make("p", `${told.nguoi || "Người khác"} vừa lưu bản ${told.ban}; trang này đã cập nhật.`, "flash warn"));
    }
  }

  form.addEventListener("input", (event) => {
    const box = event.target;
    if (!box.name || !box.name.startsWith("/")) return;
    note(box.name, box.value);
  });
  form.addEventListener("focusout", (event) => {
    const box = event.target;
    if (box.name && box.name.startsWith("/") && queue.size) save();
  });
  // A table of a document pasted whole, as a spreadsheet or Word has it: its first row names the columns.
  form.addEventListener("paste", async (event) => {
    const path = event.target.dataset.dan;
    if (!path) return;
    event.preventDefault();
    const rows = window.bang.cells(event.clipboardData.getData("text/plain"));
    const width = Math.max(0, ...rows.map((row) => row.length));
    const told = event.target.parentElement.querySelector(".error");
    told.hidden = rows.length > 1;
    if (!told.hidden) return;
    if (form.querySelector(`[name^="${CSS.escape(path)}/dong/"]`) && !window.confirm("Thay bảng đang có bằng bảng vừa dán?")) return;
    const [names, ...others] = rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
    note(`${path}/cot`, names);
    note(`${path}/dong`, others);
    if (!(await save())) return;
    history.replaceState(null, "", `#o${path}`);
    location.reload();
  });
  // A button that adds or takes out sends the form itself; what waits goes first, so that it is not told as a clash.
  // Who comes to a place of the form, by a link to what is wrong or by a button that added it, goes on typing there.
  function arrive() {
    const place = location.hash.startsWith("#o/") && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const box = place && form.contains(place) && [...place.querySelectorAll('[name^="/"], .luoi')].find((one) => !one.closest("details:not([open])") || one.closest("details").contains(place));
    if (!box) return;
    for (let at = box.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    if (box.name) box.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  }
  window.addEventListener("hashchange", arrive);

  let through = false;
  form.addEventListener("submit", async (event) => {
    if (through || (!queue.size && !sending)) return;
    event.preventDefault();
    const button = event.submitter, before = drawn;
    if (!(await save())) return;
    if (drawn > before) { // its places may be others now
      say("Trang vừa có nội dung mới: xem lại rồi nhấn lại nút vừa nhấn.");
    } else {
      through = true;
      form.requestSubmit(button);
      through = false; // it may be asked about (page.js), and not go
    }
  });
  window.addEventListener("beforeunload", (event) => { window.bang.leave(); if (queue.size && !through) { save(); event.preventDefault(); } });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    window.bang.leave();
    save();
  });
  setInterval(() => { if (!document.hidden && !queue.size) look(); }, LOOK);

  takeUp();
  window.bang.draw(form, note);
  window.addEventListener("load", () => requestAnimationFrame(arrive)); // a browser that goes to a place lets go of its focus

  document.addEventListener("vanthu:vao-lai", save);

  window.hoSo = { root, note, save, changes: () => [...queue.values()], base, version: () => version, secret, ask };
})();
