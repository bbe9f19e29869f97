package survey

import "testing"

func TestPlain(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"  How often\u00a0do\n users? * ":        "how often do users?",
		"<p>How <b>often</b>&nbsp;do users?</p>": "how often do users?",
		"fewer than <5 &amp; more > 3":           "fewer than <5 & more > 3",
		"a < b":                                  "a < b",
		"<unclosed":                              "<unclosed",
		"'=1+1":                                  "=1+1",
		"":                                       "",
	} {
		if got := plain(text); got != want {
			t.Errorf("plain(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestWithoutNumber(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"3. how often":         "how often",
		"q3: how often":        "how often",
		"q3 how often":         "how often",
		"question 12) how":     "how",
		"question 12 - how":    "how",
		"1.2) how":             "how",
		"(3) how":              "(3) how",
		"b) how":               "how",
		"30 days":              "30 days",
		"2.5 hours":            "2.5 hours",
		"1-2 times":            "1-2 times",
		"a day at most":        "a day at most",
		"quick checks":         "quick checks",
		"questions are asked":  "questions are asked",
		"51 to 100":            "51 to 100",
		"once a month to once": "once a month to once",
	} {
		if got := withoutNumber(text); got != want {
			t.Errorf("withoutNumber(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestNotApplicable(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"N/A": "", "not applicable": "", "Not applicable: the supplier does it": "the supplier does it", "n/a (no code)": "no code",
		"NA": "", "N/A - bought": "bought", "Does not apply; bought": "bought",
	} {
		if reason, found := notApplicable(text); !found || reason != want {
			t.Errorf("%q: %q, %v; want %q", text, reason, found, want)
		}
	}
	for _, text := range []string{"", "Nagios", "naming", "not applicable to us since", "n/able", "İN/A"} {
		if reason, found := notApplicable(text); found {
			t.Errorf("%q is not applicable: %q", text, reason)
		}
	}
}

func TestColumnName(t *testing.T) {
	t.Parallel()
	for column, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := columnName(column); got != want {
			t.Errorf("column %d is %s, want %s", column, got, want)
		}
	}
}

func TestDays(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		stamps []string
		order  string
		want   []string
	}{
		{[]string{"2026-11-22 14:03:05", "2026/11/22 2:03:05 PM GMT+1", "2026-11-22T14:03:05Z", ""}, "", []string{"2026-11-22", "2026-11-22", "2026-11-22", ""}},
		{[]string{"22.11.2026 14:03", "1.2.26"}, "", []string{"2026-11-22", "2026-02-01"}},
		{[]string{"11/22/2026 14:03", "3/4/2026"}, "", []string{"2026-11-22", "2026-03-04"}},
		{[]string{"22/11/26", "3/4/26"}, "", []string{"2026-11-22", "2026-04-03"}},
		{[]string{"3/4/2026", "4/4/2026"}, "", []string{"", "2026-04-04"}},
		{[]string{"3/4/2026"}, "dmy", []string{"2026-04-03"}},
		{[]string{"3/4/2026"}, "mdy", []string{"2026-03-04"}},
		{[]string{"26-11-22"}, "ymd", []string{"2026-11-22"}},
		{[]string{"22/11/2026", "11/22/2026"}, "", []string{"", ""}},
		{[]string{"46348.5853009259", "46348"}, "", []string{"2026-11-22", "2026-11-22"}},
		{[]string{"yesterday", "2026-02-30", "12", "1e300", "NaN", "--", "1/2", "-1/2/3"}, "", []string{"", "", "", "", "", "", "", ""}},
	} {
		stamps := make([]stamp, len(test.stamps))
		for i, text := range test.stamps {
			stamps[i].text = text
		}
		got, unread := daysOf(stamps, test.order)
		for i, want := range test.want {
			if got[i] != want {
				t.Errorf("%q in the order %q is %q, want %q", test.stamps[i], test.order, got[i], want)
			}
		}
		for _, i := range unread {
			if test.want[i] != "" || test.stamps[i] == "" {
				t.Errorf("%q counts as unread", test.stamps[i])
			}
		}
	}
}
