package shell

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/preferencestab"
)

// card returns the colour of the table's card.
func (r *rig) card() color.Color {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(onlyOne[*surface.Card](r))
	return r.canvas().Capture().At(int(at.X)+8, int(at.Y)+20)
}

func same(a, b color.Color) bool {
	return color.NRGBAModel.Convert(a) == color.NRGBAModel.Convert(b)
}

func TestThemeIsChosenAtOnceAndRemembered(t *testing.T) {
	light, dark := style.LightPalette(), style.DarkPalette()
	r := newRig(t, demo.Options{})
	for range 2 {
		for _, c := range []struct {
			theme settings.Theme
			want  style.Palette
		}{{settings.ThemeDark, dark}, {settings.ThemeSystem, light}, {settings.ThemeLight, light}, {settings.ThemeDark, dark}} {
			r.chooseTheme(c.theme)
			r.openKeys()
			if got := r.card(); !same(got, c.want[style.ColorCard]) {
				t.Errorf("%q: the card is %v, want %v", c.theme, got, c.want[style.ColorCard])
			}
		}
	}
	if got := r.restartedDemo().app.Settings.Get().Theme; got != settings.ThemeDark {
		t.Errorf("remembered is %q", got)
	}
}

// A chosen theme applies whatever the system's theme is. Without a choice, the system's applies.
func TestThemeFollowsTheSystemUnlessChosen(t *testing.T) {
	for _, system := range []fyne.ThemeVariant{0, 1} {
		for choice, want := range map[settings.Theme]fyne.ThemeVariant{settings.ThemeSystem: system, settings.ThemeDark: 0, settings.ThemeLight: 1} {
			theme := preferencestab.ThemeOf(choice).(*style.Theme)
			palette := []style.Palette{theme.Dark, theme.Light}[want]
			if got := theme.Color(style.ColorCard, system); got != palette[style.ColorCard] {
				t.Errorf("%q on a system of variant %d: %v", choice, system, got)
			}
		}
	}
}

// A page that was out of sight, or behind the lock page, is drawn in the new theme like any other.
func TestWhatIsOutOfSightIsDrawnInTheThemeChosen(t *testing.T) {
	for name, away := range map[string]func(*rig){
		"another tab": func(r *rig) { r.showPreferences() },
		"locked":      func(r *rig) { r.lock() },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			away(r)
			r.chooseTheme(settings.ThemeDark)
			if r.locked() {
				r.press(fyne.KeyReturn)
			}
			r.openKeys()
			got := r.canvas().Capture()
			next := r.restartedDemo()
			next.openKeys()
			want := next.canvas().Capture()
			if at, differ := difference(got, want); differ {
				t.Errorf("at %v it is %v, from the start %v", at, got.At(at.X, at.Y), want.At(at.X, at.Y))
			}
		})
	}
}

// difference returns the first point at which two pictures differ.
func difference(a, b image.Image) (image.Point, bool) {
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if !same(a.At(x, y), b.At(x, y)) {
				return image.Pt(x, y), true
			}
		}
	}
	return image.Point{}, false
}

func TestThemeIsChosenByKeyboard(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.showPreferences()
	c := r.choice("Theme")
	r.canvas().Focus(c)
	r.press(fyne.KeyRight, fyne.KeyRight)
	if got := r.app.Settings.Get().Theme; got != settings.ThemeDark {
		t.Errorf("chosen is %q", got)
	}
	if got := c.AccessibilityLabel(); got != "Theme: Dark" {
		t.Errorf("read out as %q", got)
	}
}
