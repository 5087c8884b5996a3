// The network on the screen. pyvis modelled the opening view; what is added later is placed beside its neighbour.
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
// Okabe and Ito's palette for every kind of colour vision, its yellow left out (too pale for a light ground), grey for the rest.
const PALETTE = ["#D55E00", "#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A5195"];
const DARK_PALETTE = ["#F0813A", "#4FA3E0", "#1FBF92", "#E29CC2", "#F2B632", "#8CCBF2", "#B593D1"];
const REST = ["#8a8f94", "#9aa1a8"];
const FADED = 0.14;

const places = new Map(data.opening.nodes.map((node) => [node.id, { x: node.x, y: node.y }]));
const openingNodes = data.opening.nodes.map((node) => node.id);
const onScreen = new Set(openingNodes);
const nodes = new vis.DataSet(), edges = new vis.DataSet();
let network = null;

const look = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
function colourOfGroup(group) {
  const names = data.groupings[state.grouping].names.length;
  const rest = dark.matches ? REST[1] : REST[0];
  return group === names - 1 ? rest : (dark.matches ? DARK_PALETTE : PALETTE)[group] || rest;
}

// As lines() in scene.py has it, which the layout reckons with.
function wrapped(node) {
  const letters = [...data.nodes.label[node]], line = settings.line;
  if (letters.length <= line) return [letters.join(""), data.nodes.below[node]].filter(Boolean).join("\n");
  const half = Math.min(Math.ceil(letters.length / 2), line), rest = letters.slice(half);
  return `${letters.slice(0, half).join("")}\n${rest.length <= line ? rest.join("") : `${rest.slice(0, line - 1).join("")}…`}`;
}

// Tooltips are elements that hold text: no string of the data is ever read as HTML.
function tooltip(...texts) {
  const box = document.createElement("div");
  texts.filter(Boolean).forEach((text) => { const row = document.createElement("div"); row.textContent = text; box.append(row); });
  return box;
}

function nodeTip(node) {
  if (isMeeting(node)) {
    return tooltip(data.nodes.label[node], data.meetings.date[meetingOf(node)] || words("undated"));
  }
  const post = postsOf[node].length ? data.words[data.posts.post[postsOf[node][0]]] : "";
  const met = oncePerMeeting(attendedBy[node]).length;
  return tooltip(data.nodes.label[node], post, words(data.kind === "chairs" ? "meetings_chaired" : "meetings_attended", { count: met }));
}

function tieTip(tie) {
  if (data.kind === "chairs") return tooltip(`${data.nodes.label[data.ties.a[tie]]} · ${words("tie_chairs")}`, data.nodes.label[data.ties.b[tie]]);
  return tooltip(`${data.nodes.label[data.ties.a[tie]]} — ${data.nodes.label[data.ties.b[tie]]}`,
    words("meetings_shared", { count: data.ties.count[tie] }) + " · " + words("weight", { weight: data.ties.weight[tie] }));
}

function drawnNode(node, near) {
  const colour = colourOfGroup(groupOf(node)), faded = near && !near.has(node);
  const partly = isMeeting(node) ? 0 : tiesOf[node].filter((tie) => !onScreen.has(otherEnd(tie, node))).length;
  return {
    id: node, label: wrapped(node), shape: isMeeting(node) ? "square" : "dot", size: data.nodes.radius[node],
    ...places.get(node), opacity: faded ? FADED : 1,
    color: { background: colour, border: partly && data.kind === "chairs" ? look("--text") : colour, highlight: { background: colour, border: look("--text") },
      hover: { background: colour, border: look("--text") } },
    font: { size: data.nodes.font[node], face: settings.fonts, color: faded ? look("--line") : look("--text"), strokeWidth: faded ? 0 : 3, strokeColor: look("--ground") },
    title: nodeTip(node),
  };
}

