package evidence

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestReadTagName holds what names of tags are taken for, with the projects that have such names.
func TestReadTagName(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, want string }{
		{"v1.2.3", "stable '' 1.2.3"},
		{"1.2.3", "stable '' 1.2.3"},
		{"V1.2", "stable '' 1.2"},
		{"1.2.3.4", "stable '' 1.2.3.4"},
		{"1.2.3.4.5", "other '' "},
		{"release-1.27.0", "stable '' 1.27.0"}, // nginx
		{"release_1_2_3", "stable '' 1.2.3"},
		{"rel/release-3.3.6", "stable '' 3.3.6"}, // hadoop
		{"releases/gcc-13.2.0", "stable 'gcc' 13.2.0"},
		{"REL_14_5", "stable '' 14.5"}, // postgres
		{"curl-8_10_1", "stable 'curl' 8.10.1"},
		{"tiny-curl-7_72_0", "stable 'tiny-curl' 7.72.0"},
		{"go1.21.3", "stable 'go' 1.21.3"},
		{"n6.1", "stable 'n' 6.1"}, // ffmpeg
		{"docker-v29.0.0", "stable 'docker' 29.0.0"},
		{"api/v3.5.0", "stable 'api' 3.5.0"},
		{"sdk/metric/v0.20.0", "stable 'sdk/metric' 0.20.0"},
		{"sdk/test/v1.2.3", "stable 'sdk/test' 1.2.3"},
		{"test/v1.2.3", "stable 'test' 1.2.3"},
		{"@scope/pkg@1.2.3", "stable '@scope/pkg' 1.2.3"},
		{"2024.11.0", "stable '' 2024.11.0"},
		// What follows the numbers of a stable version.
		{"v1.2.3+build.5", "stable '' 1.2.3"},
		{"v1.2.3+rc1", "stable '' 1.2.3"},
		{"1.2.3-final", "stable '' 1.2.3"},
		{"1.2.3.Final", "stable '' 1.2.3"},
		{"v5.3.0.RELEASE", "stable '' 5.3.0"},
		{"v18.06.1-ce", "stable '' 18.6.1"},
		{"1.2-ga", "stable '' 1.2"},
		{"1.2.3-lts", "stable '' 1.2.3"},
		{"V_9_8_P1", "stable '' 9.8.1"}, // OpenSSH
		{"9.8p1", "stable '' 9.8.1"},
		{"OpenSSL_1_0_2u", "stable 'OpenSSL' 1.0.2.21"},
		{"1.0.2b", "stable '' 1.0.2.2"},
		{"debian/1.2.3-2", "stable 'debian' 1.2.3.2"},
		// What comes before a release.
		{"v1.2.3-rc1", "pre '' 1.2.3"},
		{"v1.2.3-rc.1", "pre '' 1.2.3"},
		{"1.2rc1", "pre '' 1.2"},
		{"1.2b1", "pre '' 1.2"},
		{"1.2.a3", "pre '' 1.2"},
		{"v4.0.0-alpha.1.2", "pre '' 4.0.0"},
		{"v1.0-beta-2", "pre '' 1.0"},
		{"2.0.0.M1", "pre '' 2.0.0"},
		{"curl-8_10_0-pre1", "pre 'curl' 8.10.0"},
		{"1.2.3-SNAPSHOT", "pre '' 1.2.3"},
		{"1.0.dev3", "pre '' 1.0"},
		{"v1.2.3-ce-rc1", "pre '' 1.2.3"},
		{"v2.0.0-next.5", "pre '' 2.0.0"},
		{"rc-8_22_0-1", "pre 'rc' 8.22.0.1"},
		{"nightly-2024.01.15", "pre 'nightly' 2024.1.15"},
		{"test-1.2.3", "pre 'test' 1.2.3"},
		{"nightly/1.2.3", "pre 'nightly' 1.2.3"},
		{"staging-1.2.3", "pre 'staging' 1.2.3"},
		{"uat/v1.2.3", "pre 'uat' 1.2.3"},
		{"release-qa-1.2.3", "pre 'qa' 1.2.3"},
		{"build-1.2.3", "pre 'build' 1.2.3"},
		{"build/v1.2.3", "stable 'build' 1.2.3"},
		{"next@13.2.0", "stable 'next' 13.2.0"},
		{"prod-1.2.3", "stable 'prod' 1.2.3"},
		// Numbers without a version.
		{"release_123", "counter 'release' 123"},
		{"deploy-42", "counter 'deploy' 42"},
		{"prod-7", "counter 'prod' 7"},
		{"build_42", "other '' "},
		{"preview_5", "other '' "},
		{"release_ready_5", "other '' "},
		{"release-", "other '' "},
		// What marks something else.
		{"v1.2-eol", "other '' "},
		{"v1.2-eom", "other '' "},
		{"v1.2.3-retract", "other '' "},
		{"1.2-branchpoint", "other '' "},
		{"v1.2-last", "other '' "},
		{"v1.2-base", "other '' "},
		{"v1.2-start", "other '' "},
		{"v1.2.3-linux", "other '' "},
		{"v1.2.3-4-gabcdef0", "other '' "},
		{"9.4.1.v20170120", "other '' "},
		{"v1.2-", "other '' "},
		{"v4", "other '' "},
		{"latest", "other '' "},
		{"2024-01-15", "stable '' 2024.1.15"},
		{"release-2025-06-01", "stable '' 2025.6.1"},
		{"v20250601", "stable '' 2025.6.1"},
		{"prod-20250601-2", "stable 'prod' 2025.6.1.2"},
		{"20250601T1430", "stable '' 2025.6.1.1430"},
		{"202506011430", "stable '' 2025.6.1.1430"},
		{"2025-06-01.1", "stable '' 2025.6.1.1"},
		{"2025-06-01-rc1", "pre '' 2025.6.1"},
		{"nightly-2025-06-01", "pre 'nightly' 2025.6.1"},
		{"backup-2025-06-01", "other '' "},
		{"v1.2.3-20250601", "stable '' 1.2.3.20250601"},
		{"20251301", "other '' "},
		{"2025-6-1", "other '' "},
		{"", "other '' "},
		// The run at a separator is preferred; else the first one wins.
		{"python3.8-1.2.3", "stable 'python3.8' 1.2.3"},
		{"v1.2.3/2.0.0", "other '' "},
		{"log4j-2.17.1", "stable 'log4j' 2.17.1"},
	}
	for _, test := range tests {
		if got := shown(readTagName(test.name)); got != test.want {
			t.Errorf("%q: %s, want %s", test.name, got, test.want)
		}
	}
}

