// The card: what is behind a node or a tie. Everything is set as text; only links to the web get an address.
const FIRST = 12, FIRST_POSTS = 5, STEP = 40, WINDOW = 110;

function make(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  if (text !== undefined && text !== null) element.textContent = text;
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}
const name = (text) => make("bdi", text);
function button(text, act, attributes = {}) {
  const element = make("button", text, { type: "button", ...attributes });
  element.addEventListener("click", act);
  return element;
}

// A long sentence is cut around the words looked for, which are marked.
function marked(text, sought) {
  const box = make("bdi");
  const at = sought.map((word) => text.indexOf(word)).filter((place) => place >= 0);
  const from = Math.max(0, (at.length ? Math.min(...at) : 0) - WINDOW);
  const to = Math.min(text.length, (at.length ? Math.max(...at) : 0) + 2 * WINDOW);
  let rest = (from > 0 ? "…" : "") + text.slice(from, to) + (to < text.length ? "…" : "");
  while (rest) {
    const next = sought.filter(Boolean).map((word) => [rest.indexOf(word), word]).filter(([place]) => place >= 0).sort((a, b) => a[0] - b[0])[0];
    if (!next) { box.append(rest); break; }
    box.append(rest.slice(0, next[0]), make("mark", next[1]));
    rest = rest.slice(next[0] + next[1].length);
  }
  return box;
}

function source(article) {
  const cite = make("cite");
  const told = [data.articles.publisher[article], data.articles.published[article] || words("undated")].filter(Boolean).join(" ");
  cite.append(told);
  const headline = data.articles.headline[article], url = data.articles.url[article];
  if (!headline && !url) return cite;
  cite.append(" · ");
  if (/^https?:\/\//i.test(url)) {
    const link = make("a", headline || url, { rel: "noopener noreferrer", target: "_blank" });
    link.href = url;
    cite.append(link);
  } else cite.append(name(headline));
  return cite;
}

function quotation(quote, sought, opened) {
  if (quote < 0) return null;
  const block = make("blockquote");
  block.append(marked(data.quotes.text[quote], sought));
  const article = data.quotes.article[quote];
  if (opened) { const box = make("div"); box.append(block, source(article)); return box; }
  const folded = make("details"), summary = make("summary", words("evidence"));
  folded.append(summary, block, source(article));
  return folded;
}

function row(head, date, below, quote, sought, opened) {
  const element = make("li"), line = make("div", null, { class: "head" });
  line.append(head, make("span", date || words("undated"), { class: "date" }));
  element.append(line);
  if (below) element.append(make("div", below, { class: "capacity" }));
  const said = quotation(quote, sought, opened);
  if (said) element.append(said);
  return element;
}

// A list that shows its first rows and, asked, more.
function list(rows, render, first = FIRST) {
  const box = make("div"), element = make("ul");
  let shown = 0;
  const further = (step) => {
    rows.slice(shown, shown + step).forEach((entry, place) => element.append(render(entry, shown + place)));
    shown = Math.min(shown + step, rows.length);
    box.replaceChildren(element);
    if (shown < rows.length) box.append(button(words("more", { count: Math.min(STEP, rows.length - shown) }), () => further(STEP)));
  };
  further(first);
  return box;
}

function meetingHead(meeting) {
  const node = nodeOfMeeting(meeting);
  return node === null ? name(data.meetings.label[meeting]) : button(data.meetings.label[meeting], () => visit(node), { class: "link" });
}

function participationRow(row_, place, sought) {
  const meeting = data.participations.meeting[row_], post = data.words[data.participations.post[row_]];
  return row(meetingHead(meeting), data.meetings.date[meeting], [capacities(row_), post].filter(Boolean).join(" · "),
    data.participations.quote[row_], sought, place < 2);
}

function heading(title, kind, group, actions) {
  const header = make("header"), titles = make("h2");
  titles.append(name(title));
  header.append(titles, button("×", () => choose(null), { "aria-label": words("close"), title: words("close") }));
  const box = make("div", null, { class: "actions" });
  box.append(...actions);
  return [header, make("p", [kind, group].filter(Boolean).join(" · "), { class: "tags" }), box];
}

function growth(node) {
  const hidden = tiesOf[node].filter((tie) => !onScreen.has(otherEnd(tie, node))).length;
  const actions = hidden ? [button(words("show_neighbours", { count: hidden }), () => growAll(node))] : [];
  return [...actions, button(words("hide_node"), () => { onScreen.delete(node); choose(null); })];
}

