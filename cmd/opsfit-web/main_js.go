//go:build js && wasm

package main

import (
	"encoding/json"
	"fmt"
	"syscall/js"

	"github.com/opsfit/opsfit/internal/web"
)

// version is set by the linker.
var version string

// main gives the page one function, opsfit(job, request), which takes and returns JSON, and then waits to be called.
func main() {
	engine := web.New(version)
	js.Global().Set("opsfit", js.FuncOf(func(_ js.Value, args []js.Value) any {
		reply, err := do(engine, args[0].String(), args[1].String())
		if err != nil {
			return js.Global().Get("Error").New(err.Error())
		}
		return reply
	}))
	select {}
}

func do(engine *web.Engine, job, text string) (string, error) {
	var request web.Request
	if err := json.Unmarshal([]byte(text), &request); err != nil {
		return "", fmt.Errorf("read the request: %w", err)
	}
	reply, err := engine.Do(job, request)
	if err != nil {
		return "", err
	}
	written, err := json.Marshal(reply)
	return string(written), err
}
