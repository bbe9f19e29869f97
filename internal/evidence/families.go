package evidence

// Family is a group of signals.
type Family struct{ ID, Title string }

// ManualWork is the family of work that is done by hand.
const ManualWork = "manual"

// Families returns the families of signals in display order.
func Families() []Family {
	return []Family{
		{"ci", "Continuous integration"},
		{"cd", "Release and deployment"},
		{"iac", "Infrastructure as code"},
		{"container", "Containers and clusters"},
		{"flags", "Feature flags"},
		{"tests", "Tests"},
		{"security", "Security checks"},
		{"deps", "Dependency updates"},
		{"observability", "Monitoring"},
		{"opsdocs", "Documents for operation"},
		{"change", "Control of changes"},
		{"dbchange", "Database changes"},
		{"dr", "Backup and recovery"},
		{ManualWork, "Signs of work by hand"},
	}
}