const groupName = (node) => data.groupings[0].names[data.groupings[0].of[node]][state.language];

function officialCard(node) {
  const label = data.nodes.label[node], rows = oncePerMeeting(attendedBy[node]);
  const parts = heading(label, words("official"), groupName(node), growth(node));
  parts.push(make("h3", words("posts")));
  parts.push(postsOf[node].length ? list(postsOf[node], (post) => {
    const first = data.posts.first[post], last = data.posts.last[post];
    const times = data.posts.times[post] > 1 ? words("stated", { count: data.posts.times[post] }) : "";
    return row(name(data.words[data.posts.post[post]]), first === last ? last : `${first} – ${last}`, times, data.posts.quote[post], [label], false);
  }, FIRST_POSTS) : make("p", words("no_posts"), { class: "quiet" }));
  if (data.kind === "attendance") parts.push(make("h3", words("closest")), companions(node));
  parts.push(make("h3", words(data.kind === "chairs" ? "meetings_chaired" : "meetings_attended", { count: rows.length })));
  parts.push(list(rows, (entry, place) => participationRow(entry, place, [label])));
  return parts;
}

function companions(node) {
  const box = make("div", null, { class: "people" });
  tiesOf[node].slice(0, FIRST).forEach((tie) => { // ties stand strongest first
    const other = otherEnd(tie, node);
    box.append(button(`${data.nodes.label[other]} ${words("times", { count: data.ties.count[tie] })}`, () => { grow([other], node); choose(`t${tie}`); }));
  });
  return box;
}

function meetingCard(node) {
  const meeting = meetingOf(node);
  const parts = heading(data.nodes.label[node], words("meeting"), groupName(node), growth(node));
  parts.push(make("p", [data.meetings.date[meeting] || words("undated"), data.meetings.venue[meeting]].filter(Boolean).join(" · "), { class: "quiet" }));
  parts.push(make("h3", words("chaired_by")), list(presentAt[meeting], (entry, place) => {
    const official = data.participations.official[entry];
    return row(button(data.nodes.label[official], () => visit(official), { class: "link" }), data.meetings.date[meeting],
      [capacities(entry), data.words[data.participations.post[entry]]].filter(Boolean).join(" · "),
      data.participations.quote[entry], [data.nodes.label[official]], place < 2);
  }));
  return parts;
}

function tieCard(tie) {
  const a = data.ties.a[tie], b = data.ties.b[tie], ends = [data.nodes.label[a], data.nodes.label[b]];
  const people = [a, b].filter((node) => !isMeeting(node)).map((node) => button(data.nodes.label[node], () => visit(node)));
  if (data.kind === "chairs") {
    const parts = heading(ends.join(" · "), words("tie_chairs"), "", people), meeting = meetingOf(b);
    parts.push(make("h3", words("evidence")), list(presentAt[meeting].filter((entry) => data.participations.official[entry] === a),
      (entry) => participationRow(entry, 0, [ends[0]])));
    return parts;
  }
  const shared = sharedMeetings(a, b);
  const parts = heading(ends.join(" — "), words("tie"), words("weight", { weight: data.ties.weight[tie] }), people);
  parts.push(make("h3", words("meetings_shared", { count: shared.length })));
  parts.push(list(shared, ([one, other], place) => {
    const element = participationRow(one, place, ends);
    const below = [one, other].map((entry, end) => `${ends[end]}：${[capacities(entry), data.words[data.participations.post[entry]]].filter(Boolean).join(" · ")}`);
    element.querySelector(".capacity")?.remove();
    below.reverse().forEach((text) => element.querySelector(".head").after(make("div", text, { class: "capacity" })));
    if (data.participations.quote[other] !== data.participations.quote[one]) {
      const said = quotation(data.participations.quote[other], ends, place < 2);
      if (said) element.append(said);
    }
    return element;
  }));
  return parts;
}

function card() {
  const box = byId("card");
  box.hidden = state.chosen === null;
  if (box.hidden) { box.replaceChildren(); return; }
  const tie = typeof state.chosen === "string" ? Number(state.chosen.slice(1)) : null;
  box.replaceChildren(...(tie !== null ? tieCard(tie) : isMeeting(state.chosen) ? meetingCard(state.chosen) : officialCard(state.chosen)));
  box.scrollTop = 0;
}
