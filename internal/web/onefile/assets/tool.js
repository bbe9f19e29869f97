
// This part joins the others: it shows the overview, one form and one report, and the address says which of them.

const draftPrefix = "opsfit page ";
const toolWords = {
  working: "One moment…",
  too_old: "This browser is too old for this page, or forbids what it needs (WebAssembly). Any current browser opens it.",
  failed: "The program met a fault of its own: {text}. Save your answers and open this page again.",
  unusable: "{files} cannot be used. Nothing has changed.",
  result: "Result",
  result_of: "Result: {subject}",
  team: "Team result",
  team_of: "Team result: {subject}",
  saved: "{file} is in the folder for downloads.",
  draft_of_own: "There are also answers for “{ids}”. Open that questionnaire to continue.",
};

const byId = (id) => document.getElementById(id);
const sayTool = sayer(toolWords);

// Form is the form of this page: it opens every file that the program reads, and has a button for the result.
class Form extends Page {
  constructor(tool, form, signal) {
    super(JSON.parse(JSON.stringify(form.data)), signal);
    Object.assign(this, {tool, source: form.source});
    this.element("result").addEventListener("click", () => tool.run(() => tool.seeResult()));
  }

  open(field) {
    return this.tool.run(async () => {
      const files = await readFiles(field);
      if (!files.length) return;
      const reply = await this.tool.engine.call("assess", {questionnaire: this.source, files});
      if (reply.result) await this.take(files[0].name, reply.result.sheet);
      else this.tool.refuse(files, reply.findings);
    });
  }

  // take replaces the answers by those of a file, unless somebody wants to keep them.
  async take(name, text) {
    const {sheet, notices} = readSheet(this.form, text, false);
    if (!this.answering.isEmpty() && !await this.ask("open_ask", "open_yes", {file: name})) return;
    this.answering.load({...sheet, date: today()});
    this.onChange();
    this.tell(this.say("opened", {file: name}), ...notices.map(([words, values]) => this.say(words, values)));
  }
}

class Tool {
  constructor() {
    Object.assign(this, {engine: new Engine(), page: null, listening: null, report: null, before: null});
    this.engine.ready.catch(() => this.complain(sayTool("too_old")));
    for (const button of document.querySelectorAll(".choice")) {
      button.addEventListener("click", () => this.run(async () => this.showForm(await this.engine.call("form", {questionnaire: button.dataset.source}))));
    }
    for (const [id, act] of Object.entries({
      "open-own": () => byId("own-files").click(), "open-answers": () => byId("answers-files").click(),
      forget: () => byId("confirm").showModal(), "confirm-no": () => byId("confirm").close(), "confirm-yes": () => this.forget(),
      "save-report": () => this.save(this.report.file, this.report.html, "text/html"),
      "save-sheet": () => this.save(this.report.sheetFile, this.report.sheet, "application/yaml"),
      change: () => this.run(() => this.change()), "print-report": () => this.report.frame.contentWindow.print(),
      "close-faults": () => {
        this.closeFaults();
        this.before?.focus();
      },
    })) byId(id).addEventListener("click", act);
    byId("own-files").addEventListener("change", (event) => this.run(() => this.openOwn(event.target)));
    byId("answers-files").addEventListener("change", (event) => this.run(() => this.openAnswers(event.target)));
    addEventListener("hashchange", () => this.route(true));
    history.replaceState(null, "", "#home");
    byId("views").hidden = false;
    this.route(false);
  }

  // run does what may take a moment, and says so.
  async run(act) {
    this.closeFaults();
    const slow = setTimeout(() => {
      byId("working").textContent = sayTool("working");
      byId("working").hidden = false;
    }, 200);
    try {
      await act();
    } catch (fault) {
      this.complain(sayTool("failed", {text: fault.message ?? String(fault)}));
      throw fault;
    } finally {
      clearTimeout(slow);
      byId("working").hidden = true;
    }
  }

  // The address: #home, #report, or a step of the form.

  route(withFocus) {
    const wanted = decodeURIComponent(location.hash.slice(1)) || "home";
    let view = wanted;
    if (wanted !== "home" && wanted !== "report") view = byId(wanted)?.matches(".step") ? "form" : "";
    if (view === "report" && !this.report) view = "home";
    if (view) this.show(view, withFocus);
  }

  show(view, withFocus) {
    for (const id of ["home", "form", "report"]) byId(id).hidden = id !== view;
    document.body.classList.toggle("reading", view === "report");
    byId("to-form").hidden = !this.page;
    byId("to-report").hidden = !this.report;
    if (this.page) byId("to-form").hash = this.page.answering.step;
    const links = {home: "[href='#home']", form: "#to-form", report: "#to-report"};
    for (const link of byId("views").querySelectorAll("a")) link.removeAttribute("aria-current");
    byId("views").querySelector(links[view]).setAttribute("aria-current", "page");
    document.title = (view === "home" ? "" : byId(view + "-title").textContent + " · ") + "opsfit";
    this.closeFaults();
    if (view === "home") this.showDrafts();
    if (!withFocus || view === "form") return;
    byId(view + "-title").focus({preventScroll: true});
    scrollTo(0, 0);
  }

