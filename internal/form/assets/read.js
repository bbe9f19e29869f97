
// This part reads a tree as a sheet for the questionnaire of the form, by the rules of internal/answers. It reports all faults of a
// file at once; a file with faults is not read at all.

// Faults are what keeps a file from being read: {line, words, values} each.
class Faults extends Error {
  constructor(list) {
    super("faults");
    this.list = list;
  }
}

// readSheet returns the sheet in the text of a file, with notices about what changed its meaning, or throws Refused or Faults.
function readSheet(form, text, isJSON) {
  return new SheetReader(form).read(parseTree(text, isJSON));
}

// emptySheet has nothing but what the form was prefilled with.
const emptySheet = ({subject = "", team = "", role = ""}) => ({
  subject: cleanLine(subject), team: cleanLine(team), name: "", role: cleanLine(role), dependsOn: [], exempt: [], date: today(), answers: {},
});

class SheetReader {
  constructor(form) {
    Object.assign(this, {form, faults: [], notices: []});
  }

  fault(node, words, values) { this.faults.push({line: node.line, words, values}); }

  read(tree) {
    const head = this.fields(tree, "questionnaire", "questionnaire_version", "subject", "team", "depends_on", "date", "respondent", "exempt",
      "answers");
    if (!head.answers) this.fault({line: 0}, "bad_missing", {key: "answers"});
    const own = this.form.id, id = this.text(head, "questionnaire");
    // Answers to another questionnaire are not looked at: what is wrong with them here says nothing of them.
    if (id && id !== own) throw new Faults([{line: head.questionnaire.line, words: "bad_questionnaire", values: {id, own}}]);
    const person = head.respondent && head.respondent.kind !== "null" ? this.fields(head.respondent, "name", "role") : {};
    const sheet = {
      subject: this.text(head, "subject"), team: this.text(head, "team"), name: this.text(person, "name"), role: this.text(person, "role"),
      dependsOn: this.texts(head, "depends_on"), date: this.date(head, "date"), exempt: this.exemptions(head),
      answers: {},
    };
    this.readAnswers(head.answers, sheet.answers);
    const version = this.text(head, "questionnaire_version");
    if (version && version !== this.form.version) this.notices.push(["note_version", {version, own: this.form.version}]);
    if (this.faults.length) throw new Faults(this.faults.sort((a, b) => a.line - b.line));
    return {sheet, notices: this.notices};
  }

  // fields returns the values of a mapping by key.
  fields(node, ...known) {
    const found = {};
    if (node.kind !== "map") {
      this.fault(node, "bad_type", {key: known[0]});
      return found;
    }
    for (const {key, line, value} of node.entries) {
      if (known.includes(key)) found[key] = value;
      else this.fault({line}, "bad_key", {key});
    }
    return found;
  }

  text(fields, key) {
    const node = fields[key];
    if (!node || node.kind === "null") return "";
    if (node.kind === "text") return node.text;
    this.fault(node, "bad_type", {key});
    return "";
  }

  texts(fields, key) {
    const node = fields[key];
    if (!node || node.kind === "null") return [];
    const items = node.kind === "list" ? node.items : [node];
    for (const item of items) if (item.kind !== "text") this.fault(item, "bad_type", {key});
    return items.map((item) => item.text);
  }

  date(fields, key) {
    const text = this.text(fields, key);
    const day = new Date(text + "T00:00:00Z");
    const valid = /^\d{4}-\d{2}-\d{2}$/.test(text) && !isNaN(day) && day.toISOString().startsWith(text);
    if (text && !valid) this.fault(fields[key], "bad_date", {text});
    return text;
  }

  // exemptions are kept as they are. Whether a reason is a good one is for opsfit to say, when somebody uses the sheet.
  exemptions(head) {
    const node = head.exempt;
    if (!node || node.kind === "null") return [];
    if (node.kind !== "list") {
      this.fault(node, "bad_type", {key: "exempt"});
      return [];
    }
    const seen = [];
    return node.items.map((item) => {
      const fields = this.fields(item, ...exemptionKeys);
      const exemption = Object.fromEntries(exemptionKeys.map((key) => [key, key === "until" ? this.date(fields, key) : this.text(fields, key)]));
      if (!(this.form.warnings ?? []).includes(exemption.warning)) this.fault(item, "bad_key", {key: exemption.warning});
      else if (seen.includes(exemption.warning)) this.fault(item, "bad_twice", {key: exemption.warning});
      if (!exemption.reason.trim()) this.fault(item, "bad_missing", {key: "reason"});
      seen.push(exemption.warning);
      return exemption;
    });
  }

  readAnswers(node, answers) {
    if (!node || node.kind === "null") return;
    if (node.kind !== "map") {
      this.fault(node, "bad_type", {key: "answers"});
      return;
    }
    for (const {key, line, value} of node.entries) {
      const question = this.question(node, key, line);
      const answer = question && this.answer(question, value);
      if (answer) answers[question.id] = {note: "", evidence: "", reviewed: "", source: "person", reason: "", ...answer};
    }
  }

  // question finds a question, also under an id that it had before.
  question(answers, id, line) {
    const {questions, notAsked = []} = this.form;
    const question = questions.find((q) => q.id === id);
    if (question) return question;
    const renamed = questions.find((q) => q.was?.includes(id));
    if (notAsked.includes(id)) this.notices.push(["note_not_asked", {id}]);
    else if (!renamed) this.fault({line}, "bad_question", {id});
    else if (answers.keys.has(renamed.id)) this.fault({line}, "bad_both", {id: renamed.id});
    else {
      this.notices.push(["note_renamed", {old: id, id: renamed.title}]);
      return renamed;
    }
    return undefined;
  }