function drawnEdge(tie, near) {
  const touches = near && [data.ties.a[tie], data.ties.b[tie], `t${tie}`].includes(state.chosen);
  const base = data.kind === "attendance" ? Math.min(0.8 + 1.2 * Math.log2(1 + data.ties.weight[tie]), 6) : 1.5;
  return {
    id: tie, from: data.ties.a[tie], to: data.ties.b[tie], width: base, title: tieTip(tie),
    color: { color: touches ? look("--accent") : look("--quiet"), highlight: look("--accent"), hover: look("--accent"),
      opacity: touches ? 0.85 : near ? 0.07 : data.kind === "chairs" ? 0.55 : 0.32 },
  };
}

const fitsGroups = (node) => !state.hidden.has(groupOf(node));
// In the picture of chairs the threshold is on the meetings that an official chaired; in the other on each tie.
const strongEnough = (node) => data.kind !== "chairs" || isMeeting(node) || data.nodes.strength[node] >= state.weight;

function visibleNodes() {
  const kept = [...onScreen].filter((node) => node === state.chosen || (fitsGroups(node) && strongEnough(node)));
  if (data.kind !== "chairs") return new Set(kept);
  const people = new Set(kept.filter((node) => !isMeeting(node)));
  return new Set(kept.filter((node) => !isMeeting(node) || node === state.chosen || tiesOf[node].some((tie) => people.has(otherEnd(tie, node)))));
}

function visibleTies(shown) {
  const ties = new Set();
  shown.forEach((node) => tiesOf[node].forEach((tie) => {
    if (!shown.has(data.ties.a[tie]) || !shown.has(data.ties.b[tie])) return;
    const own = [data.ties.a[tie], data.ties.b[tie], `t${tie}`].includes(state.chosen);
    if (data.kind === "attendance" && data.ties.weight[tie] < state.weight) return;
    if (own || state.everyTie || data.ties.rank[tie] <= settings.rank) ties.add(tie);
  }));
  return ties;
}

function neighbourhood(shown) {
  if (state.chosen === null) return null;
  if (typeof state.chosen === "string") { // a tie
    const tie = Number(state.chosen.slice(1));
    return new Set([data.ties.a[tie], data.ties.b[tie]]);
  }
  return new Set([state.chosen, ...tiesOf[state.chosen].map((tie) => otherEnd(tie, state.chosen)).filter((node) => shown.has(node))]);
}

function draw() {
  const shown = visibleNodes(), ties = visibleTies(shown), near = neighbourhood(shown);
  nodes.remove(nodes.getIds().filter((id) => !shown.has(id)));
  edges.remove(edges.getIds().filter((id) => !ties.has(id)));
  nodes.update([...shown].map((node) => drawnNode(node, near)));
  edges.update([...ties].map((tie) => drawnEdge(tie, near)));
  byId("counts").dataset.ties = ties.size;
  byId("counts").textContent = words("on_screen", { shown: shown.size, ties: ties.size, all: count })
    + (settings.left_out ? " " + words("left_out", { count: settings.left_out }) : "");
}

// Free places: a spiral around the neighbour, on which the first spot whose box touches no other is taken.
const boxOf = (node) => {
  const lines = wrapped(node).split("\n"), font = data.nodes.font[node], radius = data.nodes.radius[node];
  const width = Math.max(2 * radius, font * Math.max(...lines.map((line) => [...line].length)));
  return { half: width / 2 + 6, up: radius + 6, down: radius + 10 + lines.length * font * 1.2 };
};
const CELL = 60;
function occupied() {
  const grid = new Map();
  places.forEach((place, node) => { if (onScreen.has(node)) cells(node, place, (key) => grid.set(key, true)); });
  return grid;
}
function cells(node, place, visit) {
  const box = boxOf(node);
  for (let x = Math.floor((place.x - box.half) / CELL); x <= Math.floor((place.x + box.half) / CELL); x += 1) {
    for (let y = Math.floor((place.y - box.up) / CELL); y <= Math.floor((place.y + box.down) / CELL); y += 1) visit(`${x},${y}`);
  }
}
function settle(node, around, grid) {
  for (let turn = 1; turn < 6000; turn += 1) {
    const angle = turn * 2.399963, far = 34 * Math.sqrt(turn);
    const place = { x: Math.round(around.x + far * Math.cos(angle)), y: Math.round(around.y + far * Math.sin(angle)) };
    let free = true;
    cells(node, place, (key) => { free = free && !grid.has(key); });
    if (!free) continue;
    cells(node, place, (key) => grid.set(key, true));
    return place;
  }
  return { x: around.x + 40, y: around.y + 40 };
}

