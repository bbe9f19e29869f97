
// This part reads as much YAML as people write in sheets, and JSON, into a tree: {kind: "map", entries}, {kind: "list", items},
// {kind: "text", text, quoted} or {kind: "null", text}. Whatever it is not sure of it refuses: it never reads a file otherwise than
// opsfit does. A test compares the two.

// Refused says why a file is not read, and where: line 0 for the file as a whole.
class Refused extends Error {
  constructor(line, words, values) {
    super(words);
    Object.assign(this, {line, words, values});
  }
}

const maxBytes = 1 << 20, maxDepth = 40, maxKey = 500;

// decodeFile returns the text of a file, after the guards that opsfit has.
function decodeFile(bytes) {
  if (bytes.byteLength > maxBytes) throw new Refused(0, "bad_size");
  let text;
  try {
    text = new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    throw new Refused(0, "bad_utf8");
  }
  const bad = /(?![\t\n\r])\p{Cc}|[\u2028\u2029\ufeff\ufffe\uffff]/u.exec(text);
  if (bad) {
    throw new Refused(text.slice(0, bad.index).split(/\r\n?|\n/).length, "bad_character",
      {code: "U+" + bad[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")});
  }
  return text.replace(/\r\n?/g, "\n");
}

function parseTree(text, isJSON) {
  if (!text.trim()) throw new Refused(0, "bad_empty");
  let valid = /^\s*[{[]/.test(text);
  try {
    if (valid || isJSON) JSON.parse(text);
  } catch {
    valid = false;
  }
  if (isJSON && !valid) throw new Refused(0, "bad_json");
  return new TreeReader(text, valid).readDocument();
}

class TreeReader {
  // In JSON pairs of escapes may stand for one character, and tabs between values.
  constructor(text, isJSON) {
    Object.assign(this, {text, isJSON, at: 0, depth: 0, depthOfFlow: 0, starts: [0]});
    for (let end = -1; (end = text.indexOf("\n", end + 1)) >= 0;) this.starts.push(end + 1);
  }

  // line returns the number of the line that a place is in.
  line(at = this.at) {
    let first = 0, last = this.starts.length;
    while (first + 1 < last) {
      const middle = (first + last) >> 1;
      if (this.starts[middle] <= at) first = middle;
      else last = middle;
    }
    return first + 1;
  }

  column() { return this.at - this.starts[this.line() - 1]; }
  refuse(words, values, at) { throw new Refused(this.line(at), words, values); }
  peek(n = 0) { return this.text[this.at + n] ?? ""; }

  // match moves behind what a sticky expression matches, and returns it.
  match(expression) {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text);
    if (found) this.at = expression.lastIndex;
    return found?.[0];
  }

  readDocument() {
    if (!this.isJSON) this.match(/(?:[ ]*(?:#.*)?\n)*---(?:[ ]+#.*|[ ]*)(?=\n)/y);
    const tree = this.readBlock(-1);
    this.skipLines();
    if (this.at < this.text.length) this.refuse(this.match(/(?:---|\.\.\.)/y) ? "bad_document" : "bad_indent");
    if (tree.kind !== "map") this.refuse("bad_root", {}, 0);
    return tree;
  }

  // skipLines moves to the first character of the next line with content, when it is at the end of one, and returns its column.
  skipLines() {
    const comment = /[ ]*(?:(?<=[ \n]|^)#.*)?(?:\n|$)/y;
    if (this.isJSON) this.match(/[ \t\n]*/y);
    else while (this.at < this.text.length && this.match(comment) !== undefined);
    this.match(/[ ]*/y);
    if (this.peek() === "\t") this.refuse("bad_tab");
    if (this.column() === 0 && /^(---|\.\.\.|%)/.test(this.text.slice(this.at, this.at + 3))) return -1;
    return this.at < this.text.length ? this.column() : -1;
  }

  // endLine moves to the end of the line, where only a comment may stand.
  endLine() {
    this.match(/[ ]*(?:(?<=[ ])#.*)?/y);
    if (this.peek() && this.peek() !== "\n") this.refuse("bad_yaml");
  }

  // readBlock reads a value whose lines are indented by more than a number of columns.
  readBlock(outer) {
    const indent = this.skipLines();
    if (indent <= outer) return {kind: "null", text: "", line: this.line()};
    if (++this.depth > maxDepth) this.refuse("bad_deep");
    let value;
    if (/^-(?:[ \n]|$)/.test(this.text.slice(this.at, this.at + 2))) value = this.readBlockList(indent);
    else if (/[{[]/.test(this.peek())) {
      value = this.readFlow(outer);
      this.endLine();
    } else value = this.readBlockMap(indent);
    this.depth--;
    return value;
  }

  readBlockList(indent) {
    const list = {kind: "list", items: [], line: this.line()};
    let at = indent;
    while (at === indent && /^-(?:[ \n]|$)/.test(this.text.slice(this.at, this.at + 2))) {
      this.at++;
      this.match(/[ ]*/y);
      if (!this.peek() || this.peek() === "\n" || this.peek() === "#") list.items.push(this.readBelow(indent));
      else if (/^(?:-(?:[ \n]|$)|(?:"[^"\n]*"|'[^'\n]*'|[^"'#{[\n][^#\n]*?):(?:[ \n]|$))/.test(this.text.slice(this.at))) {
        list.items.push(this.readNested());
      } else list.items.push(this.readValue(indent));
      at = this.nextEntry(indent);
    }
    return list;
  }

  // readNested reads a list or mapping that begins behind the hyphen of an item.
  readNested() {
    if (++this.depth > maxDepth) this.refuse("bad_deep");
    const indent = this.column();
    const value = this.peek() === "-" ? this.readBlockList(indent) : this.readBlockMap(indent);
    this.depth--;
    return value;
  }

  readBlockMap(indent) {
    const map = {kind: "map", entries: [], keys: new Set(), line: this.line()};
    let at = indent;
    while (at === indent) {
      const start = this.at, key = this.readKey(/[^:#\n\t]|:(?![ \n\t]|$)|(?<![ ])#/y);
      this.add(map, key, start);
      this.match(/[ ]*/y);
      const entry = map.entries.at(-1);
      entry.value = !this.peek() || this.peek() === "\n" || this.peek() === "#" && this.peek(-1) === " " ?
        this.readBelow(indent, true) : this.readValue(indent);
      at = this.nextEntry(indent);
    }
    return map;
  }

  // nextEntry returns the column of what follows an entry; what is indented further belongs to nothing.
  nextEntry(indent) {
    const at = this.skipLines();
    if (at > indent) this.refuse("bad_indent");
    return at;
  }

  // readBelow reads a value on the lines below its key. A list may stand in the column of the key.
  readBelow(indent, mayAlign) {
    this.endLine();
    const before = this.at, column = this.skipLines();
    const aligned = mayAlign && column === indent && /^-(?:[ \n]|$)/.test(this.text.slice(this.at, this.at + 2));
    if (aligned) return this.readBlockList(indent);
    this.at = before;
    if (column <= indent) return {kind: "null", text: "", line: this.line()};
    if (this.isText()) this.refuse("bad_plain", {}, this.at + 1);
    return this.readBlock(indent);
  }

  // isText: the lines below a key are a text, and no list or mapping.
  isText() {
    const next = this.text.slice(this.at).replace(/^(?:[ ]*(?:#.*)?\n)*[ ]*/, "");
    return !/^(?:[{[]|-(?:[ \n]|$)|(?:"[^"\n]*"|'[^'\n]*'|[^"'#\n][^#\n]*?):(?:[ \n]|$))/.test(next);
  }

  // readKey reads a key and its colon. The expression matches one character of a plain one.
  readKey(plain) {
    const start = this.at;
    let key;
    if (/["']/.test(this.peek())) key = this.readQuoted(Infinity).text;
    else {
      this.checkPlainStart();
      key = "";
      for (let c; (c = this.match(plain)) !== undefined;) key += c;
      key = key.trimEnd();
    }
    this.match(/[ ]*/y);
    const adjacent = this.isJSON || this.text[start] === '"' || this.text[start] === "'";
    if (!this.match(/:(?=[ \n]|$)/y) && !(adjacent && this.depthOfFlow && this.match(/:/y))) this.refuse("bad_yaml", {}, start);
    if (!key || key === "<<" || this.at - start > maxKey || this.text.slice(start, this.at).includes("\n")) this.refuse("bad_yaml", {}, start);
    return key;
  }

  add(map, key, at) {
    if (map.keys.has(key)) this.refuse("bad_twice", {key}, at);
    map.keys.add(key);
    map.entries.push({key, line: this.line(at), value: null});
  }

  checkPlainStart() {
    if (/[&*!]/.test(this.peek())) this.refuse("bad_reuse");
    if (this.peek() === "\t") this.refuse("bad_tab");
    if (/[[\]{},#|>%@`]/.test(this.peek()) || /^[-?:](?:[ \n\t]|$)/.test(this.text.slice(this.at, this.at + 2))) this.refuse("bad_plain");
    if (/[-?:]/.test(this.peek()) && this.depthOfFlow) this.refuse("bad_plain");
  }

  // readValue reads a value that begins on the line of its key; its further lines are indented by more than that.
  readValue(indent) {
    let value;
    const start = this.at;
    if (/[|>]/.test(this.peek())) return this.readBlockText(indent);
    if (/[{[]/.test(this.peek())) value = this.readFlow(indent);
    else if (/["']/.test(this.peek())) value = this.readQuoted(indent);
    else value = this.readPlain(/(?:[^:#\n\t]|:(?![ \n\t]|$)|(?<![ ])#)+/y);
    this.endLine();
    // What goes on in the next line without quotes is left to opsfit.
    const before = this.at;
    if (this.skipLines() > indent) this.refuse("bad_plain", {}, start);
    this.at = before;
    return value;
  }

  readPlain(expression) {
    this.checkPlainStart();
    const line = this.line(), text = (this.match(expression) ?? "").trimEnd();
    if (!text) this.refuse("bad_yaml");
    if (this.peek() === ":" || this.peek() === "\t") this.refuse("bad_plain");
    const isNull = text === "~" || text === "null";
    return {kind: isNull ? "null" : "text", text, quoted: false, line};
  }

  // readBlockText reads the lines below a "|" or ">".
  readBlockText(indent) {
    const line = this.line(), head = this.match(/[|>][+-]?/y);
    this.endLine();
    this.match(/\n/y);
    const lines = [];
    let inner = 0;
    for (let row; this.at < this.text.length && (row = this.match(/.*\n?/y)) !== undefined;) {
      const own = /^ */.exec(row)[0].length, text = row.replace("\n", "");
      if (text.trim() === "") {
        if (text.length > Math.max(inner, indent + 1) || text.includes("\t")) this.refuse("bad_plain", {}, this.at - 1);
        lines.push("");
        continue;
      }
      if (own <= indent || inner && own < inner) {
        if (own > indent) this.refuse("bad_indent", {}, this.at - 1);
        this.at -= row.length;
        break;
      }
      if (text[own] === "\t" || own > (inner ||= own) && head[0] === ">") this.refuse("bad_plain", {}, this.at - 1);
      lines.push(text.slice(inner));
      if (!row.endsWith("\n")) this.refuse("bad_plain");
    }
    if (!inner || lines[0] === "") this.refuse("bad_plain");
    return {kind: "text", text: blockText(head, lines), quoted: true, line};
  }

  // readQuoted reads a text in quotes. One that goes on in further lines must be indented by more than the columns given.
  readQuoted(indent) {
    const line = this.line(), start = this.at, sign = this.peek();
    // Blanks count only where something follows on their line.
    let text = "", blanks = "";
    for (this.at++; this.peek() !== sign || sign === "'" && this.peek(1) === sign;) {
      const c = this.peek();
      if (c === "" || c === "\n" && indent === Infinity) this.refuse("bad_quote", {}, start);
      if (c === " " || c === "\t") {
        blanks += c;
        this.at++;
        continue;
      }
      if (c === "\n") text += this.readFold(indent, start);
      else if (c === "\\" && sign === '"') text += blanks + this.readEscape();
      else {
        text += blanks + c;
        this.at += c === "'" && sign === c ? 2 : 1;
      }
      blanks = "";
    }
    text += blanks;
    this.at++;
    if (this.isJSON) text = text.replace(/[\ud800-\udfff]/gu, "\ufffd");
    return {kind: "text", text, quoted: true, line};
  }

  // readFold moves over line ends inside a text: one stands for a space, each further one for itself.
  readFold(indent, start) {
    const ends = this.match(/(?:\n[ ]*)+/y);
    if (this.column() <= indent || /[\t\\]/.test(this.peek()) || this.peek() === "") this.refuse("bad_quote", {}, start);
    return "\n".repeat(ends.split("\n").length - 2) || " ";
  }

  readEscape() {
    const simple = {0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"', "/": "/",
      "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029"};
    const code = this.match(/\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y);
    if (!code) {
      const sign = this.peek(1);
      if (!Object.hasOwn(simple, sign) || sign === "/" && !this.isJSON) this.refuse("bad_escape");
      this.at += 2;
      return simple[sign];
    }
    const point = parseInt(code.slice(2), 16);
    if (point > 0x10ffff || !this.isJSON && point >= 0xd800 && point < 0xe000) this.refuse("bad_escape");
    return String.fromCodePoint(point);
  }

  // readFlow reads a list in [ ] or a mapping in { }. Its further lines are indented by more than the columns given.
  readFlow(indent) {
    const line = this.line(), start = this.at, opening = this.peek();
    if (++this.depth > maxDepth) this.refuse("bad_deep");
    this.depthOfFlow++;
    const value = opening === "{" ? {kind: "map", entries: [], keys: new Set(), line} : {kind: "list", items: [], line};
    const closing = opening === "{" ? "}" : "]";
    this.at++;
    for (this.skipFlow(indent, start); this.peek() !== closing; this.skipFlow(indent, start)) {
      if (opening === "{") this.readFlowEntry(value, indent, start);
      else value.items.push(this.readFlowValue(indent, start));
      this.skipFlow(indent, start);
      if (this.peek() !== closing && !this.match(/,/y)) this.refuse("bad_bracket", {}, start);
    }
    this.at++;
    this.depth--;
    this.depthOfFlow--;
    return value;
  }

  readFlowEntry(map, indent, start) {
    const at = this.at;
    this.add(map, this.readKey(/[^:#\n,[\]{}?\t]/y), at);
    this.skipFlow(indent, start);
    map.entries.at(-1).value = /[,}]/.test(this.peek()) ? {kind: "null", text: "", line: this.line()} : this.readFlowValue(indent, start);
  }

  readFlowValue(indent, start) {
    if (/[{[]/.test(this.peek())) return this.readFlow(indent);
    if (/["']/.test(this.peek())) return this.readQuoted(indent);
    if (this.peek() === "") this.refuse("bad_bracket", {}, start);
    return this.readPlain(/(?:[^:#\n\t,[\]{}?]|:(?![ \n\t,[\]{}]|$)|(?<![ ])#)+/y);
  }

  skipFlow(indent, start) {
    if (this.isJSON) this.match(/[ \t\n]*/y);
    else while (this.match(/[ ]+|(?<=[ \n])#.*|\n/y) !== undefined);
    if (this.peek() === "") this.refuse("bad_bracket", {}, start);
    if (!this.isJSON && this.line() > this.line(start) && this.column() <= Math.max(indent, 0)) this.refuse("bad_bracket", {}, start);
  }
}

// blockText joins the lines of a text below a "|" or ">", and keeps as many of the line ends behind it as the sign says.
function blockText(head, lines) {
  let end = lines.length;
  while (lines[end - 1] === "") end--;
  const body = lines.slice(0, end), after = lines.length - end;
  let text = body[0];
  for (let i = 1; i < body.length; i++) {
    if (head[0] === "|") text += "\n" + body[i];
    else if (body[i] === "") text += "\n";
    else text += (body[i - 1] === "" ? "" : " ") + body[i];
  }
  const ends = {"-": 0, "+": 1 + after}[head[1]] ?? 1;
  return text + "\n".repeat(ends);
}
