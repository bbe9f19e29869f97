package evidence

// familyOrder is the order in which families of signals are shown.
func familyOrder() []string {
	return []string{
		"ci", "cd", "iac", "container", "flags", "tests", "security", "deps", "observability", "opsdocs", "change", "dbchange", "dr", "manual",
	}
}

// families maps the families of signals to their titles.
func families() map[string]string {
	return map[string]string{
		"ci": "Continuous integration", "cd": "Release and deployment", "iac": "Infrastructure as code", "container": "Containers and clusters",
		"flags": "Feature flags", "tests": "Tests", "security": "Security checks", "deps": "Dependency updates", "observability": "Monitoring",
		"opsdocs": "Documents for operation", "change": "Control of changes", "dr": "Backup and recovery", "manual": "Signs of work by hand",
		"dbchange": "Database changes",
	}
}
