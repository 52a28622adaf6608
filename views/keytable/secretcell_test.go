package keytable

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
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

func TestASecretBelowItsIDHasAGroundOfItsOwn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	for _, table := range tables() {
		for _, label := range []string{"", "CI billing"} {
			for width := NewLayout(table).leastWidth(); width < 1400; width += 22 {
				row, _ := rowIn(t, table, width)
				d, ground := row.Data, row.frame.secret
				d.Label = label
				if row.Set(d); ground.Visible() {
					t.Errorf("%s, %v wide: a mask has it", table.Density, width)
				}
				d.Secret = client.NewSecret(strings.Repeat("s", 32))
				if row.Set(d); ground.Visible() != row.look.At.stacked {
					t.Errorf("%s, %v wide: a secret has it: %v", table.Density, width, ground.Visible())
				}
				if !ground.Visible() {
					continue
				}
				at, end := ground.Position(), endOf(ground)
				from, to := row.secret.Position(), row.secret.Position().Add(row.secret.Drawn())
				if at.X >= from.X || at.Y > from.Y || end.X <= to.X || end.Y < to.Y || to.X-from.X < 16*row.look.mono {
					t.Errorf("%s, %v wide: it is from %v to %v, and the secret from %v to %v", table.Density, width, at, end, from, to)
				}
				for _, o := range []fyne.CanvasObject{row.id, row.label} {
					if o != fyne.CanvasObject((*text.Text)(nil)) && o.Visible() && endOf(o).Y > at.Y+1 {
						t.Errorf("%s, %v wide: it begins at %v, and %T ends at %v", table.Density, width, at.Y, o, endOf(o).Y)
					}
				}
				if link := row.Links.Show.Position(); endOf(row.Links.Show).Y > at.Y+8 && link.X < end.X+8 {
					t.Errorf("%s, %v wide: it ends at %v, and the links begin at %v", table.Density, width, end, link)
				}
			}
		}
	}
}

func TestASecretIsReadOutAsOne(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	row, _ := rowIn(t, settings.DefaultTable(), 500)
	if got := row.secret.AccessibilityLabel(); got != "" {
		t.Errorf("a mask is read out as %q", got)
	}
	d := row.Data
	d.Secret = client.NewSecret("shown")
	row.Set(d)
	if got, id := row.secret.AccessibilityLabel(), row.id.AccessibilityLabel(); got != "Access Key Secret: shown" || id != d.ID {
		t.Errorf("reads %q and %q", id, got)
	}
}