func shown(name tagName) string {
	classes := map[class]string{otherTag: "other", stableTag: "stable", preTag: "pre", counterTag: "counter"}
	series, version := name.series, name.version
	if name.class == otherTag {
		series, version = "", nil
	}
	numbers := strings.Join(strings.Fields(strings.Trim(fmt.Sprint(version), "[]")), ".")
	return fmt.Sprintf("%s '%s' %s", classes[name.class], series, numbers)
}

func TestVersions(t *testing.T) {
	t.Parallel()
	ordered := []string{"0.9", "1.0.2", "1.0.2a", "1.0.2u", "1.1.0", "1.1.0-2", "1.2", "1.10", "2024.1", "2024.1.202401010930", "2024.1.202401010931"}
	for i := range ordered[1:] {
		if compareVersions(readTagName(ordered[i]).version, readTagName(ordered[i+1]).version) >= 0 {
			t.Errorf("%s does not come before %s", ordered[i], ordered[i+1])
		}
	}
	if compareVersions([]int64{1, 2}, []int64{1, 2, 0, 0}) != 0 {
		t.Error("1.2 and 1.2.0.0 differ")
	}
	for name, want := range map[string]bool{"1.2": true, "1.2.0": true, "1.2.0.0": true, "1.2.1": false, "1.2.0u": false, "9.8p1": false, "2.0": true} {
		if got := isMinor(readTagName(name).version); got != want {
			t.Errorf("isMinor(%s) is %v", name, got)
		}
	}
}

func TestReadTagNameTakesAnything(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		name := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-z0-9./_+@-]{0,30}`)).Draw(r, "name")
		read := readTagName(name)
		if read.class != otherTag && len(read.version) == 0 {
			r.Errorf("%q is a release without a version", name)
		}
	})
}
