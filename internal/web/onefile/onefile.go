// Package onefile puts opsfit.html together: the compiled program, the script and style that use it, and what it shows before it runs,
// as one page that makes no request. It opens no files.
package onefile

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"

	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/web"
)

// assets are the template, the style and the script of the page.
//
//go:embed assets
var assets embed.FS

// Parts is what the page is made of besides the assets.
type Parts struct {
	// Program is cmd/opsfit-web, compiled to WebAssembly.
	Program []byte
	// Runtime is wasm_exec.js of the Go that compiled it.
	Runtime []byte
	Version string
	// Licences are the texts of the licences of what the program contains.
	Licences string
}

// document is what the template sees.
type document struct {
	Version, Licences string
	Choices           []*web.Form
	Style             template.CSS
	Script            template.JS
	// StyleHash and ScriptHash are the source expressions that permit this style and this script, and no other.
	StyleHash, ScriptHash string
	// Engine is the program, compressed, in base64.
	Engine template.HTML
}

// Write returns the page. The same parts give the same bytes.
func Write(parts Parts) ([]byte, error) {
	style, err := writeStyle()
	if err != nil {
		return nil, err
	}
	script, err := writeScript(parts.Runtime)
	if err != nil {
		return nil, err
	}
	packed, err := pack(parts.Program)
	if err != nil {
		return nil, err
	}
	choices, err := shippedForms()
	if err != nil {
		return nil, err
	}
	doc := document{
		Version: parts.Version, Licences: parts.Licences, Choices: choices,
		Style: template.CSS(style), Script: template.JS(script), StyleHash: hashOf(style), ScriptHash: hashOf(script),
		Engine: template.HTML(packed),
	}
	templates, err := template.ParseFS(assets, "assets/page.gohtml")
	if err != nil {
		return nil, fmt.Errorf("read the template of the page: %w", err)
	}
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, "page.gohtml", doc); err != nil {
		return nil, fmt.Errorf("write the page: %w", err)
	}
	return b.Bytes(), nil
}

// shippedForms are the questionnaires that the page offers, in display order.
func shippedForms() ([]*web.Form, error) {
	var forms []*web.Form
	engine := web.New("")
	for _, id := range web.Shipped() {
		reply, err := engine.Do("form", web.Request{Questionnaire: id})
		if err != nil {
			return nil, err
		}
		forms = append(forms, reply.Form)
	}
	return forms, nil
}

func writeStyle() (string, error) {
	style, err := form.Style()
	if err != nil {
		return "", err
	}
	own, err := assets.ReadFile("assets/page.css")
	if err != nil {
		return "", fmt.Errorf("read the style of the page: %w", err)
	}
	return style + string(own), nil
}

func writeScript(runtime []byte) (string, error) {
	script, err := form.Script()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.Write(runtime)
	b.WriteString(script)
	for _, name := range []string{"engine.js", "report.js", "tool.js"} {
		part, err := assets.ReadFile("assets/" + name)
		if err != nil {
			return "", fmt.Errorf("read a script of the page: %w", err)
		}
		b.Write(part)
	}
	return b.String(), nil
}

// pack compresses the program into a text.
func pack(program []byte) (string, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return "", fmt.Errorf("compress the program: %w", err)
	}
	if _, err := w.Write(program); err != nil {
		return "", fmt.Errorf("compress the program: %w", err)
	}
	if err := w.Close(); err != nil {
		return "", fmt.Errorf("compress the program: %w", err)
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

// hashOf is the source expression of a policy that permits a style or script with this text.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
