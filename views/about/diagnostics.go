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

// CopyDiagnostics puts on the clipboard what helps to find out what is wrong. It is read by who writes the
// program, so it is in English.
func (d *Dialog) CopyDiagnostics() {
	lines := d.seen()
	session := d.Session
	background.GoFor(d.Win.Tasks, diagnosticsLimit, func(ctx context.Context) ([]string, error) {
		return append([]string{"Keyring: " + keyringFound(d.App.Keyring.Probe(ctx))}, serverFound(ctx, session)...), nil
	}, func(asked []string, _ error) {
		d.Win.CopyText(strings.Join(append(lines, asked...), "\n") + "\n")
		d.Win.Copied().Done(lang.L("Copied the diagnostics (no secrets)"))
	})
}

// seen is what can be told without asking anybody.
func (d *Dialog) seen() []string {
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
		"Keys: " + d.counted(),
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
	for _, l := range assets.Licences() { // a test program knows nothing of its modules
		if l.Name == path {
			return l.Version
		}
	}
	return "unknown"
}

// display is how the window gets on the screen.
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

// counted is how many keys there are in each state.
func (d *Dialog) counted() string {
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

func keyringFound(err error) string {
	var failed *keyring.Error
	switch {
	case err == nil:
		return "answers"
	case errors.As(err, &failed):
		return string(failed.Kind) // what lies below may name a path
	}
	return "no answer in time"
}

func serverFound(ctx context.Context, s *session.Session) []string {
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
