
// This part shows the questions and keeps the sheet that they make. It knows no files: whoever uses it gets told when the sheet changes.

const sayer = (words) => (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

const person = {note: "", evidence: "", reviewed: "", source: "person", reason: ""};
const headFields = ["subject", "team", "name", "role"];

class Answering {
  // root holds the markup of the questions; changed is called after every change that a person makes.
  constructor(root, form, changed, signal) {
    Object.assign(this, {root, form, changed, say: sayer(form.words), sheet: emptySheet(form), all: false, step: ""});
    // leaving are questions that were said not to apply, without a reason so far.
    this.leaving = new Set();
    this.questions = new Map(form.questions.map((question) => [question.id, this.prepare(question)]));
    root.addEventListener("change", (event) => this.onChange(event.target));
    root.addEventListener("input", (event) => this.onInput(event.target));
    root.addEventListener("click", (event) => this.onClick(event.target));
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.all) this.move(1);
    });
    addEventListener("hashchange", () => this.show(true), {signal});
  }

  // prepare finds the markup of a question and adds what every question has.
  prepare(question) {
    const step = this.root.querySelector("#q-" + CSS.escape(question.id)), parts = this.copy("#parts"), part = (name) => parts.querySelector(name);
    step.dataset.question = question.id;
    if (question.allowNA) step.querySelector("fieldset").append(part(".reason"));
    else part(".reason").remove();
    step.querySelector("legend").after(part(".suggested"));
    for (const {id, none} of question.options) {
      if (none || !question.many) continue;
      const one = this.copy("#part");
      one.querySelector(".part").dataset.option = id;
      one.querySelector(".name").textContent = this.optionText(step, id);
      part(".single .told").before(one);
    }
    if (!question.many) part(".single").remove();
    step.append(parts);
    return {...question, step, link: this.addLink(step.id, question.title)};
  }

  // addLink adds a question to the list of all.
  addLink(id, title) {
    const item = this.copy("#link"), link = item.querySelector("a");
    link.href = "#" + id;
    link.querySelector(".name").textContent = title;
    this.root.querySelector("nav li:last-child").before(item);
    return link;
  }

  copy(template) { return this.root.querySelector(template).content.cloneNode(true); }

  optionText(step, id) { return step.querySelector(`input[value="${CSS.escape(id)}"]`).parentElement.textContent; }

  // load replaces the sheet.
  load(sheet) {
    this.sheet = sheet;
    this.leaving.clear();
    for (const name of headFields) this.root.elements[name].value = sheet[name];
    for (const question of this.questions.values()) this.render(question);
    this.refresh();
  }

  // isEmpty: nobody has answered or noted anything.
  isEmpty() { return Object.keys(this.sheet.answers).length === 0; }

  // What is asked.

  isAsked(question, asked = new Map()) {
    if (!question.askIf) return true;
    if (!asked.has(question.id)) asked.set(question.id, this.holds(question.askIf, asked));
    return asked.get(question.id);
  }

  holds(test, asked) {
    const holds = (part) => this.holds(part, asked);
    if (test.any) return test.any.some(holds);
    if (test.none) return !test.none.some(holds);
    if (!test.answer && !test.unknown) return (test.all ?? []).every(holds);
    // The answer to a question that is not asked itself decides nothing.
    const question = this.questions.get(test.answer ?? test.unknown);
    if (!question || !this.isAsked(question, asked)) return false;
    const {status, option} = this.answer(question);
    if (test.unknown) return status !== "answered" && status !== "not_applicable";
    return status === "answered" && test.in.includes(option);
  }

  asked() {
    const asked = new Map();
    return [...this.questions.values()].filter((question) => this.isAsked(question, asked));
  }

  // Changes of the sheet.

  answer(question) { return answerTo(this.sheet, question.id) ?? {status: "skipped", ...person}; }

  // choose changes the answer and keeps what is noted on it. A date of review moves to today: a person just reviewed it.
  choose(question, to) {
    const before = this.answer(question);
    this.leaving.delete(question.id);
    this.sheet.answers[question.id] = {
      ...person, note: before.note, evidence: before.evidence, reviewed: before.reviewed && this.sheet.date || before.reviewed, ...to,
    };
  }

  clear(question) { this.choose(question, {status: "skipped"}); }

  chooseNotApplicable(question, reason) {
    if (reason) this.choose(question, {status: "not_applicable", reason});
    else {
      this.clear(question);
      this.leaving.add(question.id);
    }
  }

  list(question) {
    const {options = [], unknown = [], out = []} = this.answer(question).list ?? {};
    return {options: [...options], unknown: [...unknown], out: [...out]};
  }

  chooseList(question, list) {
    const inOrder = (of) => question.options.map((o) => o.id).filter((id) => of(id));
    const ordered = {
      options: inOrder((id) => list.options.includes(id)), unknown: inOrder((id) => list.unknown.includes(id)),
      out: inOrder((id) => list.out.some(([left]) => left === id)).map((id) => list.out.find(([left]) => left === id)),
    };
    if (ordered.options.length + ordered.unknown.length + ordered.out.length) this.choose(question, {status: "answered", list: ordered});
    else this.clear(question);
  }

  // toggle ticks an option or takes the tick away. The option that says that nothing applies and the others exclude each other.
  toggle(question, id) {
    const list = this.list(question), isNone = (other) => Boolean(question.options.find((o) => o.id === other).none);
    const stays = (other) => other !== id && isNone(other) === isNone(id);
    const wasChosen = list.options.includes(id);
    list.options = list.options.filter(stays);
    if (!wasChosen) list.options.push(id);
    list.unknown = list.unknown.filter(stays);
    list.out = list.out.filter(([left]) => left !== id);
    this.chooseList(question, list);
  }

  // setPart says of one option of a list that nobody knows, or that it cannot apply.
  setPart(question, id, state, reason) {
    const list = this.list(question);
    list.options = list.options.filter((other) => other !== id && !question.options.find((o) => o.id === other).none);
    list.unknown = list.unknown.filter((other) => other !== id);
    list.out = list.out.filter(([left]) => left !== id);
    // What does not apply needs a reason; until there is one, it is not known.
    if (state === "not_applicable" && reason) list.out.push([id, reason]);
    else if (state) list.unknown.push(id);
    this.chooseList(question, list);
  }

  note(question, key, text) {
    const answer = {...this.answer(question), [key]: text};
    if (answer.status === "skipped" && !answer.note && !answer.evidence && !answer.reviewed) delete this.sheet.answers[question.id];
    else this.sheet.answers[question.id] = answer;
  }

  // What a person does.

  questionOf(element) { return this.questions.get(element.closest("[data-question]")?.dataset.question); }

  onChange(field) {
    const question = this.questionOf(field), part = field.closest(".part");
    if (!question || field.type === "text" || field.tagName === "TEXTAREA") return;
    if (part) this.onPart(question, part);
    else if (question.many) this.onTick(question, field);
    else if (field.value === "not_applicable") this.chooseNotApplicable(question, this.reasonField(question).value.trim());
    else this.choose(question, field.value === "dont_know" ? {status: "dont_know"} : {status: "answered", option: field.value});
    this.finish(question);
  }

  onTick(question, {value, checked}) {
    if (question.options.some((o) => o.id === value)) this.toggle(question, value);
    else if (!checked) this.clear(question);
    else if (value === "dont_know") this.choose(question, {status: "dont_know"});
    else if (value === "not_applicable") this.chooseNotApplicable(question, this.reasonField(question).value.trim());
    else this.choose(question, {status: "answered", list: {options: [], unknown: [], out: this.list(question).out}});
  }

  onPart(question, part) {
    const select = part.querySelector("select"), others = question.options.filter((o) => !o.none && o.id !== part.dataset.option);
    const {out} = this.list(question);
    if (select.value === "not_applicable" && others.every((o) => out.some(([id]) => id === o.id))) {
      select.value = "unknown";
      this.tell(question, this.say("single_all"));
    }
    part.querySelector(".reason").hidden = select.value !== "not_applicable";
    this.setPart(question, part.dataset.option, select.value, cleanLine(part.querySelector("input").value));
  }

  // tell shows a sentence beside the parts of a list.
  tell(question, text) {
    question.step.querySelector(".single .told").textContent = text;
  }

  onInput(field) {
    if (field.type === "radio" || field.type === "checkbox" || field.tagName === "SELECT") return;
    const question = this.questionOf(field), text = cleanLine(field.value);
    if (!question) this.sheet[field.name] = text;
    else if (field.closest(".part")) this.onPart(question, field.closest(".part"));
    else if (field.matches(".why-not")) this.chooseNotApplicable(question, text);
    else if (field.matches(".evidence")) this.note(question, "evidence", text);
    else this.note(question, "note", cleanText(field.value));
    this.finish(question);
  }

  onClick(element) {
    const question = this.questionOf(element);
    if (element.matches("button.back")) this.move(-1);
    else if (element.matches("button.confirm")) this.choose(question, {...this.answer(question), source: "person"});
    else if (element.matches("button.clear")) this.clear(question);
    else return;
    if (question) {
      question.step.querySelector("h2").focus();
      this.finish(question);
    }
  }

  finish(question) {
    if (question) this.render(question);
    this.refresh();
    this.changed();
  }

  // What is shown.

  reasonField(question) { return question.step.querySelector(".why-not"); }

  // fill sets a field, but not the one in which a person is typing.
  fill(field, text) {
    if (field !== document.activeElement) field.value = text;
  }

  render(question) {
    const answer = this.answer(question), {step} = question, leaving = this.leaving.has(question.id);
    const list = answer.list, nothing = list && list.options.length + list.unknown.length + list.out.length === 0;
    const word = leaving ? "not_applicable" : answer.status === "answered" ? answer.option : answer.status;
    for (const input of step.querySelectorAll("fieldset > label > input")) {
      input.checked = list ? list.options.includes(input.value) || input.value === "[]" && (nothing || !list.options.length && !list.unknown.length) :
        input.value === word;
    }
    const reason = this.reasonField(question);
    if (reason) {
      reason.closest(".reason").hidden = word !== "not_applicable";
      if (!leaving) this.fill(reason, answer.reason);
    }
    if (question.many) this.renderParts(question);
    this.fill(step.querySelector("textarea"), answer.note);
    this.fill(step.querySelector("input.evidence"), answer.evidence);
    if (answer.note || answer.evidence) step.querySelector("details.note").open = true;
    step.querySelector(".suggested").hidden = answer.status !== "answered" || answer.source !== "evidence";
    step.querySelector("button.clear").hidden = answer.status === "skipped" && !leaving;
  }

  renderParts(question) {
    const {unknown, out} = this.list(question);
    for (const part of question.step.querySelectorAll(".part")) {
      const id = part.dataset.option, left = out.find(([other]) => other === id), select = part.querySelector("select");
      // One that is to be left out stays so on the screen while its reason is missing.
      const waits = unknown.includes(id) && select.value === "not_applicable";
      if (!waits) select.value = left ? "not_applicable" : unknown.includes(id) ? "unknown" : "";
      part.querySelector(".reason").hidden = select.value !== "not_applicable";
      if (!waits) this.fill(part.querySelector("input"), left?.[1] ?? "");
    }
    if (unknown.length + out.length) question.step.querySelector(".single").open = true;
  }

  isOpen(question) {
    const {status, source} = this.answer(question);
    return status === "skipped" || status === "answered" && source === "evidence";
  }

  isUnknown(question) {
    const {status, list} = this.answer(question);
    return status === "dont_know" || Boolean(list?.unknown.length);
  }

  // refresh shows what depends on the whole sheet: which questions are asked, how far one is, and the review.
  refresh() {
    const asked = this.asked(), answered = asked.filter((question) => !this.isOpen(question)).length;
    for (const question of this.questions.values()) {
      const isAsked = asked.includes(question);
      question.step.classList.toggle("unasked", !isAsked);
      question.link.parentElement.hidden = !isAsked;
      const state = this.isOpen(question) ? "open" : this.isUnknown(question) ? "unknown" : "answered";
      question.link.dataset.state = state;
      question.link.querySelector(".state").textContent = this.say("state_" + state);
    }
    for (const heading of this.root.querySelectorAll("h2.section")) {
      let next = heading.nextElementSibling;
      while (next?.matches(".unasked")) next = next.nextElementSibling;
      heading.hidden = !next?.matches(".question");
    }
    const bar = this.root.querySelector("progress");
    bar.max = asked.length;
    bar.value = answered;
    const text = this.say("progress", {answered, total: asked.length}), progress = this.root.querySelector("#progress");
    if (progress.textContent !== text) progress.textContent = text;
    this.review(asked);
  }

  review(asked) {
    const review = this.root.querySelector("#review"), open = asked.filter((question) => this.isOpen(question));
    const n = open.length;
    review.querySelector(".summary").textContent = this.say(n === 0 ? "review_done" : n === 1 ? "review_open_one" : "review_open_many", {n});
    this.links(review.querySelector(".open"), open);
    this.links(review.querySelector(".unknown"), asked.filter((question) => this.isUnknown(question)));
    review.querySelector("dl").replaceChildren(...asked.flatMap((question) => {
      const title = document.createElement("dt"), text = document.createElement("dd");
      title.append(this.link(question));
      text.dir = "auto";
      text.textContent = this.describe(question);
      return [title, text];
    }));
  }

  links(part, questions) {
    part.hidden = questions.length === 0;
    part.querySelector("ul").replaceChildren(...questions.map((question) => {
      const item = document.createElement("li");
      item.append(this.link(question));
      return item;
    }));
  }

  link(question) {
    const link = document.createElement("a");
    link.href = "#q-" + question.id;
    link.dir = "auto";
    link.textContent = question.title;
    return link;
  }

  // describe tells an answer in words.
  describe(question) {
    const answer = this.answer(question), {note, evidence, reason, list} = answer, parts = [this.describeChoice(question, answer)];
    if (answer.status === "not_applicable") parts[0] = reason ? this.say("answer_not_applicable", {reason}) : this.say("not_applicable");
    if (list?.unknown.length) parts.push(this.say("answer_unknown", {options: this.optionTexts(question, list.unknown)}));
    if (list?.out.length) parts.push(this.say("answer_left_out", {options: this.optionTexts(question, list.out.map(([id]) => id))}));
    if (answer.status === "answered" && answer.source === "evidence") parts.push(this.say("answer_suggested"));
    if (note) parts.push(this.say("answer_note", {note}));
    if (evidence) parts.push(evidence);
    return parts.join("\n");
  }

  describeChoice(question, {status, option, list}) {
    if (status === "dont_know") return this.say("dont_know");
    if (status !== "answered") return this.say("answer_none");
    return list ? this.optionTexts(question, list.options) || this.say("answer_nothing") : this.optionText(question.step, option);
  }

  optionTexts(question, ids) {
    return ids.map((id) => this.optionText(question.step, id).replace(/\.$/, "")).join("; ");
  }

  // The way through the questions: the part of the address behind the number sign says where one is.

  steps() { return ["start", ...this.asked().map((question) => "q-" + question.id), "review"]; }

  move(by) {
    const steps = this.steps();
    location.hash = steps[Math.max(0, Math.min(steps.indexOf(this.step) + by, steps.length - 1))];
  }

  showAll(all) {
    this.all = all;
    this.root.classList.toggle("one", !all);
    this.show(false);
  }

  // show shows the step that the address names. For another address it shows the first one, or leaves what is shown.
  show(withFocus) {
    const steps = this.steps(), wanted = location.hash.slice(1);
    if (this.step && wanted && !steps.includes(wanted) && !document.getElementById(wanted)?.matches(".step")) return;
    this.step = steps.includes(wanted) ? wanted : "start";
    for (const step of this.root.querySelectorAll(".step")) step.classList.toggle("current", step.id === this.step);
    this.root.dataset.at = this.step === "start" || this.step === "review" ? this.step : "question";
    const next = this.root.querySelector("button.next");
    this.root.querySelector("button.back").hidden = this.all || this.step === "start";
    next.hidden = this.all || this.step === "review";
    next.textContent = this.say(this.step === "start" ? "begin" : this.step === steps.at(-2) ? "review" : "next");
    for (const link of this.root.querySelectorAll("nav a")) {
      if (link.hash === "#" + this.step) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    if (!withFocus) return;
    const heading = this.root.querySelector("#" + CSS.escape(this.step) + " h2");
    heading.focus({preventScroll: !this.all});
    if (!this.all) scrollTo(0, 0);
  }
}
