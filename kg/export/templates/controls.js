// Search, legend, filters, languages, keys; and the start.
function choose(chosen) {
  state.chosen = chosen;
  draw();
  if (network) {
    network.unselectAll();
    if (typeof chosen === "string") { const tie = Number(chosen.slice(1)); if (edges.get(tie)) network.selectEdges([tie]); }
    else if (chosen !== null) network.selectNodes([chosen], false);
  }
  card();
}

// Goes to a node, putting it and its closest neighbours on the screen where they are not.
function visit(node) {
  const alone = !onScreen.has(node);
  if (grow([node], null)) { full(); return; }
  if (alone) grow(tiesOf[node].slice(0, 6).map((tie) => otherEnd(tie, node)), node);
  choose(node);
  bringIntoView([node]);
}

function growAll(node) {
  const unplaced = grow(tiesOf[node].map((tie) => otherEnd(tie, node)), node);
  choose(node);
  if (unplaced) full();
  bringIntoView([node]);
}

function full() { byId("counts").textContent = words("full_screen_limit", { limit: settings.on_screen }); }

const finder = { found: [], at: 0 };
function find(text) {
  const sought = text.trim().toLowerCase();
  if (!sought) return [];
  const hits = [];
  data.nodes.label.forEach((label, node) => { const place = label.toLowerCase().indexOf(sought); if (place >= 0) hits.push([place, node]); });
  return hits.sort((a, b) => Number(isMeeting(a[1])) - Number(isMeeting(b[1])) || a[0] - b[0] || data.nodes.strength[b[1]] - data.nodes.strength[a[1]] || a[1] - b[1])
    .slice(0, 12).map(([, node]) => node);
}
function offer() {
  const box = byId("matches"), field = byId("search");
  finder.found = find(field.value);
  finder.at = 0;
  box.replaceChildren(...finder.found.map((node, place) => {
    const option = make("li", null, { role: "option", id: `match-${place}` });
    const below = isMeeting(node) ? data.meetings.date[meetingOf(node)] : postsOf[node].length ? data.words[data.posts.post[postsOf[node][0]]] : "";
    option.append(name(data.nodes.label[node]), " ", make("span", below, { class: "quiet small" }));
    option.addEventListener("mousedown", (press) => { press.preventDefault(); go(place); });
    return option;
  }));
  if (!finder.found.length && field.value.trim()) box.append(make("li", words("nothing_found"), { class: "quiet" }));
  box.hidden = !field.value.trim();
  field.setAttribute("aria-expanded", String(!box.hidden));
  highlight();
}
function highlight() {
  [...byId("matches").children].forEach((option, place) => option.setAttribute("aria-selected", String(finder.found.length > 0 && place === finder.at)));
  const current = byId(`match-${finder.at}`);
  if (current) { current.scrollIntoView({ block: "nearest" }); byId("search").setAttribute("aria-activedescendant", current.id); }
  else byId("search").removeAttribute("aria-activedescendant");
}
function shut() { byId("matches").hidden = true; byId("search").setAttribute("aria-expanded", "false"); }
function go(place) {
  if (!(place in finder.found)) return;
  const node = finder.found[place];
  byId("search").value = data.nodes.label[node];
  shut();
  visit(node);
}
function searchKeys(press) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (press.key in steps && finder.found.length) {
    finder.at = (finder.at + steps[press.key] + finder.found.length) % finder.found.length;
    highlight();
  } else if (press.key === "Enter") go(finder.at);
  else if (press.key === "Escape") { shut(); return; }
  else return;
  press.preventDefault();
}

