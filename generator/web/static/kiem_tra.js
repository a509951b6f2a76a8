// Kiểm tra tệp Word: a file dropped anywhere on the frame is taken; a mark and its line in the list find each other.
"use strict";
(() => {
  const form = document.getElementById("gui-tep");
  if (form) {
    const frame = document.getElementById("khung");
    const field = document.getElementById("tep");
    const said = document.getElementById("dang-lam");
    const over = (on) => frame.classList.toggle("over", on);
    for (const name of ["dragenter", "dragover"]) {
      frame.addEventListener(name, (event) => { event.preventDefault(); over(true); });
    }
    frame.addEventListener("dragleave", () => over(false));
    frame.addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      if (!event.dataTransfer.files.length) return;
      field.files = event.dataTransfer.files;
      form.requestSubmit();
    });
    // A file let fall beside the frame is not opened in place of the page.
    for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
    form.addEventListener("submit", () => {
      said.textContent = "Đang đọc và xét tệp, thường mất vài giây …";
      form.querySelector("button[type=submit]").disabled = true;
    });
    window.addEventListener("pageshow", () => {
      said.textContent = "";
      form.querySelector("button[type=submit]").disabled = false;
    });
    const errors = document.getElementById("loi");
    if (errors) errors.focus();
    return;
  }
  const show = (target) => {
    for (const one of document.querySelectorAll(".here")) one.classList.remove("here");
    if (!target) return;
    target.classList.add("here");
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.flag, a.number");
    if (!link) return;
    event.preventDefault();
    const name = link.getAttribute("href");
    history.replaceState(null, "", name);
    show(document.getElementById(name.slice(1)));
  });
})();
