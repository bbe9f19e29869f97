
// This part shows a report inside of the page, and saves files.

// showReport puts a report into a frame. The policy of this page holds for it too, beside its own: no script of a report could run, and no
// style but that of this page, so the style of the report is taken out and adopted. A sandbox would forbid nothing more, and in some
// browsers would keep links from working.
function showReport(place, html, title) {
  const [, before, style, after] = /^([^]*?)<style>([^]*?)<\/style>([^]*)$/.exec(html);
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.srcdoc = before + after;
  frame.addEventListener("load", () => {
    const inside = frame.contentDocument, sheet = new frame.contentWindow.CSSStyleSheet();
    sheet.replaceSync(style);
    inside.adoptedStyleSheets = [sheet];
    new ResizeObserver(() => { frame.style.height = Math.ceil(inside.documentElement.getBoundingClientRect().height) + "px"; }).observe(inside.documentElement);
    inside.addEventListener("click", (event) => followLink(inside, event));
  }, {once: true});
  place.replaceChildren(frame);
  return frame;
}

// followLink goes to a place in the report, or opens what is elsewhere in a window of its own.
function followLink(inside, event) {
  const link = event.target.closest("a[href]"), address = link?.getAttribute("href");
  if (!address) return;
  if (!address.startsWith("#")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return;
  }
  event.preventDefault();
  const target = inside.getElementById(decodeURIComponent(address.slice(1)));
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target.scrollIntoView();
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({preventScroll: true});
}

function saveFile(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// showFindings lists what the program says about files, with the lines that it means.
function showFindings(list, findings) {
  list.replaceChildren(...findings.map(({text, line, before, marked, after}) => {
    const item = document.createElement("li"), said = document.createElement("p");
    said.textContent = text;
    item.append(said);
    if (line) {
      const excerpt = document.createElement("pre"), mark = document.createElement("mark");
      mark.textContent = marked;
      excerpt.append(line + " | " + (before ?? ""), mark, after ?? "");
      item.append(excerpt);
    }
    return item;
  }));
}