// Adds nodes to the screen; says how many did not fit.
function grow(wanted, anchor) {
  const missing = wanted.filter((node) => !onScreen.has(node));
  const room = Math.max(settings.on_screen - onScreen.size, 0), grid = occupied();
  missing.slice(0, room).forEach((node) => {
    if (!places.has(node) || !openingNodes.includes(node)) {
      const known = anchor !== null && places.has(anchor) ? places.get(anchor) : centre(node);
      places.set(node, settle(node, known, grid));
    }
    onScreen.add(node);
  });
  return missing.length - Math.min(missing.length, room);
}

// Where a node found by search goes: between those of its neighbours that are on the screen, or beside everything.
function centre(node) {
  const near = tiesOf[node].map((tie) => otherEnd(tie, node)).filter((other) => onScreen.has(other)).slice(0, 3).map((other) => places.get(other));
  if (near.length) return { x: near.reduce((sum, place) => sum + place.x, 0) / near.length, y: near.reduce((sum, place) => sum + place.y, 0) / near.length };
  const all = [...onScreen].map((other) => places.get(other));
  return { x: Math.max(0, ...all.map((place) => place.x)) + 200, y: all.length ? all.reduce((sum, place) => sum + place.y, 0) / all.length : 0 };
}

// Labels count too, which vis-network's own fit leaves out.
function fit(animated) {
  const shown = nodes.getIds();
  if (!network || !shown.length) return;
  const frame = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  shown.forEach((node) => {
    const { x, y } = places.get(node), box = boxOf(node);
    frame.left = Math.min(frame.left, x - box.half); frame.right = Math.max(frame.right, x + box.half);
    frame.top = Math.min(frame.top, y - box.up); frame.bottom = Math.max(frame.bottom, y + box.down);
  });
  const { clientWidth, clientHeight } = byId("network"), buttons = 52;
  const scale = Math.min((clientWidth - 40) / (frame.right - frame.left), (clientHeight - 30 - buttons) / (frame.bottom - frame.top), 1.15);
  network.moveTo({ position: { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 }, scale, offset: { x: 0, y: -buttons / 2 },
    animation: animated && !still.matches ? { duration: 350 } : false });
}

function open() {
  draw();
  network = new vis.Network(byId("network"), { nodes, edges }, data.opening.options);
  fit(false);
  // The card covers the right of the screen: what is chosen is brought into what is left.
  network.on("click", (at) => {
    if (at.nodes.length) choose(at.nodes[0]);
    else if (at.edges.length) choose(`t${at.edges[0]}`);
    else choose(null);
  });
  network.on("doubleClick", (at) => { if (at.nodes.length) growAll(at.nodes[0]); });
  network.on("dragEnd", (at) => at.nodes.forEach((node) => places.set(node, network.getPosition(node))));
  const paint = () => { draw(); legend(); };
  dark.addEventListener("change", paint);
}

function bringIntoView(ids) {
  if (!network || !ids.length) return;
  const spots = ids.map((id) => network.getPosition(id));
  const x = spots.reduce((sum, spot) => sum + spot.x, 0) / spots.length, y = spots.reduce((sum, spot) => sum + spot.y, 0) / spots.length;
  const wide = innerWidth > 760;
  network.moveTo({ position: { x, y }, scale: Math.max(network.getScale(), 0.8), offset: { x: wide ? -190 : 0, y: wide ? 0 : -120 },
    animation: still.matches ? false : { duration: 350 } });
}
