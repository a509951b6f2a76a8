// The pages of a document while it is typed: asked for at a key, one request at a time, so that what was typed meanwhile
// goes with the next; a little later where the server is slow. Only the newest answer is shown, only pages that changed
// are sent, only those in view drawn at once. A click on a page goes to the field its words came from; a field shows its
// place on the page.
"use strict";
(() => {
  const form = document.getElementById("bieu-mau");
  let soan = form.dataset.soan;
  const place = document.getElementById("cac-trang"), state = document.getElementById("trang-noi");
  const list = document.getElementById("nhan-xet"), counts = document.getElementById("nhan-xet-so");
  const pane = place.closest(".soan-trang"); // scrolls by itself beside the form, with the window below it
  const QUICK = 250, MOST = 400, JUDGE = 2500, RETRY = 5000; // a judgement takes a worker that pages then wait for
  let wait = 0, answered = 0; // no sooner after an answer than half of what it took beyond a quick one: many who type ask less often
  const known = new Map(); // digest → its SVG, but for the outlines of letters
  const letters = new Map(); // name → outline, of all pages ever shown
  let leaves = []; // the digests of the pages shown, in order
  let onVersion = window.hoSo.version(), timer = 0, judging = 0, retry = 0, asked = 0, shown = 0, busy = false, again = false, typedAt = 0, current = "";
  const { make } = window.bang;
  const body = (more) => JSON.stringify({ ...window.hoSo.base(), doi: waiting(), ...more });
  // What is typed and may not be saved yet: every box that differs from what the page was given.
  const typed = new Map();
  const waiting = () => [...typed].map(([o, gia_tri]) => ({ viec: "ghi", o, gia_tri }));

  async function draw() {
    if (busy) { again = true; return; }
    clearTimeout(timer);
    timer = 0;
    busy = true;
    const turn = ++asked, since = typedAt, sent = performance.now();
    const late = setTimeout(() => place.classList.add("dang-cho"), 1000); // it paints all pages anew: not at every key
    let status = 0;
    try {
      const answer = await window.hoSo.ask(`${soan}/trang`, { method: "POST", body: body({ biet: leaves }), headers: { "Content-Type": "application/json" } });
      status = answer.status;
      if (!answer.ok) throw new Error();
      const told = await answer.json();
      wait = Math.min(MOST, Math.max(0, (performance.now() - sent - QUICK) / 2));
      if (turn > shown) { shown = turn; show(told, since); }
    } catch {
      const lasting = status && status < 500 && status !== 429; // the same asked again is refused again
      state.textContent = `Chưa dựng được trang: máy chủ chưa trả lời. Trang cũ vẫn ở đây${lasting ? "." : ", sẽ tự dựng lại."}`;
      clearTimeout(retry);
      if (!lasting) retry = setTimeout(() => { draw(); judge(); }, RETRY);
    }
    clearTimeout(late);
    place.classList.remove("dang-cho");
    answered = performance.now();
    busy = false;
    if (again) { again = false; soon(); }
  }

  function soon() { // a key after a pause at once; keys that follow one another do not put it off
    const left = answered + wait - performance.now();
    if (left <= 0) draw(); else if (!timer) timer = setTimeout(() => { timer = 0; draw(); }, left);
  }

  function show(told, since) {
    if (told.loi.length) {
      state.replaceChildren("Chưa dựng được trang mới: ");
      for (const one of told.loi.slice(0, 4)) state.append(link(one), " ");
      return;
    }
    for (const [name, outline] of Object.entries(told.net)) letters.set(name, outline);
    // A page is told as what differs from one that is known: so much of its front, what is new, so much of its end.
    const made = Object.entries(told.moi).map(([digest, { goc, dau = 0, cuoi = 0, giua }]) => {
      const was = goc ? known.get(goc) : "";
      return [digest, was.slice(0, dau) + giua + was.slice(was.length - cuoi)];
    });
    for (const [digest, svg] of made) known.set(digest, svg);
    leaves = told.trang;
    const own = [...place.children];
    told.trang.forEach((digest, n) => {
      if (own[n] && own[n].dataset.ma === digest) return;
      const leaf = make("div", "", "trang");
      leaf.dataset.ma = digest;
      leaf.setAttribute("role", "img");
      leaf.setAttribute("aria-label", `Trang ${n + 1} trên ${told.trang.length}`);
      const [, width, height] = known.get(digest).match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/);
      leaf.style.aspectRatio = `${width} / ${height}`; // a page that is not drawn yet takes its room
      if (own[n]) { seen.unobserve(own[n]); own[n].replaceWith(leaf); } else place.append(leaf);
    });
    own.slice(told.trang.length).forEach((leaf) => { seen.unobserve(leaf); leaf.remove(); });
    for (const digest of known.keys()) if (!told.trang.includes(digest)) known.delete(digest);
    const frame = pane.getBoundingClientRect();
    const blank = [...place.children].filter((leaf) => !leaf.firstChild);
    for (const [leaf, at] of blank.map((one) => [one, one.getBoundingClientRect()])) {
      if (at.bottom > Math.max(frame.top, 0) && at.top < Math.min(frame.bottom, innerHeight)) fill(leaf); else seen.observe(leaf);
    }
    state.textContent = `${told.trang.length} trang`;
    point(current, false);
    if (since) {
      // The second frame: the first is asked for before the pages are on the screen.
      requestAnimationFrame(() => requestAnimationFrame(() => {
        place.dataset.mat = String(Math.round(performance.now() - since));
        performance.measure("vanthu:trang", { start: since, end: performance.now() });
      }));
    }
  }

  // The letters of a line as one shape: one for each of them, taken out of a list, costs a browser ten times as long.
  const LETTERS = /<use xlink:href="#[^"]*" x="[^"]*" y="0"([^>]*)\/>(?:<use xlink:href="#[^"]*" x="[^"]*" y="0"\1\/>)*/g;
  const LETTER = /#([^"]*)" x="([^"]*)"/g, NAME = /xlink:href="#([^"]*)"/g;
  function inShapes(svg) {
    const made = svg.replace(LETTERS, (line, look) => {
      let path = "";
      for (const [, name, x] of line.matchAll(LETTER)) {
        if (!letters.has(name)) return line; // a sign that is a picture
        path += `M${x} 0${letters.get(name)}`;
      }
      return `<path d="${path}"${look}/>`;
    });
    const left = new Set([...made.matchAll(NAME)].map((one) => one[1]).filter((name) => letters.has(name)));
    const symbols = [...left].map((name) => `<symbol id="${name}" overflow="visible"><path d="M 0 0${letters.get(name)}"/></symbol>`);
    return symbols.length ? made.replace(/<\/svg>$/, `<defs>${symbols.join("")}</defs></svg>`) : made;
  }

  // A page is drawn when it comes near the window, or when something on it is looked for.
  function fill(leaf) {
    seen.unobserve(leaf);
    if (leaf.firstChild) return;
    leaf.innerHTML = inShapes(known.get(leaf.dataset.ma)); // read by the parser of XML it takes seven times as long
    if (current) for (const one of spotsOf(leaf, current)) one.classList.add("dang-sua");
  }
  const seen = new IntersectionObserver((all) => {
    for (const one of all) if (one.isIntersecting) fill(one.target);
  }, { root: getComputedStyle(pane).overflowY === "auto" ? pane : null, rootMargin: "300px" });
  const spotsOf = (where, path) => [...where.querySelectorAll("[data-o]")].filter((one) => one.dataset.o === path || one.dataset.o.startsWith(`${path}/`));
  const holds = (leaf, path) => known.get(leaf.dataset.ma).includes(`data-o="${path}"`) || known.get(leaf.dataset.ma).includes(`data-o="${path}/`);

  function link(one) {
    const to = make("a", one.cho ? `${one.cho}: ${one.noi_dung}` : one.noi_dung);
    to.href = one.trang;
    return to;
  }

  async function judge() {
    let answer;
    try { answer = await window.hoSo.ask(`${soan}/nhan-xet`, { method: "POST", body: body({}), headers: { "Content-Type": "application/json" } }); } catch { return; }
    if (!answer.ok) return;
    const told = await answer.json();
    const marks = { "lỗi": "bad", "cảnh báo": "warn" };
    const each = new Map();
    for (const one of told.nhan_xet) each.set(one.muc, (each.get(one.muc) || 0) + 1);
    counts.replaceChildren(...[...each].map(([muc, many]) => make("span", `${many} ${muc}`, `mark ${marks[muc] || ""}`)));
    if (!each.size) counts.textContent = "không có";
    list.replaceChildren(...told.nhan_xet.map((one) => {
      const line = make("li");
      line.append(make("span", one.muc, `mark ${marks[one.muc] || ""}`), link(one));
      if (one.noi) line.append(make("span", ` (${one.noi})`, "muted"));
      if (one.dieu_khoan || one.ma) line.append(make("span", ` ${[one.dieu_khoan, one.ma].filter(Boolean).join(" · ")}`, "muted"));
      return line;
    }));
  }

  // The box of a path, or of the nearest thing around it.
  function box(path) {
    for (let at = path; at; at = at.slice(0, at.lastIndexOf("/"))) {
      const found = form.elements[at] || document.getElementById(`o${at}`);
      if (found) return found;
    }
    return null;
  }
  place.addEventListener("click", (event) => {
    const spot = event.target.closest("[data-o]");
    if (!spot) return;
    const found = box(spot.dataset.o);
    if (!found) { // typed in another part of the dossier
      const [, part, second] = spot.dataset.o.split("/");
      const pages = { co_quan: second === "nguoi" ? "nguoi-ky" : "co-quan", nam: "co-quan", muc_tieu: "muc-tieu", ke_hoach: "ke-hoach", ket_qua: "ket-qua", can_cu: "can-cu", cai_dat: "cai-dat" };
      if (pages[part]) location.assign(`${form.dataset.goc}/${pages[part]}#o${spot.dataset.o}`);
      return;
    }
    for (let at = found.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    if (found.focus) found.focus();
    found.scrollIntoView({ block: "center" });
  });
  function point(path, move) {
    current = path;
    for (const one of place.querySelectorAll(".dang-sua")) one.classList.remove("dang-sua");
    if (!path) return;
    for (const leaf of place.children) if (!leaf.firstChild && move && holds(leaf, path)) fill(leaf);
    const spots = spotsOf(place, path);
    for (const one of spots) one.classList.add("dang-sua");
    if (spots.length && move) {
      const at = spots[0].getBoundingClientRect(), frame = pane.getBoundingClientRect();
      if (at.top < frame.top || at.bottom > frame.bottom) pane.scrollTop += at.top - frame.top - frame.height / 3;
    }
  }
  form.addEventListener("focusin", (event) => { if ((event.target.name || "").startsWith("/")) point(event.target.name, true); });

  form.addEventListener("input", (event) => {
    const name = event.target.name || "";
    if (!name.startsWith("/")) return;
    typed.set(name, event.target.value);
    typedAt = performance.now();
    soon();
    clearTimeout(judging);
    judging = setTimeout(judge, JUDGE);
  });
  document.addEventListener("vanthu:luu", (event) => {
    // The page's address has the document's name in it: under another it is found by its place.
    if ((event.detail || []).includes(`/van_ban/${form.dataset.so}/ten_tep`)) {
      history.replaceState(null, "", `${soan.slice(0, soan.lastIndexOf("/"))}/@${form.dataset.so}`);
      soan = location.pathname;
    }
    // Saved words are in the version now; what was typed since is still waiting.
    const left = new Set(window.hoSo.changes().map((one) => one.o));
    for (const name of [...typed.keys()]) if (!left.has(name)) typed.delete(name);
    if (window.hoSo.version() > onVersion + 1) soon(); // for what another saved meanwhile
    onVersion = window.hoSo.version();
  });

  // Bases from the registry.
  const words = document.getElementById("tim"), results = document.getElementById("tim-thay");
  let looking = 0, turnOf = 0;
  if (words) {
    words.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    words.addEventListener("input", () => {
      clearTimeout(looking);
      looking = setTimeout(async () => {
        const turn = ++turnOf;
        if (!words.value.trim()) { results.replaceChildren(); return; }
        const answer = await window.hoSo.ask(`${soan}/can-cu?tim=${encodeURIComponent(words.value)}`);
        if (!answer.ok || turn !== turnOf) return;
        const told = await answer.json();
        results.replaceChildren(...told.van_ban.map((one) => {
          const line = make("li");
          const add = make("button", "Dùng", "second small");
          add.type = "button";
          add.setAttribute("aria-label", `Dùng ${one.label}`);
          add.addEventListener("click", () => use(one));
          line.append(add, " ", make("strong", one.label), " ", make("span", `${one.verdict} ngày ${told.ngay}`, `mark ${one.stands ? "good" : "bad"}`), make("br"), make("span", one.stands ? one.title : one.told, "muted"));
          return line;
        }));
        if (!told.van_ban.length) results.replaceChildren(make("li", "Không thấy trong danh mục. Có thể khai ở trang «Căn cứ» của hồ sơ."));
      }, 250);
    });
  }
  async function use(one) {
    window.hoSo.note(`/van_ban/${form.dataset.so}/can_cu`, { van_ban: [one.reference] }, "them");
    if (await window.hoSo.save()) {
      location.hash = "tim"; // for the next
      location.reload();
    }
  }

  draw();
  judge();
})();
