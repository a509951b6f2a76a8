// The tables of a dossier's form: Tabulator, with its keyboard, several cells pasted from Excel, and a step back after any change.
"use strict";
window.bang = (() => {
  // An element with its text and its class.
  const make = (tag, text, name) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  };

  // A text as it is looked for: in small letters, without diacritics.
  const plain = (text) => String(text).normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");

  // What a spreadsheet puts on the clipboard, by rows: cells between tabs, those of several lines in quotes.
  function cells(text) {
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
    return rows;
  }

  // What is typed in a cell is told when the cell is left.
  const leave = () => {
    const box = document.activeElement, table = box && box.closest(".tabulator-editing") && box.closest(".tabulator-tableholder");
    if (table) { box.blur(); table.focus({ preventScroll: true }); }
  };

  // `note(path, rows)` is told of every change.
  function grid(place, note) {
    const columns = JSON.parse(place.dataset.cot), path = place.dataset.luoi, reads = "chiXem" in place.dataset;
    const wide = (one) => (one.key === "noi_dung" ? 320 : { lines: 200, text: 170, day: 120, number: 100, flag: 100, choice: 140, line: 120 }[one.kind] || 140);
    const made = columns.map((one) => ({
      title: one.title + (one.required ? " *" : ""), field: one.key, headerSort: false, headerTooltip: one.help || one.title,
      ...(["lines", "text"].includes(one.kind) ? { minWidth: wide(one) } : { width: wide(one) }), // words take the room there is
      ...(reads ? { editable: false } : {}), // and not without an editor: Enter in such a cell is an error of Tabulator's
      editor: one.choices.length ? "list" : one.kind === "lines" || one.kind === "text" ? "textarea" : "input",
      editorParams: one.choices.length ? { values: one.choices.map(([value, label]) => ({ value, label })), autocomplete: true, freetext: true, allowEmpty: true, listOnEmpty: true, placeholderEmpty: "Không có trong danh sách", filterFunc: (term, label) => plain(label).includes(plain(term)) } : {},
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
      clipboardPasteParser: (text) => copied(text), clipboardPasteAction: (rows) => paste(rows),
      selectableRangeAutoFocus: false,
    });
    const past = [];
    const tidy = (rows) => rows.map((row) => Object.fromEntries(columns.map((one) => [one.key, row[one.key] == null ? "" : String(row[one.key])])));
    const values = () => tidy(table.getData());
    const given = () => JSON.stringify(tidy(JSON.parse(place.dataset.dong)));
    let now = given(), pasting = false; // what is pasted is one change, to be taken back as one
    const keep = () => {
      if (pasting) return;
      const next = JSON.stringify(values());
      if (next === now) return;
      past.push(now);
      now = next;
      back.disabled = false;
      note(path, values());
    };

    function copied(text, field) {
      const rows = cells(text);
      const fields = columns.map((one) => one.key);
      const [range] = table.getRanges();
      const first = field ? fields.indexOf(field) : range ? range.getColumns().map((one) => fields.indexOf(one.getField())).find((at) => at >= 0) : 0;
      const from = Math.max(first || 0, 0);
      return rows.map((row) => Object.fromEntries(row.map((value, n) => [fields[from + n], value]).filter(([field]) => field)));
    }

    // Several cells pasted while one is open, as after «Thêm dòng», are cells all the same; a single one is its text.
    function pasteOver(event) {
      const box = event.target;
      if (reads || !/^(INPUT|TEXTAREA)$/.test(box.tagName)) return;
      const text = event.clipboardData.getData("text/plain");
      if (!text.includes("\t") && !/<table/i.test(event.clipboardData.getData("text/html"))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const at = box.closest(".tabulator-cell"), start = table.getRows().findIndex((one) => one.getElement().contains(at));
      const rows = copied(text, at.getAttribute("tabulator-field")), [alone, ...others] = rows.flatMap(Object.values);
      if (!others.length) { document.execCommand("insertText", false, alone); return; }
      leave();
      paste(rows, start);
    }

    // As much as was copied goes in from the first cell that is chosen on; rows that are not there yet are made.
    async function paste(rows, from) {
      const all = table.getRows(), [range] = table.getRanges();
      const chosen = range ? range.getRows()[0] : null;
      const start = typeof from === "number" ? from : chosen ? all.indexOf(chosen) : 0;
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
    if (!reads) bar.append(make("span", "Gõ là ghi thay ô đang chọn; nhấn đúp, Enter hoặc F2 để sửa; Enter là xong ô, Shift+Enter xuống dòng; mũi tên để đi; Ctrl+C, Ctrl+V với Excel; Ctrl+Z hoàn tác; Esc ra khỏi bảng.", "hint"));
    // As in a spreadsheet: Enter leaves the cell; Enter or F2 opens the chosen one, a letter opens it and stands in it alone.
    // The table's own Enter is deaf for a moment after each cell, and what a quick typist types then would go nowhere.
    // Tab goes through all cells, so Esc leads out.
    const open = (event) => {
      const [range] = table.getRanges(), cell = range && range.getCells().flat()[0];
      if (event.key === "Escape") { (reads ? bar : more).focus(); return; }
      const types = (event.key.length === 1 && event.key !== " ") || event.key === "Process"; // of a keyboard that composes
      if (reads || !cell || !cell.getField() || event.altKey || !(types || event.key === "Enter" || event.key === "F2")) return;
      cell.edit(true);
      const box = cell.getElement().querySelector("input, textarea");
      if (box && types) box.select(); else event.preventDefault();
      event.stopPropagation();
    };
    holder.addEventListener("paste", pasteOver, true);
    holder.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      if (!/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) { open(event); return; }
      if (event.key !== "Enter" || event.shiftKey || event.target.tagName !== "TEXTAREA") return;
      event.preventDefault();
      event.stopPropagation();
      leave();
    }, true);
    holder.addEventListener("keydown", (event) => {
      const editing = /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !editing) { event.preventDefault(); undo(); }
    });
    place.addEventListener("vanthu:dong", () => {
      if (given() === now) return; // as it stands, its steps back and its chosen cell are kept
      now = given();
      past.length = 0;
      back.disabled = true;
      table.setData(JSON.parse(now));
    });
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
    table.on("renderComplete", () => { // what an empty table says is its one row
      const empty = holder.querySelector(".tabulator-placeholder");
      if (!empty) return;
      empty.setAttribute("role", "row");
      empty.firstElementChild.setAttribute("role", "gridcell");
    });
    table.on("cellEdited", keep);
    // A cell of several lines makes its row higher: the table follows, else half of the row stays out of sight.
    // Not while a cell is open, which would be drawn anew without what is typed in it, also where the table does so by
    // itself as it is scrolled into view or its width changes: it follows when the cell is left.
    const redraw = table.redraw.bind(table);
    let owed = false;
    table.redraw = (all) => {
      if (holder.querySelector(".tabulator-editing")) { owed = owed || all; return; }
      redraw(all || owed);
      owed = false;
    };
    for (const ended of ["cellEdited", "cellEditCancelled"]) table.on(ended, () => setTimeout(() => table.redraw()));
    table.on("dataChanged", keep);
    place.table = table;
  }

  return {
    draw: (form, note) => {
      if (!window.Tabulator) return;
      for (const place of form.querySelectorAll("[data-luoi]")) grid(place, note);
    },
    cells,
    leave,
    make,
    isOpen: (form) => !!form.querySelector(".tabulator-editing"),
  };
})();
