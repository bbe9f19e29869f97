package evidence

import "strings"

// isVendored reports whether a path lies below other people's code.
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

// isTestData reports whether a path is input of a test.
func isTestData(name string) bool {
	return hasFolder(name, func(folder string) bool {
		switch folder {
		case "testdata", "test-data", "test_data", "fixtures", "fixture", "__fixtures__", "test-fixtures", "test_fixtures", "testfixtures":
			return true
		}
		return false
	})
}

// isExample reports whether a path lies below examples.
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

// isShipped reports whether a path lies below what is made for users to run.
func isShipped(name string) bool {
	return hasFolder(name, func(folder string) bool {
		return folder == "charts" || folder == "mixin" || folder == "mixins" || strings.HasSuffix(folder, "-mixin")
	})
}

// hasFolder reports whether one of the folders of a path, in lower case, is in a list.
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
