package gitrepo

// Limit lowers the limits of a repository, so that a test reaches them.
func (r *Repository) Limit(commits, tags, files int) {
	r.limits = limits{commits: commits, tags: tags, files: files}
}
