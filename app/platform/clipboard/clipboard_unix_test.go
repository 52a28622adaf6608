//go:build linux

package clipboard

import (
	"os"
	"testing"
)

// TestDrawsOnWayland tests the variables that Fyne and GLFW read, with and without a compositor, and with one that draws
// title bars or does not.
func TestDrawsOnWayland(t *testing.T) {
	const none, plain, decorating = "", "wl_seat", "zxdg_decoration_manager_v1"
	for name, try := range map[string]struct {
		compositor               string
		display, session, forced string
		want                     bool
	}{
		"X11":                            {none, ":1", "x11", "", false},
		"X11 that says nothing":          {none, ":1", "", "", false},
		"nothing":                        {none, "", "", "", false},
		"Wayland":                        {decorating, "", "wayland", "", true},
		"Wayland that says nothing":      {decorating, "", "", "", true},
		"Wayland and X11":                {decorating, ":1", "wayland", "", true},
		"both, saying nothing":           {decorating, ":1", "", "", true},
		"Wayland inside X11":             {decorating, ":1", "x11", "", false},
		"Wayland inside an X11 not here": {decorating, "", "tty", "", true},
		"GNOME":                          {plain, ":1", "wayland", "", false},
		"GNOME without X11":              {plain, "", "wayland", "", true},
		"GNOME against the rule":         {plain, ":1", "wayland", "wayland", true},
		"against the rule":               {decorating, ":1", "wayland", "x11", false},
		"with a word that means nothing": {decorating, ":1", "wayland", "mir", true},
	} {
		t.Run(name, func(t *testing.T) {
			if try.compositor == none {
				alone(t)
				unset(t, "WAYLAND_DISPLAY")
			} else {
				newCompositor(t, try.compositor)
			}
			t.Setenv("XDG_SESSION_TYPE", try.session)
			t.Setenv("FYNE_PLATFORM", try.forced)
			t.Setenv("DISPLAY", try.display)
			if try.display == "" {
				unset(t, "DISPLAY")
			}
			if got := drawsOnWayland(); got != try.want {
				t.Errorf("%v, want %v", got, try.want)
			}
		})
	}
}

// unset removes a variable from the environment until the test ends.
func unset(t *testing.T, name string) {
	t.Helper()
	if err := os.Unsetenv(name); err != nil {
		t.Fatal(err)
	}
}
