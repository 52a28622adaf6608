package batch

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

func TestReasonInAReportBeginsBelowTheName(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(style.New(nil))
	for _, label := range []string{"", "nightly"} {
		r := newReportRow()
		r.Set(Line{ID: "AK0123", Word: "Skipped", Reason: "This key is already disabled.", Icon: words.OutcomeIcon("skipped")}, label)
		win := test.NewTempWindow(t, r)
		win.Resize(fyne.NewSize(400, 100))
		name, reason := r.key.id, app.Driver().AbsolutePositionForObject(r.reason)
		if at := app.Driver().AbsolutePositionForObject(name); at.X != reason.X+theme.InnerPadding() {
			t.Errorf("the name begins at %v, the reason at %v", at.X, reason.X+theme.InnerPadding())
		}
	}
}
