package about

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/assets"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// diagnosticsLimit is how long the keyring and the server may take to answer.
const diagnosticsLimit = 5 * time.Second

// CopyDiagnostics copies a text that helps to find the cause of a problem. The text is for the program's developers, so
// it is in English. The keyring and the server may take a while: wanted reports then whether the user still waits for it.
func (d *Dialog) CopyDiagnostics(wanted func() bool) {
	lines := d.localLines()
	session := d.Session
	background.GoFor(d.Win.Tasks, diagnosticsLimit, func(ctx context.Context) ([]string, error) {
		return append([]string{"Keyring: " + keyringStatus(d.App.Keyring.Probe(ctx))}, serverLines(ctx, session)...), nil
	}, func(asked []string, _ error) {
		if !wanted() {
			return
		}
		d.Win.CopyText(strings.Join(append(lines, asked...), "\n") + "\n")
		d.Win.Copied().Done(lang.L("Copied the diagnostics (no secrets)"))
	})
}

// localLines returns the lines that need neither the keyring nor the server.
func (d *Dialog) localLines() []string {
	size, variant := d.Win.Canvas.Size(), "light"
	if fyne.CurrentApp().Settings().ThemeVariant() == theme.VariantDark {
		variant = "dark"
	}
	return []string{
		"Access Keys " + d.Version,
		fmt.Sprintf("System: %s/%s", runtime.GOOS, runtime.GOARCH),
		"Go: " + runtime.Version(),
		"Fyne: " + moduleVersion("fyne.io/fyne/v2"),
		"Display: " + display(),
		fmt.Sprintf("Window: %.0fx%.0f at scale %.2f", size.Width, size.Height, d.Win.Canvas.Scale()),
		"Language: " + lang.SystemLocale().LanguageString(),
		"Theme: " + variant,
		"Keys: " + d.keyCounts(),
	}
}

func moduleVersion(path string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == path {
				return m.Version
			}
		}
	}
	for _, l := range assets.Licences() { // a test binary has no module versions
		if l.Name == path {
			return l.Version
		}
	}
	return "unknown"
}

// display returns the name of the display system.
func display() string {
	switch {
	case runtime.GOOS == "windows" || runtime.GOOS == "darwin":
		return "native"
	case os.Getenv("WAYLAND_DISPLAY") != "":
		return "Wayland"
	case os.Getenv("DISPLAY") != "":
		return "X11"
	}
	return "none"
}

// keyCounts returns a text that says how many keys are in each state.
func (d *Dialog) keyCounts() string {
	if d.Session == nil {
		return "not signed in"
	}
	counts := map[client.State]int{}
	all := d.Session.Keys().All()
	for _, k := range all {
		counts[k.State]++
	}
	var parts []string
	other := len(all)
	for _, s := range keys.States() {
		parts = append(parts, fmt.Sprintf("%d %s", counts[s], s))
		other -= counts[s]
	}
	if other > 0 {
		parts = append(parts, fmt.Sprintf("%d other", other))
	}
	return strings.Join(parts, ", ")
}

func keyringStatus(err error) string {
	var failed *keyring.Error
	switch {
	case err == nil:
		return "answers"
	case errors.As(err, &failed):
		return string(failed.Kind) // the wrapped error may contain a path
	}
	return "no answer in time"
}

func serverLines(ctx context.Context, s *session.Session) []string {
	if s == nil {
		return nil
	}
	found := "no answer"
	if v, err := s.Version(ctx); err == nil {
		found = string(v.Edition) + " " + v.Number
	} else if kind := client.KindOf(err); kind != "" {
		found = string(kind)
	}
	return []string{"Server: " + found, "API host: " + words.Host(s.Endpoint().Base)}
}