  // answer reads one answer; undefined for one that was left empty.
  answer(question, node) {
    switch (node.kind) {
      case "null":
        if (node.text === "null" && question.options.some((o) => o.id === "null" || o.was?.includes("null"))) {
          this.fault(node, "bad_option", {id: question.title, option: "null"});
        }
        return undefined;
      case "text":
        return this.choice(question, node);
      case "map":
        return this.fullAnswer(question, node);
    }
    if (question.many) return {status: "answered", list: this.list(question, node)};
    this.fault(node, "bad_type", {key: question.title});
    return undefined;
  }

  fullAnswer(question, node) {
    const fields = this.fields(node, "option", "not_applicable", "note", "evidence", "reviewed", "source", ...question.many ? ["options", "unknown"] : []);
    const source = this.text(fields, "source");
    if (source && source !== "person" && source !== "evidence") this.fault(fields.source, "bad_type", {key: "source"});
    return {
      status: "skipped", ...question.many ? this.readMany(question, fields) : this.readOne(question, fields),
      note: this.text(fields, "note"), evidence: this.text(fields, "evidence"), reviewed: this.date(fields, "reviewed"), source: source || "person",
    };
  }

  readOne(question, fields) {
    const {option, not_applicable: out} = fields;
    if (option && out) this.fault(out, "bad_both", {id: question.title});
    else if (out) return this.leftOut(question, out, this.reason(fields));
    else if (option?.kind === "text") return this.choice(question, option);
    else if (option && option.kind !== "null") this.fault(option, "bad_type", {key: "option"});
    return {};
  }

  // readMany does the same where several options may apply. A single one may stand under "option" too.
  readMany(question, fields) {
    const given = (node) => node && node.kind !== "null";
    const {not_applicable: out, unknown} = fields, chosen = fields.options ?? fields.option;
    if (fields.options && fields.option) this.fault(fields.option, "bad_both", {id: question.title});
    const leavesAll = out && out.kind !== "map";
    if (leavesAll && !given(chosen) && !given(unknown)) return this.leftOut(question, out, this.reason(fields));
    if (leavesAll && given(out)) this.fault(out, "bad_both", {id: question.title});
    else if (given(unknown) || given(out) || given(chosen) && chosen.kind !== "text") {
      return {status: "answered", list: this.list(question, chosen, unknown, given(out) ? out : undefined)};
    } else if (given(chosen)) return this.choice(question, chosen);
    return {};
  }

  // reason is why something does not apply; a bare true says that it does not, but not why.
  reason(fields) {
    const text = this.text(fields, "not_applicable");
    return text === "true" && !fields.not_applicable.quoted ? "" : text;
  }

  leftOut(question, node, reason = "") {
    if (!question.allowNA) this.fault(node, "bad_applies", {id: question.title});
    else if (question.needsReason && !reason.trim()) this.fault(node, "bad_reason", {id: question.title});
    return {status: "not_applicable", reason};
  }

  choice(question, node) {
    if (node.text === "dont_know" || node.text === "skipped") return {status: node.text};
    if (node.text === "not_applicable") return this.leftOut(question, node);
    if (question.many) return {status: "answered", list: this.list(question, node)};
    const option = this.option(question, node, node.text);
    return option ? {status: "answered", option: option.id} : undefined;
  }

  option(question, node, id) {
    const option = question.options.find((o) => o.id === id);
    if (option) return option;
    const renamed = question.options.find((o) => o.was?.includes(id));
    if (renamed) this.notices.push(["note_renamed", {old: id, id: question.title + ": " + renamed.id}]);
    else this.fault(node, "bad_option", {id: question.title, option: id});
    return renamed;
  }

  // list reads the options that apply, those that nobody knows about, and those that cannot apply.
  list(question, chosen, unknown, out) {
    const state = new Map();
    const take = (node, id, as, reason) => {
      const option = this.option(question, node, id);
      if (!option) return;
      if (state.has(option.id)) this.fault(node, "bad_option_twice", {id: question.title, option: option.id});
      else if (option.none && as !== "chosen") this.fault(node, "bad_none", {id: question.title, option: option.id});
      else state.set(option.id, {as, reason});
    };
    for (const [node, as] of [[chosen, "chosen"], [unknown, "unknown"]]) {
      for (const item of node?.kind === "list" ? node.items : node && node.kind !== "null" ? [node] : []) {
        if (item.kind === "text") take(item, item.text, as);
        else this.fault(item, "bad_type", {key: question.title});
      }
    }
    for (const {key, line, value} of out?.entries ?? []) {
      const bare = value.kind === "null" || value.text === "true" && !value.quoted;
      if (!bare && value.kind !== "text") this.fault(value, "bad_type", {key});
      const reason = bare ? "" : value.text ?? "";
      if (question.needsReason && !reason.trim()) this.fault({line}, "bad_reason", {id: question.title + ": " + key});
      take({line}, key, "out", reason);
    }
    return this.listOf(question, state, chosen ?? out ?? unknown);
  }

  listOf(question, state, node) {
    const are = (as) => question.options.filter((o) => state.get(o.id)?.as === as);
    const list = {options: are("chosen").map((o) => o.id), unknown: are("unknown").map((o) => o.id), out: are("out").map((o) => [o.id, state.get(o.id).reason])};
    const none = are("chosen").find((o) => o.none);
    if (none && list.options.length + list.unknown.length > 1) this.fault(node, "bad_none", {id: question.title, option: none.id});
    if (list.out.length && question.options.every((o) => o.none || state.get(o.id)?.as === "out")) this.fault(node, "bad_all_left_out", {id: question.title});
    return list;
  }
}
