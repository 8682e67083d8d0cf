// The colours of the page in its light and dark form: the canvas is painted with the same ones as the rest.

const darkness = window.matchMedia("(prefers-color-scheme: dark)");
const theme = {};

function kindColour(kind) {
  return kinds[kind][darkness.matches ? "dark" : "light"];
}

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "ink", "muted", "line", "line-tie", "accent"]) theme[name] = style.getPropertyValue(`--${name}`).trim();
  theme.font = getComputedStyle(document.body).fontFamily;
  for (const path of document.querySelectorAll("path[data-kind]")) path.setAttribute("fill", kindColour(path.dataset.kind));
}

// A colour between two of the form #rrggbb.
function mix(one, other, share) {
  const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const [a, b] = [parts(one), parts(other)];
  return `rgb(${a.map((value, at) => Math.round(value * share + b[at] * (1 - share))).join(",")})`;
}
