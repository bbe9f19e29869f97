package evidence

import "strings"

// isVendored reports a path below code that belongs to others.
func isVendored(name string) bool {
	return hasFolder(name, func(folder string) bool {
		switch folder {
		case "vendor", "node_modules", "third_party", "third-party", "thirdparty", "vendor_modules", "vendored", "bower_components",
			"jspm_packages", "site-packages", "godeps", "pods", "carthage":
			return true
		}
		return false
	})
}

// isTestData reports a path whose content is input of a test.
func isTestData(name string) bool {
	return hasFolder(name, func(folder string) bool {
		switch folder {
		case "testdata", "test-data", "test_data", "fixtures", "fixture", "__fixtures__", "test-fixtures", "test_fixtures", "testfixtures":
			return true
		}
		return false
	})
}

// isExample reports a path below what is shown rather than used.
func isExample(name string) bool {
	return hasFolder(name, func(folder string) bool {
		switch folder {
		case "examples", "example", "samples", "sample", "docs", "doc", "documentation", "tests", "test", "templates", "template", "demo",
			"demos":
			return true
		}
		return false
	})
}

// isShipped reports a path below what is made for users to run.
func isShipped(name string) bool {
	return hasFolder(name, func(folder string) bool {
		return folder == "charts" || folder == "mixin" || folder == "mixins" || strings.HasSuffix(folder, "-mixin")
	})
}

// hasFolder reports that one of the folders of a path, in lower case, is of a kind.
func hasFolder(name string, kind func(string) bool) bool {
	for {
		folder, rest, found := strings.Cut(name, "/")
		if !found {
			return false
		}
		if kind(strings.ToLower(folder)) {
			return true
		}
		name = rest
	}
}
