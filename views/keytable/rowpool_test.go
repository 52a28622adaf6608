package keytable

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client"
)

// The toolkit's pool of spare rows does not always give back what it was given, so that it shows a row later that it should
// have dropped.
func TestRowThatTheToolkitFailedToDropIsRedrawn(t *testing.T) {
	l, _ := listOf(t, 4)
	kept := l.CreateItem()
	l.Refresh()
	l.UpdateItem(2, kept)
	id := l.Keys[2].ID
	l.Secrets.Show(id, client.NewSecret("a secret"))
	if row := kept.(*fyne.Container).Objects[0].(*Row); row.Data.Secret.IsZero() {
		t.Error("it does not show what has changed")
	}
}

func TestNoTwoPlacesOfTheListShareARow(t *testing.T) {
	l, _ := listOf(t, 4)
	kept := l.CreateItem()
	l.Refresh()
	other := l.CreateItem()
	l.UpdateItem(1, other)
	l.UpdateItem(2, kept)
	for place, o := range map[int]fyne.CanvasObject{1: other, 2: kept} {
		if row := o.(*fyne.Container).Objects[0].(*Row); row.Data.ID != l.Keys[place].ID {
			t.Errorf("place %d shows the key %q, not %q", place, row.Data.ID, l.Keys[place].ID)
		}
	}
}