  go(address) {
    if (location.hash === "#" + address) this.route(true);
    else location.hash = address;
  }

  // Forms.

  showForm({form, findings = []}, files) {
    if (!form) {
      this.refuse(files, findings);
      return;
    }
    this.listening?.abort();
    this.listening = new AbortController();
    byId("form-title").textContent = form.title;
    byId("form-facts").textContent = form.facts;
    showFindings(byId("form-notes"), findings);
    byId("form-body").innerHTML = form.markup; // The program escaped every text in it.
    history.pushState(null, "", "#start");
    this.page = new Form(this, form, this.listening.signal);
    this.show("form", false);
    scrollTo(0, 0);
    byId("start-title").focus({preventScroll: true});
  }

  async openOwn(field) {
    const files = await readFiles(field);
    if (files.length) this.showForm(await this.engine.call("open", {files}), files);
  }

  // Reports.

  async seeResult() {
    const {page} = this, name = fileName(page.answering.sheet), text = page.text();
    const reply = await this.engine.call("assess", {questionnaire: page.source, files: [sentFile(name, text)]});
    this.showResult(reply, [{name}], {sheetFile: name, sheet: text, isOfForm: true});
  }

  async openAnswers(field) {
    const files = await readFiles(field);
    if (!files.length) return;
    const job = files.length === 1 ? "assess" : "team", reply = await this.engine.call(job, {files});
    this.showResult(reply, files, {sheetFile: files[0].name, sheet: reply.result?.sheet ?? "", isOfForm: false});
  }

  showResult({result, findings = []}, files, sheet) {
    if (!result) {
      this.refuse(files, findings);
      return;
    }
    const {html, title: subject, source} = result, isTeam = files.length > 1;
    const name = isTeam ? fileName({subject, role: "team"}) : files[0].name;
    this.report = {...sheet, html, source, file: name.replace(/\.(ya?ml|json)$/i, "") + ".html"};
    const kind = isTeam ? "team" : "result";
    byId("report-title").textContent = subject ? sayTool(kind + "_of", {subject}) : sayTool(kind);
    byId("save-sheet").hidden = isTeam || !sheet.isOfForm;
    byId("change").hidden = isTeam;
    byId("report-said").textContent = "";
    showFindings(byId("notes"), findings);
    this.go("report");
    this.report.frame = showReport(byId("report-body"), html, byId("report-title").textContent);
  }

  // change goes to the answers of the report that is shown.
  async change() {
    const {isOfForm, source, sheet, sheetFile} = this.report;
    if (isOfForm) {
      this.go("review");
      return;
    }
    this.showForm(await this.engine.call("form", {questionnaire: source}), []);
    await this.page.take(sheetFile, sheet);
  }

  save(file, text, type) {
    saveFile(file, text, type);
    byId("report-said").textContent = sayTool("saved", {file});
    if (type !== "text/html") this.page.isSaved = true;
  }

  // Drafts in this browser.

  drafts() {
    const names = [];
    try {
      for (let i = 0; i < localStorage.length; i++) names.push(localStorage.key(i));
    } catch {
      return [];
    }
    const end = " " + location.pathname;
    return names.filter((name) => name.startsWith(draftPrefix) && name.endsWith(end))
      .map((name) => ({name, id: name.slice(draftPrefix.length, -end.length)})).sort((a, b) => a.id < b.id ? -1 : 1);
  }

  showDrafts() {
    const drafts = this.drafts(), own = drafts.filter(({id}) => id.startsWith("own ")).map(({id}) => id.slice("own ".length));
    byId("drafts").hidden = drafts.length === 0;
    byId("continue").replaceChildren(...[...document.querySelectorAll(".choice")].filter(({dataset}) => drafts.some(({id}) => id === dataset.source))
      .map((choice) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = "Continue: " + choice.querySelector(".name").textContent;
        button.addEventListener("click", () => choice.click());
        return button;
      }));
    byId("draft-of-own").hidden = own.length === 0;
    byId("draft-of-own").textContent = sayTool("draft_of_own", {ids: own.join("”, “")});
  }

  forget() {
    byId("confirm").close();
    for (const {name} of this.drafts()) localStorage.removeItem(name);
    this.listening?.abort();
    byId("form-body").replaceChildren();
    this.page = null;
    this.show("home", true);
  }

  // Faults.

  refuse(files, findings) {
    this.complain(sayTool("unusable", {files: files.map(({name}) => name).join(", ")}), findings);
  }

  complain(text, findings = []) {
    showFindings(byId("faults").querySelector("ul"), findings);
    byId("faults-title").textContent = text;
    this.before = document.activeElement;
    byId("faults").hidden = false;
    byId("faults-title").focus();
  }

  closeFaults() {
    byId("faults").hidden = true;
    byId("faults").querySelector("ul").replaceChildren();
  }
}

const tool = new Tool();
