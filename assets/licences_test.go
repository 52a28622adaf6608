package assets

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestLicencesAreThoseOfWhatIsLinked(t *testing.T) {
	have := map[string]Licence{}
	for _, l := range Licences() {
		have[l.Name+" "+l.Version] = l
		if len(l.Text) < 200 || l.Kind == "" {
			t.Errorf("%s has no licence to speak of: %q", l.Name, l.Text)
		}
	}
	for _, own := range []string{"Access Keys ", "Go "} {
		if have[own].Text == "" {
			t.Errorf("the licence of %sis missing", own)
		}
		delete(have, own)
	}
	linked := map[string]bool{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		for _, module := range modules(t, system) {
			linked[module] = true
		}
	}
	for module := range linked {
		if _, ok := have[module]; !ok {
			t.Errorf("%s is linked into the program; its licence is missing: make licences", module)
		}
	}
	for module := range have {
		if !linked[module] {
			t.Errorf("%s is not linked into the program any more: make licences", module)
		}
	}
}

// modules is what the program is built from on a system: each module's path and version.
func modules(t *testing.T, system string) []string {
	t.Helper()
	list := exec.CommandContext(t.Context(), "go", "list", "-tags", "migrated_fynedo", "-deps",
		"-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "accesskeys")
	list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' })
}
