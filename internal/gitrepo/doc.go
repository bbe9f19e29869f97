// Package gitrepo asks the git program about a repository: which commit a name stands for, which commits and tags there
// are, which files a commit holds and what is in them. It is the only package that starts another program.
//
// A repository is untrusted input. Whoever made it also wrote its configuration, hooks, attributes and object stores,
// so nothing in it may run or lead elsewhere:
//
//   - Only plumbing is used (rev-parse, rev-list, for-each-ref, ls-tree, cat-file, check-mailmap, config). Unlike git log and
//     git show it starts no pager, no diff or text conversion, no signature check, whatever a configuration says.
//   - git gets an environment of its own (see environment): nothing named GIT_* is inherited, the configuration of the user
//     and the system is left out, no protocol is allowed, and objects are never fetched, replaced or grafted.
//   - What git will open is looked at first: links, pipes and devices among it are refused (see checkData), and so is a
//     .git file that names data which does not name its folder in turn (see checkGitFile).
//   - Objects that a repository borrows from another folder by alternates are refused unless the caller allows them.
//   - What git prints about a fault is never passed on: it quotes files.
//   - Names from the command line are turned into hashes first, behind --end-of-options; every later question names hashes.
//   - The work tree, the index and the files in it are never read.
//   - Answers are read as a stream, each field up to a limit, each question up to a time.
//
// Returned text is the repository's and unchecked: make it visible before it is shown. The package judges nothing and
// writes nothing.
package gitrepo
