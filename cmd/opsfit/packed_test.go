package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// packed are the files of an archive or a package, by name without a leading slash.
type packed map[string]packedFile

type packedFile struct {
	digest string
	// content is nil where only the digest is known.
	content []byte
	time    int64
}

// sameTimes holds that all files have one time.
func (p packed) sameTimes(t *testing.T) {
	t.Helper()
	times := map[int64]string{}
	for name, file := range p {
		times[file.time] = name
	}
	if len(times) > 1 {
		t.Errorf("files have several times: %v", times)
	}
}

func (p packed) digests() map[string]string {
	digests := map[string]string{}
	for name, file := range p {
		digests[name] = file.digest
	}
	return digests
}

// add adds a file, and fails where it could not be installed as it is.
func (p packed) add(t *testing.T, name, owner string, mode fs.FileMode, changed time.Time, content []byte) {
	t.Helper()
	want := fs.FileMode(0o644)
	if base := filepath.Base(name); base == "opsfit" && !strings.Contains(name, "completions") || base == "opsfit.exe" {
		want = 0o755
	}
	if mode.Perm() != want || owner != "root" {
		t.Errorf("%s has the mode %o and belongs to %s", name, mode.Perm(), owner)
	}
	p[name] = packedFile{digest: digest(content), content: content, time: changed.Unix()}
}

func readFolder(t *testing.T, folder string) packed {
	t.Helper()
	files := packed{}
	err := filepath.WalkDir(folder, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(file)
		name, nameErr := filepath.Rel(folder, file)
		info, infoErr := entry.Info()
		if err := errors.Join(err, nameErr, infoErr); err != nil {
			return err
		}
		files.add(t, filepath.ToSlash(name), "root", info.Mode(), info.ModTime(), content)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func readTar(t *testing.T, source io.Reader) packed {
	t.Helper()
	files, _ := readTarAbout(t, source)
	return files
}

// readTarAbout returns the files, and apart from them the one of an apk that says what it is.
func readTarAbout(t *testing.T, source io.Reader) (files packed, about string) {
	t.Helper()
	files = packed{}
	for archive := tar.NewReader(source); ; {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return files, about
		}
		if err != nil {
			t.Fatal(err)
		}
		if header.Typeflag != tar.TypeReg {
			continue
		}
		content, err := io.ReadAll(archive)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(header.Name, "./")
		if name == ".PKGINFO" {
			about = string(content)
			continue
		}
		files.add(t, name, header.Uname, header.FileInfo().Mode(), header.ModTime, content)
	}
}

func readTarGz(t *testing.T, name string) packed {
	t.Helper()
	files, _ := readTarGzAbout(t, name)
	return files
}

func readTarGzAbout(t *testing.T, name string) (files packed, about string) {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	source, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	return readTarAbout(t, source)
}

func readZip(t *testing.T, name string) packed {
	t.Helper()
	archive, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = archive.Close() }()
	files := packed{}
	for _, entry := range archive.File {
		if entry.FileInfo().IsDir() {
			continue
		}
		source, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(source)
		if err := errors.Join(err, source.Close()); err != nil {
			t.Fatal(err)
		}
		files.add(t, entry.Name, "root", entry.Mode(), entry.Modified, content)
	}
	return files
}

// readDeb, readRPM and readAPK return the files of a package, and its version.

func readDeb(t *testing.T, name string) (files packed, version string) {
	t.Helper()
	version = strings.TrimSpace(string(outputOf(t, "dpkg-deb", "--field", name, "Version")))
	return readTar(t, bytes.NewReader(outputOf(t, "dpkg-deb", "--fsys-tarfile", name))), version
}

func readAPK(t *testing.T, name string) (files packed, version string) {
	t.Helper()
	files, about := readTarGzAbout(t, name)
	_, version, _ = strings.Cut(about, "pkgver = ")
	version, _, _ = strings.Cut(version, "\n")
	return files, version
}

func readRPM(t *testing.T, name string) (files packed, version string) {
	t.Helper()
	version = string(outputOf(t, "rpm", "-qp", "--queryformat", "%{VERSION}", name))
	output := outputOf(t, "rpm", "-qp", "--queryformat", "[%{FILENAMES}|%{FILEDIGESTS}|%{FILEMODES:octal}|%{FILEUSERNAME}|%{FILEMTIMES}\n]", name)
	files = packed{}
	for line := range strings.Lines(string(output)) {
		fields := strings.Split(strings.TrimSpace(line), "|")
		mode, err := strconv.ParseUint(fields[2], 8, 32)
		seconds, timeErr := strconv.ParseInt(fields[4], 10, 64)
		if err := errors.Join(err, timeErr); err != nil {
			t.Fatal(err)
		}
		if fields[1] == "" {
			continue // a folder
		}
		name := strings.TrimPrefix(fields[0], "/")
		files.add(t, name, fields[3], fs.FileMode(mode), time.Unix(seconds, 0), nil)
		files[name] = packedFile{digest: fields[1], time: seconds}
	}
	return files, version
}

// outputOf runs a program that may be missing; then its test is not run, and says so.
func outputOf(t *testing.T, program string, arguments ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("NOT RUN: %s is not installed", program)
	}
	output, err := exec.Command(program, arguments...).Output()
	if err != nil {
		t.Fatalf("%s: %v", program, err)
	}
	return output
}
