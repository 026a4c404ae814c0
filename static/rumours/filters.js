// Keeps the address of a filtered list short: what was left empty is not sent. Everything works without this.
for (const form of document.querySelectorAll("[data-filters]")) {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) {
      if (!value) formData.delete(name);
    }
  });
}
