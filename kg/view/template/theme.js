// The colours of the page in its light and dark form: the canvas is painted with the same ones as the rest.

const darkness = window.matchMedia("(prefers-color-scheme: dark)");
const theme = { dark: darkness.matches, chosen: null };
const DARK_RULE = [...document.styleSheets[0].cssRules].find((rule) => rule instanceof CSSMediaRule && rule.conditionText.includes("dark"));
const COMMUNITIES = [
  ["#0072B2", "#4BA3DB"], ["#D55E00", "#F0803C"], ["#00805E", "#2CC295"], ["#B0508F", "#DF93C1"], ["#8A6D00", "#E3C34A"],
  ["#4B3FA0", "#A79BF0"], ["#B5313C", "#F0848C"], ["#2F7F95", "#7CC7DC"],
];

function kindColour(kind) {
  return kinds[kind][theme.dark ? "dark" : "light"];
}

// Communities beyond the largest eight share one colour, 0.
function communityColour(community) {
  return community ? COMMUNITIES[community - 1][theme.dark ? 1 : 0] : theme.muted;
}

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "ink", "muted", "line", "line-tie", "accent"]) theme[name] = style.getPropertyValue(`--${name}`).trim();
  theme.font = getComputedStyle(document.body).fontFamily;
  for (const path of document.querySelectorAll("path[data-kind]")) path.setAttribute("fill", signColour(path.dataset.kind));
}

// Light, dark, or (null) as the reader's desktop is.
function chooseTheme(chosen) {
  theme.chosen = chosen;
  theme.dark = chosen === null ? darkness.matches : chosen === "dark";
  DARK_RULE.media.mediaText = chosen === null ? "(prefers-color-scheme: dark)" : theme.dark ? "all" : "not all";
  document.documentElement.style.colorScheme = chosen ?? "";
  byId("theme").setAttribute("aria-pressed", String(theme.dark));
  readTheme();
}

// A colour between two of the form #rrggbb.
function mix(one, other, share) {
  const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const [a, b] = [parts(one), parts(other)];
  return `rgb(${a.map((value, at) => Math.round(value * share + b[at] * (1 - share))).join(",")})`;
}
