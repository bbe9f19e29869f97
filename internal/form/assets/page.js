
// This part makes the questions a page that stands alone: it keeps the draft, saves, copies, opens and clears.

class Draft {
  // The name of a draft has the path in it: two copies of one form may be about two services.
  constructor(form) {
    this.name = form.key + " " + location.pathname;
    this.isKept = true;
    this.isElsewhere = false;
  }

  // read returns the text of the draft; "" where there is none, or where the browser gives no access to it.
  read() {
    try {
      return localStorage.getItem(this.name) ?? "";
    } catch {
      this.isKept = false;
      return "";
    }
  }

  // write keeps a text, or nothing for "". Another window that wrote since keeps its own.
  write(text) {
    if (this.isElsewhere) return;
    try {
      if (text) localStorage.setItem(this.name, text);
      else localStorage.removeItem(this.name);
      this.isKept = true;
    } catch {
      this.isKept = false;
    }
  }
}

// readFile returns the bytes of a file that a person chose, unless there are too many. It may be gone by now.
async function readFile(file) {
  if (file.size > maxBytes) throw new Refused(0, "bad_size");
  try {
    return await file.arrayBuffer();
  } catch {
    throw new Refused(0, "bad_file");
  }
}

class Page {
  // An aborted signal ends what listens to the window, when another form takes the place of this one.
  constructor(form, signal) {
    Object.assign(this, {form, say: sayer(form.words), draft: new Draft(form), isSaved: true});
    this.answering = new Answering(document.getElementById("answers"), form, () => this.onChange(), signal);
    for (const [id, act] of Object.entries({
      save: () => this.save(), copy: () => this.copy(), print: () => print(), clear: () => this.clear(), all: () => this.switchView(),
      open: () => this.element("file").click(), close: () => this.tell(),
    })) this.element(id).addEventListener("click", act);
    this.element("file").addEventListener("change", (event) => this.open(event.target));
    addEventListener("storage", (event) => this.onStorage(event), {signal});
    addEventListener("beforeunload", (event) => {
      if (!this.isSaved && (!this.draft.isKept || this.draft.isElsewhere)) event.preventDefault();
    }, {signal});
    this.start(signal);
  }

  element(id) { return document.getElementById(id); }

  start(signal) {
    for (const hidden of document.querySelectorAll(".progress, #review, .saving, .tools")) hidden.hidden = false;
    const wide = matchMedia("(min-width: 64rem)"), overview = document.querySelector(".overview");
    const unfold = () => { overview.open = wide.matches; };
    wide.addEventListener("change", unfold, {signal});
    addEventListener("hashchange", unfold, {signal});
    unfold();
    const text = this.draft.read();
    let sheet = emptySheet(this.form);
    try {
      if (text) sheet = {...readSheet(this.form, text, false).sheet, date: today()};
      if (text) this.tell(this.say("draft_restored"));
    } catch {
      this.tell(this.say("draft_unreadable"));
    }
    this.answering.load(sheet);
    this.answering.showAll(false);
    this.showState();
  }

  text() { return writeSheet(this.form, this.answering.sheet); }

  onChange() {
    this.isSaved = false;
    this.draft.write(this.text());
    this.tell();
    this.showState();
  }

  onStorage({key, newValue, storageArea}) {
    if (storageArea !== localStorage || key !== this.draft.name && key !== null || newValue === this.text()) return;
    this.draft.isElsewhere = true;
    this.showState();
  }

  showState() {
    this.element("save").textContent = this.say("save", {file: "\u2068" + fileName(this.answering.sheet) + "\u2069"});
    this.element("draft").textContent = this.say(this.draft.isElsewhere ? "draft_elsewhere" : this.draft.isKept ? "draft_kept" : "draft_refused");
  }

  // tell says what has happened, and takes back what was said before.
  tell(...sentences) {
    this.showMessages("said", sentences.filter((text) => text));
  }

  // showMessages puts sentences in the place for them, and nothing in the other one.
  showMessages(place, sentences) {
    for (const id of ["said", "refused"]) {
      this.element(id).replaceChildren(...(id === place ? sentences : []).map((text) => {
        const p = document.createElement("p");
        p.textContent = text;
        return p;
      }));
    }
    this.element("close").hidden = sentences.length === 0;
  }

  switchView() {
    this.answering.showAll(!this.answering.all);
    this.element("all").textContent = this.say(this.answering.all ? "one" : "all");
  }

  save() {
    const link = document.createElement("a"), file = fileName(this.answering.sheet);
    const saved = new Blob([this.text()], {type: "application/yaml"});
    link.href = URL.createObjectURL(saved);
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    this.isSaved = true;
    if (saved.size > maxBytes) this.showMessages("refused", [this.say("saved", {file}), this.say("saved_large")]);
    else this.tell(this.say("saved", {file}));
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.text());
      this.tell(this.say("copied"));
    } catch {
      const dialog = this.element("by-hand"), text = dialog.querySelector("textarea");
      dialog.querySelector("button").onclick = () => dialog.close();
      text.value = this.text();
      dialog.showModal();
      text.select();
    }
  }

  async open(field) {
    const [file] = field.files;
    if (!file) return;
    try {
      const text = decodeFile(await readFile(file));
      const {sheet, notices} = readSheet(this.form, text, /\.json$/i.test(file.name));
      if (!this.answering.isEmpty() && !await this.ask("open_ask", "open_yes", {file: file.name})) return;
      this.answering.load({...sheet, date: today()});
      this.onChange();
      this.tell(this.say("opened", {file: file.name}), ...notices.map(([words, values]) => this.say(words, values)));
    } catch (fault) {
      this.refuse(file.name, fault);
    } finally {
      field.value = "";
    }
  }

  refuse(file, fault) {
    if (!(fault instanceof Refused || fault instanceof Faults)) throw fault;
    const list = fault instanceof Refused ? [fault] : fault.list, most = 10;
    const sentences = list.slice(0, most).map(({line, words, values}) => {
      const text = this.say(words, values);
      return line ? this.say("at_line", {line, text}) : text;
    });
    if (list.length > most) sentences.push(this.say("refused_more", {n: list.length - most}));
    if (fault instanceof Refused && fault.line) sentences.push(this.say("refused_by_hand"));
    this.showMessages("refused", [this.say("refused", {file}), ...sentences]);
  }

  async clear() {
    if (!await this.ask("clear_ask", "clear_yes")) return;
    this.draft.isElsewhere = false;
    this.draft.write("");
    this.isSaved = true;
    this.answering.load(emptySheet(this.form));
    this.showState();
    this.tell(this.say("cleared"));
    location.hash = "start";
  }

  // ask resolves to whether the person agreed.
  ask(question, yes, values) {
    const dialog = this.element("ask"), agree = dialog.querySelector(".yes");
    this.element("ask-text").textContent = this.say(question, values);
    agree.textContent = this.say(yes);
    dialog.showModal();
    return new Promise((resolve) => {
      const answer = (agreed) => {
        resolve(agreed);
        dialog.close();
      };
      agree.onclick = () => answer(true);
      dialog.querySelector(".no").onclick = () => answer(false);
      // Escape closes it too. The event of one dialog may come after the next has opened.
      dialog.onclose = () => { if (!dialog.open) resolve(false); };
    });
  }
}
