package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/notes"
	"accesskeys/assets"
	"accesskeys/client/demo"
	"accesskeys/views/confirm"
)

var (
	layoutSizes  = []fyne.Size{{Width: 480, Height: 360}, {Width: 640, Height: 400}, {Width: 760, Height: 480}, {Width: 1221, Height: 700}, {Width: 3840, Height: 2160}}
	layoutScales = []float32{1, 1.25, 1.5, 2}

	longID     = strings.Repeat("AK1234567890abcdef", 8)[:128]
	longServer = strings.Repeat("cluster-optimizer.", 12) + "example.com:8443"
	longSaid   = strings.Repeat("quota exceeded for project, see https://example.com/"+strings.Repeat("x", 120)+" ", 8)
)

// longKnown returns the longest possible data that a computer can have about a key.
func longKnown() confirm.Known {
	places := slices.Repeat([]string{strings.Repeat("CI > billing ", 9)}, notes.MostPlaces)
	return confirm.Known{Label: strings.Repeat("billing ", 10)[:notes.LongestLabel], Places: places}
}

// spoken is the system's language for the windows that are opened.
var spoken = "en_US"

// speak sets the language until the test ends.
func speak(t *testing.T, locale string) {
	t.Helper()
	before := spoken
	t.Cleanup(func() { spoken = before })
	spoken = locale
	read := func() {
		if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(read) // after the environment is what it was
	for _, name := range []string{"LANGUAGE", "LANG", "LC_ALL"} {
		t.Setenv(name, locale)
	}
	read()
}

func TestWindowOpensInTheLanguageOfTheTest(t *testing.T) {
	for locale, want := range map[string]string{"en_US.UTF-8": "Filter by label, note, ID, date", "zh_CN.UTF-8": "按标签、备注、ID、日期筛选"} {
		speak(t, locale)
		if r := newRig(t, demo.Options{}); !r.reads(want) {
			t.Errorf("in %s it does not say %q", locale, want)
		}
	}
}

func TestNothingIsCutOrOverlaps(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, locale := range []string{"en_US.UTF-8", "zh_CN.UTF-8"} {
		for _, s := range slices.Concat(layouts, accountLayouts) {
			t.Run(locale[:2]+" "+s.name, func(t *testing.T) {
				speak(t, locale)
				r := s.open(t)
				for _, size := range layoutSizes {
					if size.Width < s.least.Width || size.Height < s.least.Height {
						continue
					}
					for _, scale := range layoutScales {
						r.resize(size, scale)
						for _, wrong := range r.misplaced() {
							t.Errorf("%gx%g at %g: %s", size.Width, size.Height, scale, wrong)
						}
					}
				}
			})
		}
	}
}

// resize gives the window a size and lays out everything in it, as the toolkit's loop does.
func (r *rig) resize(size fyne.Size, scale float32) {
	c := r.canvas()
	c.(interface{ SetScale(float32) }).SetScale(scale)
	c.(interface{ Resize(fyne.Size) }).Resize(size)
	r.atSize()
	for range 3 {
		walkVisible(r.content(), relayout)
		for _, o := range c.Overlays().List() {
			walkVisible(o, relayout)
		}
	}
}

func relayout(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
	case fyne.Widget:
		test.WidgetRenderer(o).Layout(o.Size())
	}
}
