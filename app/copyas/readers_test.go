package copyas

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/joho/godotenv"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"accesskeys/app/apptest/check"
)

// values are secrets that are hard to quote.
var values = []string{
	"3f5bQw0uXl9aB7ZkR2tYnE8cV1mSd6Hg", "a/b+c==", "=", "it's", "'", "''", `"`, `"quoted"`, `back\slash`, `end\`, `\\`, `\n`,
	"$HOME", "${HOME}", "$(id)", "`id`", "a#b", "a #b", " blanks ", "a;b|c&d", "!important", "~", "*", "<>", "%41", "{{.}}",
	"‘curly’ ‚low‛", "‘’", "“double”", "密钥", "é😀", "a\u00a0b", "\ufeffmark", "null", "123", "true", "0x1f", "- a", "key: value", "EOF", "@-",
	`'"$\`, `it's $5`,
}

// readers parse a copied text as the tool of its format does.
var readers = map[Format]func(t *testing.T, text string) map[string]string{
	FormatPair:       readPair,
	FormatShell:      readShell,
	FormatPowerShell: readPowerShell,
	FormatDotenv:     readDotenv,
	FormatJSON:       readJSON,
	FormatKubernetes: readKubernetes,
}

func TestEveryReaderReadsWhatWasCopied(t *testing.T) {
	for format, read := range readers {
		t.Run(string(format), func(t *testing.T) {
			for _, secret := range values {
				s := source(secret)
				s.Prefix = "MY_"
				text, err := s.Render(format)
				if format == FormatDotenv && err != nil {
					continue // see TestDotenvRefusesWhatReadersDisagreeAbout
				}
				check.Must(t, err)
				want := map[string]string{"MY_ACCESS_KEY_ID": "AKtest-A1B2C3", "MY_ACCESS_KEY_SECRET": secret,
					"MY_ACCESS_KEY_SERVER": "https://optimizer.example.com/api/v1"}
				if format == FormatPair {
					delete(want, "MY_ACCESS_KEY_SERVER")
				}
				if got := read(t, text.Reveal()); !maps.Equal(got, want) {
					t.Errorf("%q is read as %q", secret, got)
				}
			}
		})
	}
}

func readPair(_ *testing.T, text string) map[string]string {
	id, secret, _ := strings.Cut(text, "\n")
	return map[string]string{"MY_ACCESS_KEY_ID": id, "MY_ACCESS_KEY_SECRET": secret}
}

// readShell lets sh read the lines as a file, and returns the variables that another program then sees.
func readShell(t *testing.T, text string) map[string]string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "key.sh")
	check.Must(t, os.WriteFile(file, []byte(text), 0o600))
	cmd := exec.CommandContext(t.Context(), need(t, "sh"), "-c", `. "$1" && exec env -0`, "sh", file)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=/"}
	out, err := cmd.Output()
	check.Must(t, err)
	got := map[string]string{}
	for line := range strings.SplitSeq(string(out), "\x00") {
		if name, value, _ := strings.Cut(line, "="); strings.HasPrefix(name, "MY_") {
			got[name] = value
		}
	}
	return got
}

// readPowerShell parses by the rules of PowerShell: in single quotes, of which there are five kinds, only two quotes in a
// row are special and stand for the second.
func readPowerShell(t *testing.T, text string) map[string]string {
	t.Helper()
	const quotes = "'‘’‚‛"
	got := map[string]string{}
	for line := range strings.Lines(text) {
		name, quoted, found := strings.Cut(strings.TrimPrefix(line, "$env:"), " = ")
		rest := []rune(strings.TrimSuffix(quoted, "\n"))
		if !found || len(rest) < 2 || rest[0] != '\'' {
			t.Fatalf("not an assignment: %q", line)
		}
		var value []rune
		i := 1
		for ; i < len(rest); i++ {
			if strings.ContainsRune(quotes, rest[i]) {
				i++
				if i == len(rest) || !strings.ContainsRune(quotes, rest[i]) {
					break
				}
			}
			value = append(value, rest[i])
		}
		if i != len(rest) {
			t.Fatalf("the string ends before the line does: %q", line)
		}
		got[name] = string(value)
	}
	return got
}

func readDotenv(t *testing.T, text string) map[string]string {
	t.Helper()
	got, err := godotenv.Unmarshal(text)
	check.Must(t, err)
	return got
}

func readJSON(t *testing.T, text string) (got map[string]string) {
	t.Helper()
	check.Must(t, json.Unmarshal([]byte(text), &got))
	return got
}

func readKubernetes(t *testing.T, text string) map[string]string {
	t.Helper()
	var manifest map[string]any
	check.Must(t, yaml.Unmarshal([]byte(text), &manifest))
	schema, err := jsonschema.NewCompiler().Compile("testdata/secret-v1.schema.json")
	check.Must(t, err)
	check.Must(t, schema.Validate(manifest))
	got := map[string]string{}
	for name, value := range manifest["stringData"].(map[string]any) {
		got[name] = fmt.Sprint(value)
	}
	return got
}

func TestDotenvRefusesWhatReadersDisagreeAbout(t *testing.T) {
	for secret, want := range map[string]string{
		"3f5bQw0u/+=": `3f5bQw0u/+=`,
		"a #b":        `'a #b'`,
		"$HOME":       `'$HOME'`,
		`back\slash`:  `'back\slash'`,
		"it's":        `"it's"`,
		"${HOME}":     "", // python-dotenv replaces it even in single quotes
		`end\`:        "", // some readers take the quote after it as escaped
		`a\\b`:        "", // python-dotenv reads two backslashes as one
		`it's $5`:     "", // whether \$ is an escape in double quotes depends on the reader
		`'"`:          "",
	} {
		text, err := source(secret).Render(FormatDotenv)
		if want == "" {
			if !errors.Is(err, ErrAmbiguous) {
				t.Errorf("%s: %v", secret, err)
			}
			continue
		}
		check.Must(t, err)
		if line := "ACCESS_KEY_SECRET=" + want + "\n"; !strings.Contains(text.Reveal(), line) {
			t.Errorf("%s is not in %s", line, text.Reveal())
		}
	}
}
