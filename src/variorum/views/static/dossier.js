(() => {
  "use strict";
  const all = (css, root = document) => [...root.querySelectorAll(css)];
  const address = () => {
    const [id, ...pairs] = decodeURIComponent(location.hash.slice(1)).split("~");
    return { id, filters: Object.fromEntries(pairs.map((pair) => pair.split("="))) };
  };
  const write = (id, filters) =>
    "#" + [id, ...Object.entries(filters).filter(([, v]) => v).map(([k, v]) => k + "=" + v)].join("~");

  // Landing: open what hides the target, bring it into view, light the exact words.
  const targets = (id) => {
    if (!id) return [];
    const words = all('[data-e~="' + CSS.escape(id) + '"]');
    const item = document.getElementById(id);
    return words.length ? words : item ? [item] : [];
  };
  const open = (el) => {
    for (let up = el; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    const inner = el.matches(".entry") && el.querySelector("details");
    if (inner) inner.open = true;
    const card = el.closest("[hidden]");
    if (card) card.hidden = false;
  };
  const land = (id, scroll) => {
    all(".lit").forEach((el) => el.classList.remove("lit"));
    const found = targets(id);
    if (!found.length) return;
    found.forEach((el) => { open(el); el.classList.add("lit"); });
    if (!scroll) return;
    const long = found[0].offsetHeight > innerHeight * 0.6 || found[0].tagName === "SECTION";
    const go = () => found[0].scrollIntoView({ block: long ? "start" : "center", behavior: "instant" });
    go();
    requestAnimationFrame(go);
    if (!found[0].hasAttribute("tabindex")) found[0].tabIndex = -1;
    found[0].focus({ preventScroll: true });
  };

  // Filters and layers live in the address, after the item.
  const apply = ({ kind = "", off } = {}) => {
    const kinds = kind.split(",").filter(Boolean);
    all(".card").forEach((card) => { card.hidden = kinds.length > 0 && !kinds.includes(card.dataset.kind); });
    all(".filters button").forEach((b) => b.setAttribute("aria-pressed", String(kinds.includes(b.dataset.kind))));
    if (off !== undefined) all(".layers input").forEach((box) => { box.checked = !off.split(",").includes(box.dataset.layer); });
    layers();
  };
  const layers = () => all(".layers input").forEach((box) =>
    document.body.classList.toggle("no-" + box.dataset.layer, !box.checked));
  const refilter = (change) => {
    const { id, filters } = address();
    const next = { ...filters, ...change };
    history.replaceState(null, "", write(id, next) || "#");
    apply(next);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      const id = link.getAttribute("href").slice(1);
      history.pushState(null, "", write(id, address().filters));
      land(id, true);
      return;
    }
    const button = event.target.closest(".filters button");
    if (button) {
      const on = new Set((address().filters.kind || "").split(",").filter(Boolean));
      if (!on.delete(button.dataset.kind)) on.add(button.dataset.kind);
      refilter({ kind: [...on].sort().join(",") });
    }
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches(".layers input")) return;
    const off = all(".layers input").filter((box) => !box.checked).map((box) => box.dataset.layer);
    refilter({ off: off.join(",") || "none" });
  });

  // Back and forward: the browser restores the place; only the light and the filters follow.
  window.addEventListener("popstate", () => {
    const { id, filters } = address();
    apply(filters);
    land(id, false);
  });

  // j and k move between items.
  const step = (by) => {
    const items = all(".item").filter((el) => el.offsetParent !== null);
    const here = document.activeElement && document.activeElement.closest(".item");
    let at = here ? items.indexOf(here) : -1;
    if (at < 0) {
      at = items.findIndex((el) => el.getBoundingClientRect().top > 60);
      at = at < 0 ? items.length - 1 : by > 0 ? at - 1 : at;
    }
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (!next) return;
    history.replaceState(null, "", write(next.id, address().filters));
    all(".lit").forEach((el) => el.classList.remove("lit"));
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: next.offsetHeight > innerHeight * 0.6 ? "start" : "center", behavior: "instant" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.target.closest("input, textarea")) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });

  const start = address();
  apply(start.filters);
  if (start.id) land(start.id, true);

  // On paper everything is open; afterwards the page is as it was.
  let shut = [];
  window.addEventListener("beforeprint", () => {
    shut = all("details:not([open])");
    shut.forEach((el) => { el.open = true; });
  });
  window.addEventListener("afterprint", () => shut.forEach((el) => { el.open = false; }));
})();