function legend() {
  const grouping = data.groupings[state.grouping], sizes = grouping.names.map(() => 0);
  grouping.of.forEach((group) => { sizes[group] += 1; });
  byId("legend").replaceChildren(...grouping.names.flatMap((names, group) => {
    if (!sizes[group]) return [];
    const entry = make("li"), label = make("label"), box = make("input", null, { type: "checkbox" }), swatch = make("span", null, { class: "swatch" });
    box.checked = !state.hidden.has(group);
    box.addEventListener("change", () => { state.hidden[box.checked ? "delete" : "add"](group); draw(); });
    swatch.style.background = colourOfGroup(group);
    label.append(box, swatch, name(names[state.language]), make("span", String(sizes[group]), { class: "count" }));
    entry.append(label);
    return [entry];
  }));
  byId("groupings").replaceChildren(...data.groupings.map((each, number) => button(words(each.key), () => {
    state.grouping = number; state.hidden.clear(); legend(); draw();
  }, { "aria-pressed": String(number === state.grouping) })));
  byId("legend-hint").textContent = words("legend_hint") + (grouping.key === "community" ? (state.language === "zh" ? "；" : "; ") + words("community_note") : "");
}

// The slider runs over the values that occur, so that each step hides something.
const steps = [...new Set(data.kind === "chairs" ? data.nodes.strength.slice(0, officials) : [0, settings.weight, ...data.ties.weight])].sort((a, b) => a - b);
function weigh(place) {
  state.weight = steps[Math.min(place, steps.length - 1)] || 0;
  byId("weight-value").textContent = String(Math.round(state.weight * 100) / 100);
}

function speak() {
  document.documentElement.lang = words("lang");
  const told = {
    title: `${data.kind}_title`, note: `${data.kind}_note`, hint: "search_hint", "colour-by": "colour_by", reset: "reset", help: "help", language: "language",
    "weight-label": data.kind === "chairs" ? "chaired_at_least" : "weight_at_least", "all-ties-label": "all_ties",
  };
  Object.entries(told).forEach(([id, key]) => { byId(id).textContent = words(key); });
  byId("search").placeholder = words("search");
  const named = { search: "search", network: "picture", panel: "panel", "zoom-in": "zoom_in", "zoom-out": "zoom_out", fit: "fit" };
  Object.entries(named).forEach(([id, key]) => { byId(id).setAttribute("aria-label", words(key)); });
  ["zoom-in", "zoom-out", "fit"].forEach((id) => { byId(id).title = words(named[id]); });
  byId("empty").textContent = `${words("empty")} ${words(`empty_${data.kind}`)}`;
  legend();
}

function begin() {
  onScreen.clear();
  openingNodes.forEach((node) => onScreen.add(node));
  data.opening.nodes.forEach((node) => places.set(node.id, { x: node.x, y: node.y }));
  state.hidden.clear();
  state.everyTie = !settings.rank;
  const slider = byId("weight"), start = steps.findIndex((value) => value >= settings.weight);
  slider.max = String(Math.max(steps.length - 1, 0));
  slider.value = String(Math.max(start, 0));
  byId("all-ties").checked = state.everyTie;
  weigh(Number(slider.value));
}

function zoom(factor) { if (network) network.moveTo({ scale: network.getScale() * factor, animation: still.matches ? false : { duration: 200 } }); }

byId("search").addEventListener("input", offer);
byId("search").addEventListener("keydown", searchKeys);
byId("search").addEventListener("blur", shut);
byId("weight").addEventListener("input", (change) => { weigh(Number(change.target.value)); draw(); });
byId("all-ties").addEventListener("change", (change) => { state.everyTie = change.target.checked; draw(); });
byId("reset").addEventListener("click", () => { begin(); byId("search").value = ""; choose(null); legend(); fit(true); });
byId("fit").addEventListener("click", () => fit(true));
byId("zoom-in").addEventListener("click", () => zoom(1.4));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
byId("language").addEventListener("click", () => { state.language = state.language === "zh" ? "en" : "zh"; speak(); if (count) draw(); card(); });
document.addEventListener("keydown", (press) => {
  if (press.key === "Escape" && state.chosen !== null) choose(null);
  if (press.key === "/" && document.activeElement !== byId("search")) { press.preventDefault(); byId("search").focus(); byId("search").select(); }
});

begin();
state.grouping = settings.grouping;
speak();
byId("all-ties-box").hidden = data.kind === "chairs";
byId("empty").hidden = openingNodes.length > 0;
["finder", "legend-box", "filters", "zoom"].forEach((id) => { byId(id).hidden = openingNodes.length === 0; });
byId("reset").hidden = openingNodes.length === 0;
if (openingNodes.length) open();
document.documentElement.dataset.ready = "yes";
