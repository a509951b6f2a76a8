// What every page does: each request that changes something carries the session's secret, also when the session was
// renewed in another window; where nobody is signed in any more, the page says so and keeps what was typed.
"use strict";
(() => {
  const meta = document.querySelector('meta[name="csrf"]');
  const secret = () => (meta ? meta.content : "");

  const person = () => (meta ? meta.dataset.nguoi : "");

  // The session as it is now, its secret put on the page: the status of the answer, 401 where nobody is signed in or
  // another person is, whose name must not stand on what was typed here.
  async function session() {
    const answer = await fetch("/phien", { headers: { Accept: "application/json", "X-Requested-With": "fetch" } });
    if (!answer.ok) return { status: answer.status, text: answer.status === 401 ? "" : await answer.text() };
    const told = await answer.json();
    if (told.nguoi !== person()) return { status: 401, text: "" };
    meta.content = told.csrf;
    for (const field of document.querySelectorAll('input[name="csrf"]')) field.value = meta.content;
    return { status: 200, text: "" };
  }
  const renew = async () => !!meta && (await session()).status === 200;

  function say(text, link, good) {
    const place = document.getElementById("thong-bao");
    if (!place) return;
    if (!text) { place.replaceChildren(); return; }
    const line = document.createElement("p");
    line.className = good ? "flash" : "flash error";
    line.setAttribute("role", good ? "status" : "alert");
    line.textContent = text;
    if (link) {
      const to = document.createElement("a");
      to.href = link.href;
      to.target = "_blank";
      to.textContent = link.text;
      line.append(" ", to);
    }
    place.replaceChildren(line);
  }

  // Whenever the window is looked at again: signed in by then, the page goes on.
  let waiting = false;
  function back() {
    if (waiting) return;
    waiting = true;
    const look = async () => {
      if (!(await renew().catch(() => false))) return;
      window.removeEventListener("focus", look);
      waiting = false;
      say("Đã đăng nhập lại, nội dung vẫn ở đây. Hãy bấm lại nút vừa bấm.", null, true);
      document.dispatchEvent(new CustomEvent("vanthu:vao-lai"));
    };
    window.addEventListener("focus", look);
  }

  async function refused(status, text) {
    if (status === 401) {
      say("Phiên làm việc đã hết. Nội dung đang nhập vẫn còn ở đây.", {
        href: "/dang-nhap",
        text: "Đăng nhập lại ở cửa sổ mới, rồi quay lại đây làm tiếp",
      });
      back();
    } else {
      say(text || "Không làm được việc vừa yêu cầu. Hãy thử lại.");
    }
  }

  // For the scripts of pages: fetch with the secret; once more where the secret was of an older session.
  async function send(address, options = {}) {
    const asked = () =>
      fetch(address, { ...options, headers: { ...(options.headers || {}), "X-CSRF": secret(), "X-Requested-With": "fetch" } });
    let answer = await asked();
    if (answer.status === 403 && (await renew())) answer = await asked();
    if (answer.status === 401) await refused(401);
    return answer;
  }

  document.addEventListener("htmx:configRequest", (event) => {
    if (secret()) event.detail.headers["X-CSRF"] = secret();
  });
  document.addEventListener("htmx:responseError", (event) => {
    const answer = event.detail.xhr;
    if (answer.status === 403) renew();
    const plain = (answer.getResponseHeader("Content-Type") || "").startsWith("text/plain");
    refused(answer.status, plain ? answer.responseText : "");
  });
  const GONE = "Không kết nối được máy chủ. Nội dung đang nhập vẫn còn ở đây; hãy thử lại.";
  document.addEventListener("htmx:sendError", () => say(GONE));

  // A form goes once, however often its button is pressed, and only to a server that can take it: where the session has
  // ended or the store is away, an answer in its place would take what was typed with it.
  // What cannot be undone is asked about first: <form data-hoi="Thu hồi …?">, <button data-hoi-nut="Xóa …?">.
  const WORK = 15000; // after which a form may go again: what it began answers by then, or with a file
  const LATE = 3000; // after which who waits is told so
  const looked = new WeakSet(), going = new WeakSet();
  document.addEventListener("submit", async (event) => {
    const form = event.target, button = event.submitter;
    if (event.defaultPrevented) return;
    if (looked.has(form)) { looked.delete(form); return; }
    if (going.has(form)) { event.preventDefault(); return; }
    const question = (button && button.dataset.hoiNut) || form.dataset.hoi;
    if (question && !window.confirm(question)) { event.preventDefault(); return; }
    if (!meta || form.method !== "post" || form.hasAttribute("hx-post")) return;
    event.preventDefault();
    going.add(form);
    const found = await session().catch(() => ({ status: 0, text: GONE }));
    if (found.status === 200) {
      say("");
      looked.add(form);
      form.requestSubmit(button);
      const late = setTimeout(() => say("Đang chờ máy chủ trả lời… Đừng đóng trang.", null, true), LATE); // goes with the page
      setTimeout(() => { going.delete(form); clearTimeout(late); say(""); }, WORK);
    } else {
      going.delete(form);
      refused(found.status, found.text);
    }
  });

  // A day that no calendar has (31/02) is told at its box when that is left, not when the form is sent.
  const SIGNS = /^(\d{1,2})([-/.]?)(\d{1,2})\2(\d{4})$|^(\d{4})-(\d{2})-(\d{2})$/;
  function isDay(text) {
    const found = SIGNS.exec(text);
    if (!found || (found[1] && !found[2] && text.length !== 8)) return false;
    const [year, month, date] = found[1] ? [found[4], found[3], found[1]] : found.slice(5);
    const day = new Date(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}T00:00Z`);
    return !Number.isNaN(day.getTime()) && day.getUTCDate() === Number(date);
  }
  document.addEventListener("focusout", (event) => {
    const box = event.target;
    if (!("ngay" in box.dataset)) return;
    const id = `${box.id}-lich`, told = document.getElementById(id), text = box.value.trim();
    const wrong = text !== "" && !isDay(text);
    if (wrong === !!told) return;
    if (wrong) {
      const line = document.createElement("p");
      line.id = id;
      line.className = "error";
      line.setAttribute("role", "alert");
      line.textContent = "Ngày này không có trong lịch: ghi ngày/tháng/năm như 05/03/2026.";
      box.after(line);
    } else told.remove();
    const about = (box.getAttribute("aria-describedby") || "").split(" ").filter((one) => one && one !== id);
    box.setAttribute("aria-describedby", [...about, ...(wrong ? [id] : [])].join(" "));
    box.setAttribute("aria-invalid", String(wrong));
  });

  window.vanthu = { send, say, person };
})();
