
"use strict";

// A sheet is {subject, team, dependsOn, date, name, role, exempt, answers}, as internal/answers has it: answers by question
// id, each {status, option, list, reason, note, evidence, reviewed, source}; a list is {options, unknown, out}. This part writes it as a file.

// hidden are the characters that a file never has as they are. The joiners stay: emoji and several scripts need them.
const hidden = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029\p{Noncharacter_Code_Point}]/u;

// quote returns a text as a scalar of YAML: plain when that is beyond doubt, else in quotes.
function quote(text) {
  if (/^[A-Za-z0-9][A-Za-z0-9_./-]*$/.test(text) && text.toLowerCase() !== "null") return text;
  let quoted = "";
  for (const c of text) {
    if (c === '"' || c === "\\") quoted += "\\" + c;
    else if (c === "\n") quoted += "\\n";
    else if (c === "\t") quoted += "\\t";
    else quoted += hidden.test(c) ? escaped(c.codePointAt(0)) : c;
  }
  return '"' + quoted + '"';
}

function escaped(code) {
  return code < 0x10000 ? "\\u" + code.toString(16).padStart(4, "0") : "\\U" + code.toString(16).padStart(8, "0");
}

const flowList = (ids) => "[" + ids.map(quote).join(", ") + "]";
const flowMap = (pairs) => "{" + pairs.filter(([, text]) => text).map(([key, text]) => key + ": " + text).join(", ") + "}";

// inlineAnswer writes an answer in its shortest form.
function inlineAnswer(answer) {
  const {list, reason} = answer;
  const word = list ? flowList(list.options) : quote(answer.status === "answered" ? answer.option : answer.status);
  const pairs = [];
  if (answer.status === "not_applicable" && reason) pairs.push(["not_applicable", quote(reason)]);
  else if (list) {
    pairs.push(["options", word], ["unknown", list.unknown.length ? flowList(list.unknown) : ""],
      ["not_applicable", list.out.length ? "{" + list.out.map(([id, why]) => quote(id) + ": " + quote(why)).join(", ") + "}" : ""]);
  } else pairs.push(["option", word]);
  for (const key of ["note", "evidence", "reviewed"]) pairs.push([key, answer[key] && quote(answer[key])]);
  if (answer.source === "evidence") pairs.push(["source", "evidence"]);
  return pairs.filter(([, text]) => text).length === 1 && !reason ? word : flowMap(pairs);
}

// answerTo returns the answer to a question; undefined for none. An id may be a word that objects have a meaning for.
const answerTo = (sheet, id) => Object.hasOwn(sheet.answers, id) ? sheet.answers[id] : undefined;

// writeSheet fills in the blank sheet, in which every key without a value stands alone on its line.
function writeSheet(form, sheet) {
  const head = {subject: sheet.subject, team: sheet.team, date: sheet.date, "  name": sheet.name, "  role": sheet.role};
  let inAnswers = false;
  return form.blank.split("\n").map((line) => {
    const key = /^( *[^ #:]+):/.exec(line)?.[1];
    if (inAnswers) {
      const answer = key && answerTo(sheet, key.trim());
      return answer ? line + " " + inlineAnswer(answer) : line;
    }
    inAnswers = key === "answers";
    if (inAnswers && sheet.exempt.length) return "exempt:\n" + sheet.exempt.map(exemptLine).join("") + line;
    if (key in head) line = key + ":" + (head[key] ? " " + quote(head[key]) : "");
    if (key === "team" && sheet.dependsOn.length) line += "\ndepends_on:" + sheet.dependsOn.map((name) => "\n  - " + quote(name)).join("");
    return line;
  }).join("\n");
}

// An exemption has these keys in the form and in the file.
const exemptionKeys = ["warning", "reason", "until", "owner", "approved_by"];

function exemptLine(exemption) {
  const pairs = exemptionKeys.map((key) => [key, exemption[key] && quote(exemption[key])]);
  return "  - " + flowMap(pairs) + "\n";
}

// cleanLine makes one line of what was typed or pasted.
const cleanLine = (text) => cleanText(text).replaceAll("\n", " ").trim();

// cleanText leaves out what a person cannot have meant to type, and keeps line ends.
function cleanText(text) {
  return text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/[\ud800-\udfff]|(?!\n)\p{Cc}/gu, (c) => c === "\t" ? " " : "").trim();
}

// shorten cuts a part of a file name at the end of a character: a file system takes 255 bytes for the whole.
function shorten(text) {
  const most = {characters: 60, bytes: 120}, kept = [...text].slice(0, most.characters);
  while (new TextEncoder().encode(kept.join("")).length > most.bytes) kept.pop();
  return kept.join("");
}

// fileName makes a name that every system takes out of the service and the role.
function fileName(sheet) {
  const safe = (text) => text.slice(0, 200).normalize("NFC").replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-").replace(/^[-.]+/, "");
  const name = [sheet.subject, sheet.role].map((text) => shorten(safe(text)).replace(/[-.]+$/, "")).filter((part) => part).join("-");
  // Windows takes these for devices, whatever follows the dot.
  return (/^(con|prn|aux|nul|(com|lpt)[1-9¹²³])(\.|$)/i.test(name) ? "service-" + name : name || "answers") + ".yaml";
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}
