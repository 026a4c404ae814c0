/* Ctrl+S (or Cmd+S) saves the form and stays on it. */
"use strict";
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") {
    return;
  }
  const button = document.querySelector("[name=_continue]") || document.querySelector("[name=_save]");
  if (button) {
    event.preventDefault();
    button.click();
  }
});
