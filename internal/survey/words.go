package survey

import (
	"slices"
	"strings"
)

// The words of survey tools and of people, as letters returns them. An option of a question goes before each of them.

// isDontKnow recognises the spellings of an answer that nobody knows.
func isDontKnow(letters string) bool {
	return slices.Contains([]string{
		"dontknow", "idontknow", "wedontknow", "donotknow", "idonotknow", "wedonotknow", "dontknowcantsay", "dontknownotsure", "dk", "dunno",
		"notsure", "imnotsure", "iamnotsure", "unsure", "unknown", "noidea", "cantsay", "cannotsay", "nottome", "dontknowyet",
	}, letters)
}

// isSkipped recognises what tools write for a question that was passed over.
func isSkipped(letters string) bool {
	return slices.Contains([]string{
		"", "skipped", "skip", "noanswer", "notanswered", "unanswered", "noresponse", "prefernottosay", "prefernottoanswer", "notshown", "null",
		"notseen",
	}, letters)
}

// notApplicable recognises an answer that does not apply, with the reason behind it: "N/A: the supplier does it". The texts are
// as people wrote them.
func notApplicable(text string) (reason string, found bool) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		lower = text // A letter changed its length with its case: the offsets would not agree.
	}
	for _, word := range []string{
		"not applicable", "not_applicable", "does not apply", "doesn't apply", "doesn’t apply", "n/a", "n.a.", "n. a.", "na",
	} {
		rest, begins := strings.CutPrefix(lower, word)
		if !begins {
			continue
		}
		rest = text[len(text)-len(rest):]
		reason = trim(strings.TrimLeft(rest, " :;,.-–—"))
		switch {
		case reason == "":
			return "", true
		case strings.HasPrefix(trim(rest), "(") && strings.HasSuffix(reason, ")"):
			return trim(reason[1 : len(reason)-1]), true
		case strings.ContainsAny(rest[:1], ":;,-") || strings.HasPrefix(trim(rest), "-") || strings.HasPrefix(trim(rest), "–"):
			return reason, true
		}
	}
	return "", false
}

// isNothing recognises that none of several options was chosen.
func isNothing(letters string) bool {
	return slices.Contains([]string{"none", "noneofthese", "noneoftheabove", "nothing", "noneofthem"}, letters)
}

// ticked tells what a cell of a column of one option says: chosen, or not; known is false for anything else.
func ticked(letters string) (chosen, known bool) {
	switch letters {
	case "yes", "y", "1", "true", "x", "checked", "selected", "ticked", "on", "chosen", "quoted":
		return true, true
	case "no", "n", "0", "false", "unchecked", "notselected", "off", "notchosen", "notquoted":
		return false, true
	}
	return false, false
}

// isTick recognises the signs for a tick, which have no letters.
func isTick(text string) bool { return slices.Contains([]string{"✓", "✔", "☑"}, text) }

// isOther recognises the choice that a respondent fills in, which is text and no option.
func isOther(letters string) bool {
	return slices.Contains([]string{
		"other", "otherpleasespecify", "otherspecify", "othertext", "otherpleasedescribe", "othertextentry",
	}, letters)
}

// companion is what a column beside an answer holds, by its plain name. Spreadsheets number names that are there already.
func companion(name string) use {
	short := strings.TrimRight(letters(name), "0123456789")
	switch short {
	case "note", "notes", "comment", "comments", "yourcomment", "yourcomments", "remark", "remarks", "details", "anynotes", "anycomments",
		"pleaseexplain", "explanation", "pleasecomment", "noteoptional", "commentoptional", "commentsoptional", "notesoptional",
		"anythingtoadd", "openended", "text", "makeacommentonyourchoicehere", "pleaseenteryourcommenthere":
		return noteUse
	case "evidence", "proof", "link", "evidencelink", "linktoevidence", "evidenceoptional":
		return evidenceUse
	case "reason", "reasonnotapplicable", "whynotapplicable", "ifnotapplicablewhy", "reasonifnotapplicable", "whydoesitnotapply":
		return reasonUse
	case "selectedchoice", "response", "answer", "yourresponse", "openendedresponse":
		return answerUse
	}
	if isOther(short) {
		return noteUse
	}
	return noUse
}

// fieldOf is what a column about the person holds.
func fieldOf(letters string) use {
	for _, lead := range []string{"", "whatis", "whats", "pleaseenter", "enter"} {
		rest, found := strings.CutPrefix(letters, lead)
		if !found {
			continue
		}
		if use := fieldNamed(strings.TrimSuffix(rest, "optional")); use != noUse {
			return use
		}
	}
	return noUse
}

func fieldNamed(letters string) use {
	switch letters {
	case "name", "yourname", "fullname", "yourfullname", "respondent", "respondentname", "participant", "participantname":
		return nameUse
	case "firstname", "yourfirstname", "givenname", "recipientfirstname":
		return firstNameUse
	case "lastname", "yourlastname", "surname", "familyname", "recipientlastname":
		return lastNameUse
	case "email", "emailaddress", "youremail", "youremailaddress", "recipientemail", "mail", "username", "useremail", "useraddress":
		return emailUse
	case "role", "yourrole", "jobrole", "yourjobrole", "whichroledoyouhave", "roleintheteam", "yourroleintheteam":
		return roleUse
	case "team", "yourteam", "teamname", "yourteamname", "whichteamareyouin", "whichteam":
		return teamUse
	case "service", "servicename", "system", "systemname", "theservice", "whichservice", "whichserviceisthisabout",
		"whichservicedoyouanswerfor":
		return serviceUse
	case "completiontime", "submitted", "submittedat", "submittime", "submitdate", "datesubmitted", "submissiondate", "enddate", "endtime",
		"ended", "recordeddate", "timestamp", "date", "completed", "completedat", "submissiontime", "datecompleted", "responsedate":
		return dateUse
	case "starttime", "startdate", "started", "startedat", "datestarted", "datelastaction", "datestamp", "lastmodifiedtime", "datemodified":
		return otherDateUse
	}
	return noUse
}

// isBookkeeping recognises columns that survey tools add for themselves, by their plain name.
func isBookkeeping(name string) bool {
	for _, lead := range []string{"points - ", "feedback - "} { // of a quiz
		if strings.HasPrefix(name, lead) {
			return true
		}
	}
	known := []string{
		"id", "responseid", "respondentid", "collectorid", "submissionid", "ip", "ipaddress", "ipaddr", "status", "progress", "finished",
		"durationinseconds", "duration", "externalreference", "externaldatareference", "locationlatitude", "locationlongitude",
		"distributionchannel", "userlanguage", "language", "lastpage", "startlanguage", "seed", "token", "refurl", "referrerurl",
		"customdata1", "customvariable1", "totalpoints", "quizfeedback", "score", "gradepostedtime", "networkid", "useragent", "tags", "number",
		"interviewtime", "totaltime", "qrecaptchascore", "responsetype", "accesscode",
	}
	return slices.Contains(known, letters(name))
}
