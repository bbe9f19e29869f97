//go:build !(js && wasm)

// Command opsfit-web is the page opsfit.html. Compiled to WebAssembly it is the program inside of it, a thin layer over package web;
// compiled for a machine it puts the page together. `make web` does both.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/opsfit/opsfit/internal/web/onefile"
)

func main() {
	program := flag.String("program", "", "the compiled `FILE`")
	runtime := flag.String("runtime", "", "wasm_exec.js, the `FILE` of the Go that compiled it")
	licences := flag.String("licences", "", "`FILE` with the licences of what it contains")
	version := flag.String("version", "", "what the page is called")
	output := flag.String("o", "", "write the page to `FILE`")
	flag.Parse()
	if err := write(*program, *runtime, *licences, *version, *output); err != nil {
		fmt.Fprintln(os.Stderr, "opsfit-web:", err)
		os.Exit(1)
	}
}

func write(program, runtime, licences, version, output string) error {
	parts := onefile.Parts{Version: version}
	for name, put := range map[string]func([]byte){
		program:  func(text []byte) { parts.Program = text },
		runtime:  func(text []byte) { parts.Runtime = text },
		licences: func(text []byte) { parts.Licences = string(text) },
	} {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		put(text)
	}
	page, err := onefile.Write(parts)
	if err != nil {
		return err
	}
	return os.WriteFile(output, page, 0o644)
}
