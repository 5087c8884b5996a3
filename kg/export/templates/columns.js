// The data: columns → rows, and who is tied to whom. Numbers are places in the columns.
const data = JSON.parse(document.getElementById("data").textContent);
const settings = data.settings;
const byId = (id) => document.getElementById(id);
const state = {
  language: (navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en",
  grouping: 0, hidden: new Set(), weight: settings.weight, everyTie: !settings.rank, chosen: null,
};

const words = (key, values = {}, section = "interface") =>
  data.texts[section][key][state.language].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));

// Column → lists of row numbers by value, once per column.
function rowsBy(column, size) {
  const rows = Array.from({ length: size }, () => []);
  column.forEach((value, row) => rows[value].push(row));
  return rows;
}

const count = data.nodes.label.length;
const officials = [...data.nodes.kind].filter((kind) => kind === "o").length;
const isMeeting = (node) => data.nodes.kind[node] === "m";
const meetingOf = (node) => node - officials; // meetings stand after the officials
const nodeOfMeeting = (meeting) => (data.kind === "chairs" ? meeting + officials : null);
const postsOf = rowsBy(data.posts.official, officials);
const attendedBy = rowsBy(data.participations.official, officials);
const presentAt = rowsBy(data.participations.meeting, data.meetings.label.length);
const tiesOf = Array.from({ length: count }, () => []);
data.ties.a.forEach((a, tie) => { tiesOf[a].push(tie); tiesOf[data.ties.b[tie]].push(tie); });
const otherEnd = (tie, node) => (data.ties.a[tie] === node ? data.ties.b[tie] : data.ties.a[tie]);
const groupOf = (node) => data.groupings[state.grouping].of[node];

// Latest first; a participation's date is its meeting's.
const dateOf = (row) => data.meetings.date[data.participations.meeting[row]];
const latestFirst = (rows) => [...rows].sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : a - b));

// One participation for each meeting: several articles may tell of the same one.
function oncePerMeeting(rows) {
  const seen = new Set();
  return latestFirst(rows).filter((row) => !seen.has(data.participations.meeting[row]) && seen.add(data.participations.meeting[row]));
}

function sharedMeetings(a, b) {
  const other = new Map(attendedBy[b].map((row) => [data.participations.meeting[row], row]));
  return oncePerMeeting(attendedBy[a]).filter((row) => other.has(data.participations.meeting[row]))
    .map((row) => [row, other.get(data.participations.meeting[row])]);
}

const capacities = (row) => data.words[data.participations.capacities[row]].split(" ").filter(Boolean)
  .map((key) => (key in data.texts.capacity ? words(key, {}, "capacity") : key)).join(state.language === "zh" ? "、" : ", ");
