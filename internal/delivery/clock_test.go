package delivery

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestTimes reads times as they are written. The expectations are worked out by hand.
func TestTimes(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ zone, text, want string }{
		{"UTC", "2026-01-05T12:00:00Z", "2026-01-05T12:00:00Z"},
		{"UTC", "2026-01-05t12:00:00.123456+05:30", "2026-01-05T06:30:00Z"},
		{"UTC", "2026-01-05 12:00:00 +0200", "2026-01-05T10:00:00Z"},
		{"UTC", "2026-01-05 12:00:00-08", "2026-01-05T20:00:00Z"},
		{"UTC", "2026-01-05 12:00 UTC", "2026-01-05T12:00:00Z"},
		{"UTC", "2024-02-29 23:59:59", "2024-02-29T23:59:59Z local"},
		{"UTC", "2025-02-29 12:00", reasonTime},
		{"UTC", "2025-13-01 12:00", reasonTime},
		{"UTC", "2025-01-01 24:00", reasonTime},
		{"UTC", "2025-01-01 12:60", reasonTime},
		{"UTC", "2025-01-01 12:00+15:00", reasonTime},
		{"UTC", "2025-01-01 12:00 CET", reasonTime},
		{"UTC", "01/05/2026 12:00", reasonTime},
		{"UTC", "2026-1-5 12:00", reasonTime},
		{"UTC", "2026-01-05", reasonDateOnly},
		{"UTC", "1767614400", "2026-01-05T12:00:00Z"},
		{"UTC", "1767614400.5", "2026-01-05T12:00:00Z"},
		{"UTC", "1767614400123", "2026-01-05T12:00:00Z"},
		{"UTC", "946684799", reasonNumber},
		{"UTC", "946684800", "2000-01-01T00:00:00Z"},
		{"UTC", "202601051430", reasonNumber},
		{"UTC", "20260105143000", reasonNumber},
		{"UTC", "99999999999999999999", reasonNumber},
		{"UTC", "-1767614400", reasonTime},
		// In Berlin clocks were put forward from 02:00 to 03:00 on 29 March 2026, and back from 03:00 to 02:00 on 25 October 2026.
		{"Europe/Berlin", "2026-01-05 12:00", "2026-01-05T11:00:00Z local"},
		{"Europe/Berlin", "2026-07-05 12:00", "2026-07-05T10:00:00Z local"},
		{"Europe/Berlin", "2026-03-29 01:59:59", "2026-03-29T00:59:59Z local"},
		{"Europe/Berlin", "2026-03-29 02:00:00", reasonSkipped},
		{"Europe/Berlin", "2026-03-29 02:59:59", reasonSkipped},
		{"Europe/Berlin", "2026-03-29 03:00:00", "2026-03-29T01:00:00Z local"},
		{"Europe/Berlin", "2026-10-25 01:59:59", "2026-10-24T23:59:59Z local"},
		{"Europe/Berlin", "2026-10-25 02:00:00", "2026-10-25T00:00:00Z local repeated"},
		{"Europe/Berlin", "2026-10-25 02:59:59", "2026-10-25T00:59:59Z local repeated"},
		{"Europe/Berlin", "2026-10-25 03:00:00", "2026-10-25T02:00:00Z local"},
		{"Europe/Berlin", "2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z"},
		// In New York they are changed at 02:00: on 8 March and on 1 November 2026.
		{"America/New_York", "2026-03-08 02:30", reasonSkipped},
		{"America/New_York", "2026-03-08 03:00", "2026-03-08T07:00:00Z local"},
		{"America/New_York", "2026-11-01 01:30", "2026-11-01T05:30:00Z local repeated"},
		// On Lord Howe Island they are changed by half an hour: forward at 02:00 on 4 October 2026, back at 02:00 on 5 April 2026.
		{"Australia/Lord_Howe", "2026-10-04 02:15", reasonSkipped},
		{"Australia/Lord_Howe", "2026-10-04 02:30", "2026-10-03T15:30:00Z local"},
		{"Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45:00Z local repeated"},
		// Samoa had no 30 December 2011.
		{"Pacific/Apia", "2011-12-30 12:00", reasonSkipped},
		{"Pacific/Apia", "2011-12-31 00:00", "2011-12-30T10:00:00Z local"},
		{"Asia/Kolkata", "2026-06-01 00:15", "2026-05-31T18:45:00Z local"},
	} {
		zone, err := LoadZone(test.zone)
		if err != nil {
			t.Fatal(err)
		}
		found, got := newClock(zone).read([]byte(test.text))
		if got == "" {
			got = time.Unix(found.at, 0).UTC().Format(time.RFC3339)
			if found.local {
				got += " local"
			}
			if found.repeated {
				got += " repeated"
			}
		}
		if got != test.want {
			t.Errorf("%s in %s: %s, want %s", test.text, test.zone, got, test.want)
		}
	}
}

// TestZones: the zone of the machine is none, and no name leads to a file.
func TestZones(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", "Local", "../../etc/passwd", "/etc/localtime", "Nowhere", "CEST\x1b[31m"} {
		if zone, err := LoadZone(name); err == nil {
			t.Errorf("%q is %s", name, zone)
		}
	}
}

// TestWallTimes: what a clock shows is read as the time at which it shows it, or, where it shows it twice, as the earlier one.
func TestWallTimes(t *testing.T) {
	t.Parallel()
	zones := []string{
		"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "Asia/Tehran", "America/Sao_Paulo", "UTC",
	}
	rapid.Check(t, func(rt *rapid.T) {
		zone, err := LoadZone(rapid.SampledFrom(zones).Draw(rt, "zone"))
		if err != nil {
			rt.Fatal(err)
		}
		c := newClock(zone)
		for _, at := range rapid.SliceOfN(rapid.Int64Range(earliest+2*day, 2_000_000_000), 1, 5).Draw(rt, "at") {
			text := time.Unix(at, 0).In(zone).Format("2006-01-02 15:04:05")
			got, reason := c.read([]byte(text))
			shown := time.Unix(got.at, 0).In(zone).Format("2006-01-02 15:04:05")
			switch {
			case reason != "" || shown != text || got.at > at:
				rt.Fatalf("%s in %s, which is %d: %d %s", text, zone, at, got.at, reason)
			case got.at != at && !got.repeated:
				rt.Fatalf("%s in %s is %d too, which is not said", text, zone, at)
			}
		}
	})
}
