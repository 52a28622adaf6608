package tickbox

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
)

// The tests of the colours measure these against what is behind a box.
func TestFrameHasAColourThatStandsOut(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	b := New(func(string) {}, func(bool) {})
	test.TempWidgetRenderer(t, b)
	for name, tt := range map[string]struct {
		make func()
		want fyne.ThemeColorName
	}{
		"empty":             {func() {}, style.ColorBox},
		"under the pointer": {func() { b.MouseIn(nil) }, theme.ColorNamePrimary},
		"ticked":            {func() { b.Set("AK1", true) }, theme.ColorNamePrimary},
		"mixed":             {func() { b.SetMixed(true) }, theme.ColorNamePrimary},
	} {
		b.MouseOut()
		b.Set("AK1", false)
		b.SetMixed(false)
		tt.make()
		if got := b.frame.StrokeColor; got != style.Color(b, tt.want) || b.frame.StrokeWidth < frameWidth {
			t.Errorf("%s: the frame is %v, %v wide", name, got, b.frame.StrokeWidth)
		}
	}
}
