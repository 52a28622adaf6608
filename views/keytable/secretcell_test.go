package keytable

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

func TestCancelHasRoomBesideASecretThatIsFetched(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	for width := NewLayout(settings.DefaultTable()).leastWidth(); width < 2600; width += 60 {
		row, _ := rowIn(t, settings.DefaultTable(), width)
		d := row.Data
		d.Busy, d.NoSecret = keys.OpReveal, true
		row.Set(d)
		link, copies := row.Links.Show, row.Links.Copy
		end := link.Position().X + style.Measure(link.Label.Text, style.SizeText, fyne.TextStyle{})
		begins := row.secret.Position().X + row.secret.Cell.Width*float32(len([]rune(words.Fetching())))
		if link.Label.Text != "Cancel" || end+style.LinkGap > copies.Position().X+1 || begins+secretGap > link.Position().X {
			t.Errorf("%v wide: %q from %v to %v; the text ends at %v, Copy begins at %v", width, link.Label.Text, link.Position().X, end, begins, copies.Position().X)
		}
		if link.Cursor() != desktop.PointerCursor {
			t.Errorf("%v wide: it looks as if it could not be pressed", width)
		}
	}
}
