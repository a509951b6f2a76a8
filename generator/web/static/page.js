// What every page does: each request that changes something carries the session's secret, also when the session was
// renewed in another window; where nobody is signed in any more, the page says so and keeps what was typed.
"use strict";
(() => {
  const meta = document.querySelector('meta[name="csrf"]');
  const secret = () => (meta ? meta.content : "");

  async function renew() {
    const answer = await fetch("/phien", { headers: { Accept: "application/json" } });
    if (!meta || !answer.ok) return false;
    meta.content = (await answer.json()).csrf;
    for (const field of document.querySelectorAll('input[name="csrf"]')) field.value = meta.content;
    return true;
  }

  function say(text, link) {
    const place = document.getElementById("thong-bao");
    if (!place) return;
    const line = document.createElement("p");
    line.className = "flash error";
    line.setAttribute("role", "alert");
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

  async function refused(status, text) {
    if (status === 401) {
      say("Phiên làm việc đã hết. Nội dung đang nhập vẫn còn ở đây.", {
        href: "/dang-nhap",
        text: "Đăng nhập lại ở cửa sổ mới, rồi quay lại đây lưu tiếp",
      });
      window.addEventListener("focus", () => renew().then((done) => done && say("Đã đăng nhập lại. Hãy lưu lại.")), { once: true });
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
  document.addEventListener("htmx:sendError", () => say("Không kết nối được máy chủ. Nội dung đang nhập vẫn còn ở đây; hãy thử lại."));
  // What cannot be undone is asked about once: <form data-hoi="Thu hồi …?">.
  document.addEventListener("submit", (event) => {
    const question = event.target.dataset.hoi;
    if (question && !window.confirm(question)) event.preventDefault();
  });

  window.vanthu = { send, say };
})();
