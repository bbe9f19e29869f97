package gitrepo_test

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// configure is an attack by settings alone.
func configure(settings ...string) func(a arena) {
	return func(a arena) {
		for i := 0; i < len(settings); i += 2 {
			a.git("config", settings[i], strings.ReplaceAll(settings[i+1], "PAYLOAD", a.program))
		}
	}
}

// programAttacks are repositories that name a program wherever git would run one.
func programAttacks() []attack {
	return []attack{
		{name: "a monitor of the file system", make: configure("core.fsmonitor", "PAYLOAD"), proof: []string{"status"}},
		{name: "pagers", make: configure("core.pager", "PAYLOAD", "pager.rev-list", "PAYLOAD", "pager.cat-file", "PAYLOAD")},
		{name: "an editor", make: configure("core.editor", "PAYLOAD"), proof: []string{"commit", "--amend", "--allow-empty"}},
		{
			name: "aliases", make: configure("alias.rev-list", "!PAYLOAD", "alias.cat-file", "!PAYLOAD", "alias.unknown", "!PAYLOAD"),
			proof: []string{"unknown"},
		},
		{
			name: "a program that compares",
			make: func(a arena) { configure("diff.external", "PAYLOAD")(a); a.write("file", "other") }, proof: []string{"diff", "HEAD"},
		},
		{
			name: "attributes with a conversion of text",
			make: func(a arena) {
				configure("diff.evil.textconv", "PAYLOAD", "diff.evil.command", "PAYLOAD")(a)
				a.write(".gitattributes", "* diff=evil\n")
				a.commit("attributes")
			},
			proof: []string{"log", "-p", "--ext-diff"},
		},
		{
			name: "attributes with a filter",
			make: func(a arena) {
				configure("filter.evil.clean", "PAYLOAD", "filter.evil.smudge", "PAYLOAD", "filter.evil.process", "PAYLOAD")(a)
				a.put("info/attributes", "* filter=evil\n")
			},
			proof: []string{"checkout", "--force", "HEAD~0", "--", "."},
		},
		{
			name: "a signed commit and a program that checks it",
			make: func(a arena) {
				configure("gpg.program", "PAYLOAD", "gpg.ssh.program", "PAYLOAD", "log.showSignature", "true")(a)
				signed := "tree " + a.git("write-tree") + "\nparent " + a.git("rev-parse", "HEAD") +
					"\nauthor Ada <ada@x> 5 +0000\ncommitter Ada <ada@x> 5 +0000\n" +
					"gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\nsigned\n"
				a.git("update-ref", "refs/heads/main", a.feed(signed, "hash-object", "-t", "commit", "-w", "--stdin"))
			},
			proof: []string{"log", "-1"},
		},
		{name: "hooks", make: plantHooks("hooks"), proof: []string{"commit", "--allow-empty", "--message", "x"}},
		{
			name: "hooks in another folder", proof: []string{"commit", "--allow-empty", "--message", "x"},
			make: func(a arena) {
				plantHooks("other")(a)
				a.git("config", "core.hooksPath", filepath.Join(a.dir, ".git", "other"))
			},
		},
		{
			name: "upkeep before which a hook runs", proof: []string{"gc", "--auto"},
			make: func(a arena) {
				a.git("repack", "--quiet")
				a.commit("third")
				a.git("repack", "--quiet")
				plantHooks("hooks")(a)
				configure("gc.autoPackLimit", "1")(a)
			},
		},
		{
			name: "commands for trailers", make: configure("trailer.x.command", "PAYLOAD", "trailer.x.cmd", "PAYLOAD"),
			proof: []string{"interpret-trailers", "--trailer", "x=y", "file"},
		},
		{
			name: "passwords", make: configure("credential.helper", "!PAYLOAD", "core.askPass", "PAYLOAD"),
			proof: []string{"credential", "fill"}, input: "protocol=https\nhost=example.com\n",
		},
		{
			name: "settings of the work tree", proof: []string{"status"},
			make: func(a arena) {
				configure("extensions.worktreeConfig", "true")(a)
				a.put("config.worktree", "[core]\n\tfsmonitor = "+a.program+"\n")
			},
		},
		{
			name: "included settings", proof: []string{"status"},
			make: func(a arena) {
				writeFile(a.fixture.t, a.hit+".config", "[core]\n\tfsmonitor = "+a.program+"\n")
				configure("include.path", a.hit+".config")(a)
			},
		},
		{
			name: "a submodule that is updated by a program", make: func(a arena) {
				a.write(".gitmodules", "[submodule \"x\"]\n\tpath = x\n\turl = "+a.private.dir+"\n")
				a.git("update-index", "--add", "--cacheinfo", "160000,"+a.private.git("rev-parse", "HEAD")+",x")
				a.commit("submodule")
				configure("submodule.x.url", a.private.dir, "submodule.x.update", "!PAYLOAD")(a)
			},
			proof: []string{"-c", "protocol.allow=always", "submodule", "update", "x"},
		},
		{
			name: "missing objects behind a protocol that runs programs", proof: []string{"-c", "protocol.allow=always", "fetch", "origin"},
			make: promise("remote.origin.url", "ext::PAYLOAD"), want: gitrepo.ErrMissing,
		},
		{
			name: "missing objects behind a program that connects", proof: []string{"fetch", "origin"}, want: gitrepo.ErrMissing,
			make: promise("remote.origin.url", "ssh://example.com/x", "core.sshCommand", "PAYLOAD"),
		},
		{
			name: "missing objects behind a proxy", proof: []string{"fetch", "origin"}, want: gitrepo.ErrMissing,
			make: promise("remote.origin.url", "git://example.com/x", "core.gitProxy", "PAYLOAD"),
		},
		{
			name: "missing objects behind a server on this machine", proof: []string{"fetch", "origin"}, want: gitrepo.ErrMissing,
			make: promise("remote.origin.url", "file:///", "remote.origin.uploadpack", "PAYLOAD"),
		},
		{
			name: "missing objects behind a helper", want: gitrepo.ErrMissing,
			make: promise("remote.origin.url", "x", "remote.origin.vcs", "ext"),
		},
		{
			name: "a list of the refs of others", allowed: true, proof: []string{"fetch", "--quiet", "../other"},
			make: func(a arena) {
				other := newFixture(a.fixture.t)
				a.put("objects/info/alternates", filepath.Join(other.dir, ".git", "objects")+"\n")
				configure("core.alternateRefsCommand", "PAYLOAD")(a)
				a.git("clone", "--quiet", ".", "../other")
				a.at(a.beside("other")).commit("third")
			},
		},
	}
}

