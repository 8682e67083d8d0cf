// How the nodes look: coloured by type or community, sized by a measure, named in a language; what the reader chose of these.

const standing = block("standing");
const MOST_COMMUNITIES = 8;
const mostBetween = standing.between.reduce((most, each) => Math.max(most, each), 1);
const look = { colour: "kind", size: "degree", language: "" };

const SIZES = {
  degree: (id) => Math.min(9 + 2.6 * Math.sqrt(degreeOf(id)), 24),
  between: (id) => 9 + 19 * Math.sqrt(standing.between[id] / mostBetween),
  same: () => 13,
};
const sizeOf = (id) => SIZES[look.size](id);

// The community of a node, 0 for all that are too small for a colour of their own.
const communityOf = (id) => (standing.community[id] <= MOST_COMMUNITIES ? standing.community[id] : 0);
// The sign of a kind beside its name tells its shape alone where the colours tell communities.
const signColour = (kind) => (look.colour === "community" ? theme.muted : kindColour(kind));
const colourOf = (id) => (look.colour === "community" ? communityColour(communityOf(id)) : kindColour(kindOf(id)));

// A community goes by the name of its most central member that isn't an event.
const leaders = new Map();
for (let id = 0; id < nodeCount && leaders.size <= MOST_COMMUNITIES; id++) {
  if (!isEvent(id) && communityOf(id) && !leaders.has(communityOf(id))) leaders.set(communityOf(id), id);
}

function communityName(community) {
  if (!community) return words.looks.others;
  const leader = leaders.get(community);
  return leader === undefined ? say(words.looks.numbered, { n: community }) : say(words.looks.around, { name: isolate(labelOf(leader)) });
}

function startLooks() {
  const languages = [...new Set(columns.languages)].filter(Boolean).sort();
  byId("label-language").append(...languages.map((code) => option(code, languageName(code))));
  byId("label-language").closest("label").hidden = languages.length < 2;
  for (const [name, field] of [["colour", "colour-by"], ["size", "size-by"], ["language", "label-language"]]) {
    byId(field).addEventListener("change", ({ target }) => {
      setLook({ [name]: target.value });
      writeAddress();
    });
  }
  byId("theme").addEventListener("click", () => {
    chooseTheme(theme.dark ? "light" : "dark");
    refresh();
    writeAddress();
  });
}

function option(value, text) {
  const made = element("option", "", text);
  made.value = value;
  return made;
}

// A language by its own name: "العربية" of "ar".
function languageName(code) {
  try {
    return new Intl.DisplayNames([code], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

function setLook(wanted) {
  takeLook(wanted);
  refresh();
  reopen();
  followOverview();
}

function takeLook(wanted) {
  for (const [name, field] of [["colour", "colour-by"], ["size", "size-by"], ["language", "label-language"]]) {
    const choice = byId(field);
    if (wanted[name] !== undefined && [...choice.options].some(({ value }) => value === wanted[name])) look[name] = choice.value = wanted[name];
  }
  speak(look.language || null);
  readTheme();
  off.communities.clear();
}
