package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/style"
)

// useToolkit makes an application of the toolkit current while a test runs. All tests share the one that TestMain makes. A
// new one would make the toolkit parse its fonts again, and its text shaper keeps those: 5 MB for each application.
func useToolkit(t testing.TB) {
	shared := fyne.CurrentApp()
	settings := &testSettings{Settings: shared.Settings()}
	fyne.SetCurrentApp(testApp{shared, settings, test.NewClipboard()})
	t.Cleanup(func() {
		fyne.SetCurrentApp(shared)
		if settings.changed {
			shared.Settings().SetTheme(style.New(nil))
		}
	})
}

// testApp is an application with settings and a clipboard of its own.
type testApp struct {
	fyne.App
	settings  *testSettings
	clipboard fyne.Clipboard
}

func (a testApp) Settings() fyne.Settings   { return a.settings }
func (a testApp) Clipboard() fyne.Clipboard { return a.clipboard }

// testSettings forget who listens to them as the test ends.
type testSettings struct {
	fyne.Settings
	changed   bool
	listeners []func(fyne.Settings)
}

func (s *testSettings) AddListener(f func(fyne.Settings)) { s.listeners = append(s.listeners, f) }

func (s *testSettings) SetTheme(t fyne.Theme) {
	s.changed = true
	s.Settings.SetTheme(t)
	for _, f := range s.listeners {
		f(s)
	}
}
