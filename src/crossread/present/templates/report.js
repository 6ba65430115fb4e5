// Comfort only: the page can be read without it. Filters items, opens and closes them, opens what a link leads to.
const items = [...document.querySelectorAll(".item")];
const tools = document.querySelector(".tools");
const hits = document.querySelector(".hits");
const filter = document.getElementById("filter");
const toggle = document.getElementById("open-all");
const words = new Map();
tools.hidden = false;

function textOf(item) {
  if (!words.has(item)) words.set(item, item.textContent.toLowerCase());
  return words.get(item);
}

filter.addEventListener("input", () => {
  const wanted = filter.value.trim().toLowerCase();
  let shown = 0;
  for (const item of items) {
    const fits = !wanted || textOf(item).includes(wanted);
    item.classList.toggle("is-hidden", !fits);
    if (fits) shown += 1;
  }
  hits.textContent = wanted ? `${shown} of ${items.length} items hold “${filter.value.trim()}”` : "";
});

toggle.addEventListener("click", () => {
  const open = toggle.textContent === "Open all";
  for (const details of document.querySelectorAll("main details:not(.account)")) details.open = open;
  toggle.textContent = open ? "Close all" : "Open all";
});

function openTarget() {
  let node = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!node) return;
  for (let up = node; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
  node.scrollIntoView();
}
addEventListener("hashchange", openTarget);
if (location.hash) openTarget();

addEventListener("keydown", (event) => {
  if (event.target.matches("input, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.key === "/" && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    filter.focus();
  }
});
