package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

// buttonArea returns where in the window the button with this label is.
func (r *rig) buttonArea(label string) area {
	b := r.button(label)
	return areaOf(fyne.CurrentApp().Driver().AbsolutePositionForObject(b), b.Size())
}

func TestDeleteStandsApartHoweverLongTheOfferBesideItIs(t *testing.T) {
	for _, c := range []struct {
		size fyne.Size
		want string
	}{
		{fyne.NewSize(1221, 740), "Disable the 1500 Enabled Keys Instead"},
		{fyne.NewSize(480, 360), "Disable Instead"},
	} {
		r := newRig(t, demo.Options{Keys: 2400})
		r.resize(c.size, 1)
		r.batch(keys.OpDelete, r.enabled(1500))
		remove, cancel, offer := r.buttonArea("Delete"), r.buttonArea("Cancel"), r.buttonArea(c.want)
		if gap := cancel.min.X - remove.max.X; gap < 24 || offer.max.X > c.size.Width {
			t.Errorf("at %v, Delete ends at %v, Cancel is at %v, and the offer ends at %v", c.size, remove.max.X, cancel, offer.max.X)
		}
		if b := r.canvas().Focused().(*control.Button); b.Text != c.want {
			t.Errorf("at %v, the keyboard is on %q", c.size, b.Text)
		}
	}
}