// plantHooks puts the payload into a folder as every hook that git may run.
func plantHooks(folder string) func(a arena) {
	return func(a arena) {
		hooks := filepath.Join(a.dir, ".git", folder)
		if err := os.MkdirAll(hooks, 0o755); err != nil {
			a.fixture.t.Fatal(err)
		}
		for _, hook := range []string{
			"post-checkout", "pre-commit", "reference-transaction", "fsmonitor-watchman", "post-index-change", "pre-auto-gc", "update",
		} {
			path := filepath.Join(hooks, hook)
			if err := os.Symlink(a.program, path); err != nil {
				a.fixture.t.Skip(err)
			}
		}
	}
}

// promise leaves out the first commit and says that a remote has it.
func promise(settings ...string) func(a arena) {
	return func(a arena) {
		a.remove(a.git("rev-parse", "HEAD~1"))
		configure(append([]string{
			"core.repositoryformatversion", "1", "extensions.partialClone", "origin", "remote.origin.promisor", "true",
			"protocol.allow", "always", "protocol.ext.allow", "always",
		}, settings...)...)(a)
	}
}

// remove takes an object away that is stored by itself.
func (f fixture) remove(id string) {
	f.t.Helper()
	if err := os.Remove(filepath.Join(f.dir, ".git", "objects", id[:2], id[2:])); err != nil {
		f.t.Fatal(err)
	}
}
