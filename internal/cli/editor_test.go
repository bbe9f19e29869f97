package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

// languageServer is what editors ask about YAML, spoken to as they do.
type languageServer struct {
	t    *testing.T
	in   io.Writer
	out  *bufio.Reader
	last int
	// diagnostics are what was last said about each file.
	diagnostics map[string][]string
}

// message is a request, a reply or a notification.
type message struct {
	ID     json.RawMessage `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  json.RawMessage `json:"error,omitempty"`
}

// startLanguageServer starts yaml-language-server: the one that OPSFIT_YAML_LANGUAGE_SERVER names, else the installed one.
func startLanguageServer(t *testing.T) *languageServer {
	t.Helper()
	name := os.Getenv("OPSFIT_YAML_LANGUAGE_SERVER")
	if name == "" {
		found, err := exec.LookPath("yaml-language-server")
		if err != nil {
			t.Skip("yaml-language-server is not installed; name it in OPSFIT_YAML_LANGUAGE_SERVER")
		}
		name = found
	}
	cmd := exec.CommandContext(t.Context(), name, "--stdio")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = in.Close()
		_ = cmd.Wait()
	})
	s := &languageServer{t: t, in: in, out: bufio.NewReader(out), diagnostics: map[string][]string{}}
	s.request("initialize", map[string]any{
		"processId": os.Getpid(), "rootUri": nil,
		"capabilities": map[string]any{"textDocument": map[string]any{
			"completion": map[string]any{"completionItem": map[string]any{"documentationFormat": []string{"plaintext"}}},
			"hover":      map[string]any{"contentFormat": []string{"plaintext"}},
		}},
	})
	s.notify("initialized", map[string]any{})
	s.notify("workspace/didChangeConfiguration", map[string]any{"settings": map[string]any{"yaml": map[string]any{
		"validate": true, "hover": true, "completion": true, "schemaStore": map[string]any{"enable": false},
	}}})
	return s
}

func (s *languageServer) send(m message) {
	s.t.Helper()
	text, err := json.Marshal(struct {
		Version string `json:"jsonrpc"`
		message
	}{"2.0", m})
	if err != nil {
		s.t.Fatal(err)
	}
	if _, err := fmt.Fprintf(s.in, "Content-Length: %d\r\n\r\n%s", len(text), text); err != nil {
		s.t.Fatal(err)
	}
}

func (s *languageServer) notify(method string, params any) {
	s.t.Helper()
	text, err := json.Marshal(params)
	if err != nil {
		s.t.Fatal(err)
	}
	s.send(message{Method: method, Params: text})
}

// receive reads the next message, answers it where the server asks for something, and keeps what is said about files.
func (s *languageServer) receive() message {
	s.t.Helper()
	head, err := textproto.NewReader(s.out).ReadMIMEHeader()
	if err != nil {
		s.t.Fatal(err)
	}
	length, err := strconv.Atoi(head.Get("Content-Length"))
	if err != nil {
		s.t.Fatal(err)
	}
	text := make([]byte, length)
	if _, err := io.ReadFull(s.out, text); err != nil {
		s.t.Fatal(err)
	}
	var m message
	if err := json.Unmarshal(text, &m); err != nil {
		s.t.Fatal(err)
	}
	switch {
	case m.Method == "textDocument/publishDiagnostics":
		s.keepDiagnostics(m.Params)
	case m.Method != "" && m.ID != nil:
		s.send(message{ID: m.ID, Result: json.RawMessage("null")})
	}
	return m
}

func (s *languageServer) keepDiagnostics(params json.RawMessage) {
	s.t.Helper()
	var said struct {
		URI         string
		Diagnostics []struct {
			Message string
			Range   struct{ Start struct{ Line int } }
		}
	}
	if err := json.Unmarshal(params, &said); err != nil {
		s.t.Fatal(err)
	}
	lines := []string{}
	for _, d := range said.Diagnostics {
		lines = append(lines, fmt.Sprintf("%d: %s", d.Range.Start.Line+1, d.Message))
	}
	s.diagnostics[said.URI] = lines
}

func (s *languageServer) request(method string, params any) json.RawMessage {
	s.t.Helper()
	s.last++
	id, err := json.Marshal(s.last)
	if err != nil {
		s.t.Fatal(err)
	}
	text, err := json.Marshal(params)
	if err != nil {
		s.t.Fatal(err)
	}
	s.send(message{ID: id, Method: method, Params: text})
	for {
		m := s.receive()
		if m.Method != "" || string(m.ID) != string(id) {
			continue
		}
		if m.Error != nil {
			s.t.Fatalf("%s: %s", method, m.Error)
		}
		return m.Result
	}
}

// open shows the text of a file to the server and returns its address and what the server says about it.
func (s *languageServer) open(path, text string) (uri string, diagnostics []string) {
	s.t.Helper()
	uri = (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
	s.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": uri, "languageId": "yaml", "version": 1, "text": text,
	}})
	for s.diagnostics[uri] == nil {
		s.receive()
	}
	return uri, s.diagnostics[uri]
}

// completions are the words that an editor offers, each with the text that it shows beside it.
func (s *languageServer) completions(place map[string]any) map[string]string {
	s.t.Helper()
	var list struct {
		Items []struct {
			Label         string
			Documentation json.RawMessage
		}
	}
	if err := json.Unmarshal(s.request("textDocument/completion", place), &list); err != nil {
		s.t.Fatal(err)
	}
	offered := map[string]string{}
	for _, item := range list.Items {
		var text string
		var marked struct{ Value string }
		if json.Unmarshal(item.Documentation, &text) != nil && json.Unmarshal(item.Documentation, &marked) == nil {
			text = marked.Value
		}
		offered[item.Label] = text
	}
	return offered
}

func (s *languageServer) hover(place map[string]any) string {
	s.t.Helper()
	return string(s.request("textDocument/hover", place))
}
