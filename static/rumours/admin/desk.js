/* The desk's own help: Ctrl+S saves, a double click sends once, and every field says its name to those who hear the page. */
"use strict";
(() => {
  const saveStays = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") {
      return;
    }
    const button = document.querySelector("[name=_continue]") || document.querySelector("[name=_save]");
    if (button) {
      event.preventDefault();
      button.click();
    }
  };

  /* What is on its way is not sent again: the second save would meet the first as somebody else's. */
  const sendOnce = (event) => {
    if (event.target.method !== "post" || event.defaultPrevented) {
      return;
    }
    if (event.target.dataset.sent) {
      event.preventDefault();
    }
    event.target.dataset.sent = "yes";
  };
  const sendAgain = () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);

  /* A field's label, or the heading of its column. */
  const nameOf = (field) => {
    const label = field.labels && field.labels[0];
    if (label && label.textContent.trim()) {
      return label.textContent.trim().replace(/:$/, "");
    }
    const cell = field.closest(".tabular td");
    const heading = cell && cell.closest("table").querySelectorAll("thead th")[cell.cellIndex];
    return heading ? heading.textContent.trim() : "";
  };

  const nameField = (field) => {
    const name = nameOf(field);
    if (!name) {
      return;
    }
    const drawn = field.matches(".admin-autocomplete") && field.parentElement.querySelector(".select2-selection__rendered");
    if (drawn) {
      const chosen = [...field.selectedOptions].map((option) => option.textContent.trim()).filter(Boolean);
      drawn.setAttribute("aria-label", [name, ...chosen].join(": "));
      field.parentElement.querySelectorAll(".select2-search__field").forEach((typed) => typed.setAttribute("aria-label", name));
    } else if (!field.labels || !field.labels.length) {
      field.setAttribute("aria-label", name);
    }
  };

  const nameAll = () => {
    document.querySelector("#searchbar")?.setAttribute("aria-label", "Search");
    document.querySelectorAll(".tabular thead th:empty").forEach((heading) => {
      const words = document.createElement("span");
      words.className = "visually-hidden";
      words.textContent = "Row";
      heading.append(words);
    });
    document.querySelectorAll(".admin-autocomplete, .tabular td :is(input, select, textarea):not([type=hidden])").forEach(nameField);
  };

  document.addEventListener("keydown", saveStays);
  document.addEventListener("submit", sendOnce);
  window.addEventListener("pageshow", sendAgain);
  /* Select2 draws its fields when the page is ready, and those of a new row when it is added: after both. */
  window.addEventListener("load", () => {
    nameAll();
    document.addEventListener("formset:added", () => setTimeout(nameAll));
    django.jQuery(document).on("change", ".admin-autocomplete", (event) => nameField(event.target));
  });
})();
