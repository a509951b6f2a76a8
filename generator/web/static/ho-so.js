// A dossier's form saved as it is typed: what changed goes by its path upon the version it was typed on; what another
// saved meanwhile comes in, what both changed is asked. Without this script the form works as a form.
"use strict";
(() => {
  const form = document.getElementById("bieu-mau");
  if (!form) return;
  const root = form.dataset.goc;
  const WAIT = 700, LOOK = 15000;
  const state = document.getElementById("trang-thai");
  const others = document.getElementById("nguoi-khac");
  const queue = new Map(); // path → change not sent yet
  let sent = new Map(); // those on their way
  let version = Number(form.dataset.ban), timer = 0, sending = null, broken = false, failed = false;
  const undone = []; // values before, to be put back one by one

  const secret = () => document.querySelector('meta[name="csrf"]').content;
  const ask = (address, options = {}) =>
    window.vanthu ? window.vanthu.send(address, options)
      : fetch(address, { ...options, headers: { ...(options.headers || {}), "X-CSRF": secret() } });
  const make = (tag, text, name) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  };
  const boxes = () => form.querySelectorAll('[name^="/"]');
  const say = (text) => { state.textContent = text; state.classList.toggle("bad", text.startsWith("Chưa lưu")); };

  // What is not saved outlives the page: it is in the browser until the server has it, and goes when the page is back.
  const place = `vanthu:${document.querySelector('meta[name="csrf"]').dataset.nguoi}:${root}`;
  function hold() {
    const left = [...new Map([...sent, ...queue]).values()];
    try {
      if (left.length) sessionStorage.setItem(place, JSON.stringify({ ban: version, doi: left }));
      else sessionStorage.removeItem(place);
    } catch { /* a browser that keeps nothing asks before the page is left */ }
  }
  function takeUp() {
    let left;
    try { left = JSON.parse(sessionStorage.getItem(place)); } catch { return; }
    if (!left || !left.doi.length) return;
    version = left.ban;
    for (const one of left.doi) {
      queue.set(`${one.viec} ${one.o}`, one);
      const box = form.elements[one.o];
      if (box && typeof one.gia_tri === "string") box.value = one.gia_tri;
    }
    save().then((done) => done && freshen());
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
    if (sending) { await sending; }
    if (!queue.size) return true;
    sent = new Map(queue);
    queue.clear();
    say("Đang lưu…");
    sending = send([...sent.values()]);
    const done = await sending;
    sending = null;
    if (!done) { // nothing typed is lost: it goes with the next save, newer words of the same box first
      for (const [key, change] of sent) if (!queue.has(key)) queue.set(key, change);
      if (!broken) timer = setTimeout(save, 5000);
    } else if (failed) {
      failed = false;
      if (window.vanthu) window.vanthu.say("");
    }
    sent = new Map();
    hold();
    return done;
  }

  async function send(changes) {
    let answer;
    try {
      answer = await ask(`${root}/luu`, { method: "POST", body: JSON.stringify({ ban: version, doi: changes }), headers: { "Content-Type": "application/json" } });
    } catch {
      failed = true;
      say("Chưa lưu được: không kết nối được máy chủ. Nội dung vẫn ở đây, sẽ tự lưu lại.");
      return false;
    }
    if (!answer.ok) {
      failed = true;
      broken = answer.status >= 400 && answer.status < 500 && answer.status !== 401 && answer.status !== 429;
      const again = broken ? "." : ", sẽ tự lưu lại.";
      say(`Chưa lưu được: ${answer.status === 401 ? "phiên làm việc đã hết" : await why(answer)}. Nội dung vẫn ở đây${again}`);
      return false;
    }
    broken = false;
    const told = await answer.json();
    version = told.ban;
    form.dataset.ban = version;
    form.elements.ban.value = version;
    say(`Đã lưu, bản ${told.ban}, ${told.luc}`);
    if (told.khac.length) await comeIn(told.nguoi, told.khac);
    else if (changes.some((one) => /^\/van_ban\/\d+\/loai$/.test(one.o))) await freshen(); // other types have other boxes
    if (told.trung.length) clash(told.nguoi, told.trung);
    document.dispatchEvent(new CustomEvent("vanthu:luu", { detail: changes.map((one) => one.o) }));
    look();
    return true;
  }

  async function why(answer) {
    const text = await answer.text().catch(() => "");
    if ((answer.headers.get("Content-Type") || "").startsWith("text/plain")) return text.replace(/\.\s*$/, "");
    try { return JSON.parse(text).loi || "máy chủ chưa nhận"; } catch { return "máy chủ chưa nhận"; }
  }

  // What another saved: their words stand in every box that is not being typed in; a new shape is drawn anew.
  async function comeIn(by, changes) {
    const told = make("div", "", "flash warn");
    told.append(make("p", `${by || "Người khác"} vừa sửa hồ sơ này; đã gộp với phần của bạn:`));
    const list = make("ul");
    for (const one of changes) list.append(make("li", `${one.o}: ${one.truoc || "(trống)"} → ${one.sau || "(trống)"}`));
    told.append(list);
    others.replaceChildren(told);
    await freshen();
  }

  async function freshen() {
    const answer = await ask(location.pathname + location.search);
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("bieu-mau");
    if (!fresh) return;
    const names = (one) => [...one.querySelectorAll('[name^="/"], [data-luoi]')].map((box) => box.name || box.dataset.luoi).join(" ");
    if (names(fresh) === names(form)) {
      for (const box of fresh.querySelectorAll('[name^="/"]')) {
        const own = form.elements[box.name];
        if (own && !queue.has(`ghi ${box.name}`) && own.value === own.dataset.cu) own.value = box.value;
        if (own) own.dataset.cu = box.dataset.cu;
      }
      for (const grid of fresh.querySelectorAll("[data-luoi]")) {
        const own = [...form.querySelectorAll("[data-luoi]")].find((one) => one.dataset.luoi === grid.dataset.luoi);
        if (own && own.dataset.dong !== grid.dataset.dong && !queue.has(`ghi ${grid.dataset.luoi}`)) {
          own.dataset.dong = grid.dataset.dong;
          own.dispatchEvent(new CustomEvent("vanthu:dong"));
        }
      }
      version = Number(fresh.dataset.ban);
    } else if (!queue.size) {
      version = Number(fresh.dataset.ban);
      const at = document.activeElement && document.activeElement.name;
      form.replaceChildren(...fresh.childNodes);
      grids();
      if (at && form.elements[at]) form.elements[at].focus();
    }
    form.elements.ban.value = version;
  }

  function clash(by, found) {
    const part = document.getElementById("trung");
    part.querySelector("h2").textContent = `${by || "Người khác"} và bạn cùng sửa ${found.length} chỗ`;
    const list = document.getElementById("trung-cac-cho");
    list.replaceChildren(...found.map((one) => {
      const place = make("div", "", "clash");
      const said = make("dl");
      said.append(make("dt", "Của bạn"), make("dd", one.toi), make("dt", "Của người kia (đang giữ)"), make("dd", one.ho));
      const mine = make("button", "Dùng của tôi", "second"), theirs = make("button", "Giữ của người kia", "second");
      mine.type = theirs.type = "button";
      const title = make("p");
      title.append(make("strong", one.ten));
      mine.addEventListener("click", async () => {
        queue.set(`ghi ${one.o}`, { viec: "ghi", o: one.o, gia_tri: one.cua_toi });
        if (await save()) { await freshen(); gone(); }
      });
      const gone = () => { place.remove(); part.hidden = !list.children.length; };
      theirs.addEventListener("click", gone);
      place.append(title, said, mine, " ", theirs);
      return place;
    }));
    part.hidden = false;
    freshen();
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
    if (told.ban > version && !queue.size && !sending) {
      others.replaceChildren(make("p", `${told.nguoi || "Người khác"} vừa lưu bản ${told.ban}; trang này đã cập nhật.`, "flash warn"));
      await freshen();
      document.dispatchEvent(new CustomEvent("vanthu:luu"));
    }
  }

  form.addEventListener("input", (event) => {
    const box = event.target;
    if (!box.name || !box.name.startsWith("/")) return;
    if (!undone.length || undone[undone.length - 1].name !== box.name) undone.push({ name: box.name, value: box.dataset.cu });
    note(box.name, box.value);
  });
  form.addEventListener("focusout", (event) => {
    const box = event.target;
    if (box.name && box.name.startsWith("/") && queue.size) save();
  });
  // A button that adds or takes out sends the form itself; what waits goes first, so that it is not told as a clash.
  let through = false;
  form.addEventListener("submit", async (event) => {
    if (through || (!queue.size && !sending)) return;
    event.preventDefault();
    const button = event.submitter;
    if (await save()) {
      through = true;
      form.requestSubmit(button);
      through = false; // it may be asked about (page.js), and not go
    }
  });
  // What is typed in a cell of a table is told when the cell is left.
  const leaveCell = () => {
    const box = document.activeElement, table = box && box.closest(".tabulator-editing") && box.closest(".tabulator-tableholder");
    if (table) { box.blur(); table.focus({ preventScroll: true }); }
  };
  window.addEventListener("beforeunload", (event) => { leaveCell(); if (queue.size && !through) { save(); event.preventDefault(); } });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    leaveCell();
    save();
  });
  setInterval(() => { if (!document.hidden && !queue.size) look(); }, LOOK);

  // Tables: Tabulator, with its keyboard, several cells pasted from Excel, and a step back after any change.
  function grids() {
    if (!window.Tabulator) return;
    for (const place of form.querySelectorAll("[data-luoi]")) grid(place);
  }

  function grid(place) {
    const columns = JSON.parse(place.dataset.cot), path = place.dataset.luoi, reads = "chiXem" in place.dataset;
    const wide = (one) => (one.key === "noi_dung" ? 320 : { lines: 200, text: 170, day: 120, number: 100, flag: 100, choice: 140, line: 120 }[one.kind] || 140);
    const made = columns.map((one) => ({
      title: one.title + (one.required ? " *" : ""), field: one.key, width: wide(one), headerSort: false, headerTooltip: one.help || one.title,
      ...(reads ? { editable: false } : {}), // and not without an editor: Enter in such a cell is an error of Tabulator's
      editor: one.choices.length ? "list" : one.kind === "lines" || one.kind === "text" ? "textarea" : "input",
      editorParams: one.choices.length ? { values: one.choices.map(([value, label]) => ({ value, label })), autocomplete: true, freetext: true, allowEmpty: true, listOnEmpty: true } : {},
      formatter: one.kind === "lines" || one.kind === "text" ? "textarea" : "plaintext",
    }));
    const bar = make("p", "", "add"), holder = make("div");
    bar.tabIndex = -1;
    place.replaceChildren(holder, bar);
    holder.setAttribute("aria-label", place.dataset.ten);
    const table = new window.Tabulator(holder, {
      data: JSON.parse(place.dataset.dong), columns: made, layout: "fitColumns", maxHeight: "60vh", placeholder: "Chưa có dòng nào",
      rowHeader: { formatter: "rownum", headerSort: false, width: 44, hozAlign: "center", resizable: false, frozen: true },
      selectableRange: 1, selectableRangeColumns: true, selectableRangeRows: true, selectableRangeClearCells: !reads,
      editTriggerEvent: "dblclick", clipboard: reads ? "copy" : true, clipboardCopyStyled: false,
      clipboardCopyConfig: { rowHeaders: false, columnHeaders: false }, clipboardCopyRowRange: "range",
      clipboardPasteParser: copied, clipboardPasteAction: paste,
      selectableRangeAutoFocus: false,
    });
    const past = [];
    let now = place.dataset.dong, pasting = false; // what is pasted is one change, to be taken back as one
    const values = () => table.getData().map((row) => Object.fromEntries(columns.map((one) => [one.key, row[one.key] == null ? "" : String(row[one.key])])));
    const keep = () => {
      if (pasting) return;
      const next = JSON.stringify(values());
      if (next === now) return;
      past.push(now);
      now = next;
      back.disabled = false;
      note(path, values());
    };

    // What a spreadsheet puts on the clipboard: cells between tabs, those of several lines in quotes.
    function copied(text) {
      const rows = [[""]];
      let quoted = false;
      for (let n = 0; n < text.length; n += 1) {
        const sign = text[n], row = rows[rows.length - 1], last = row.length - 1;
        if (quoted) {
          if (sign !== '"') row[last] += sign;
          else if (text[n + 1] === '"') { row[last] += '"'; n += 1; } else quoted = false;
        } else if (sign === '"' && row[last] === "") quoted = true;
        else if (sign === "\t") row.push("");
        else if (sign === "\n") rows.push([""]);
        else if (sign !== "\r") row[last] += sign;
      }
      if (rows[rows.length - 1].join("") === "") rows.pop();
      const fields = columns.map((one) => one.key);
      const [range] = table.getRanges();
      const first = range ? range.getColumns().map((one) => fields.indexOf(one.getField())).find((at) => at >= 0) : 0;
      const from = Math.max(first || 0, 0);
      return rows.map((row) => Object.fromEntries(row.map((value, n) => [fields[from + n], value]).filter(([field]) => field)));
    }

    // As much as was copied goes in from the first cell that is chosen on; rows that are not there yet are made.
    async function paste(rows) {
      const all = table.getRows(), [range] = table.getRanges();
      const chosen = range ? range.getRows()[0] : null;
      const start = chosen ? all.indexOf(chosen) : 0;
      pasting = true;
      try {
        for (const [n, row] of rows.entries()) {
          const there = all[Math.max(start, 0) + n];
          if (there) await there.update(row); else await table.addRow(row);
        }
      } finally {
        pasting = false;
      }
      keep();
      return table.getRows().slice(Math.max(start, 0), Math.max(start, 0) + rows.length);
    }

    const back = make("button", "Hoàn tác", "second"), more = make("button", "Thêm dòng", "second"), less = make("button", "Xóa dòng đang chọn", "danger");
    for (const one of [more, less, back]) one.type = "button";
    back.disabled = true;
    const undo = async () => {
      if (!past.length) return;
      now = past.pop();
      back.disabled = !past.length;
      await table.setData(JSON.parse(now));
      note(path, values());
    };
    back.addEventListener("click", undo);
    more.addEventListener("click", async () => {
      const row = await table.addRow({});
      keep();
      const cell = row.getCells().find((one) => one.getField());
      if (cell) { const [range] = table.getRanges(); if (range) range.setBounds(cell, cell); cell.getElement().focus(); cell.edit(true); }
    });
    less.addEventListener("click", () => {
      const [range] = table.getRanges();
      if (!range) return;
      for (const row of range.getRows()) row.delete();
      keep();
    });
    if (!reads) bar.append(more, " ", less, " ", back);
    if (!reads) bar.append(make("span", "Gõ vào ô đang chọn; nhấn đúp hoặc Enter để sửa ô, Enter là xong ô, Shift+Enter xuống dòng; mũi tên để đi; Ctrl+C, Ctrl+V với Excel; Ctrl+Z hoàn tác; Esc ra khỏi bảng.", "hint"));
    holder.addEventListener("keydown", (event) => { // as in a spreadsheet: Enter leaves the cell
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.target.tagName !== "TEXTAREA") return;
      event.preventDefault();
      event.stopPropagation();
      leaveCell();
    }, true);
    // As in a spreadsheet: what is typed upon a chosen cell takes the place of what is in it; F2 opens it. Tab goes through
    // all cells, so Esc leads out.
    holder.addEventListener("keydown", (event) => {
      const editing = /^(INPUT|TEXTAREA)$/.test(event.target.tagName), [range] = table.getRanges();
      if (event.key === "Escape" && !editing) { (reads ? bar : more).focus(); return; }
      const types = event.key.length === 1 || event.key === "Process" || event.isComposing;
      if (reads || editing || !range || event.ctrlKey || event.metaKey || event.altKey || !(types || event.key === "F2")) return;
      const cell = range.getRows()[0] && range.getRows()[0].getCells().find((one) => one.getColumn() === range.getColumns()[0]);
      if (!cell || !cell.getField()) return;
      cell.edit(true);
      const box = cell.getElement().querySelector("input, textarea");
      if (box) { box.focus(); if (types) box.value = ""; }
    });
    holder.addEventListener("keydown", (event) => {
      const editing = /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !editing) { event.preventDefault(); undo(); }
    });
    place.addEventListener("vanthu:dong", () => { now = place.dataset.dong; past.length = 0; table.setData(JSON.parse(now)); });
    // What a screen reader is told of the table: rows in groups, and nothing focusable between them and the table.
    table.on("tableBuilt", () => {
      holder.removeAttribute("aria-owns");
      const body = holder.querySelector(".tabulator-tableholder");
      if (!body) return;
      body.setAttribute("role", "rowgroup");
      body.setAttribute("aria-label", place.dataset.ten);
      const rows = body.querySelector(".tabulator-table");
      if (rows) rows.setAttribute("role", "presentation");
    });
    table.on("cellEdited", keep);
    // A cell of several lines makes its row higher: the table follows, else half of the row stays out of sight.
    // Not while the next cell is open, which would be drawn anew without what is typed in it: it follows when that is left.
    const follow = () => { if (!holder.querySelector(".tabulator-editing")) table.redraw(); };
    for (const ended of ["cellEdited", "cellEditCancelled"]) table.on(ended, () => setTimeout(follow));
    table.on("dataChanged", keep);
    place.table = table;
  }
  grids();

  document.addEventListener("vanthu:vao-lai", save);
  takeUp();

  window.hoSo = { root, note, save, changes: () => [...queue.values()], version: () => version, secret, ask };
})();
