package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

func TestTheChipOfAReplacementLeadsToItsPage(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key")
	r.press(fyne.KeyEscape)
	if r.replacing() {
		t.Fatalf("it shows %q", r.texts())
	}
	row := r.rowOf(id)
	row.Resize(fyne.NewSize(1000, 54))
	for _, o := range test.WidgetRenderer(row).Objects() {
		if link, ok := o.(*control.Link); ok && link.Visible() && strings.HasPrefix(link.Name, "Being replaced") {
			link.MouseDown(nil)
			link.Tapped(nil)
		}
	}
	if !r.replacing() || !r.reads("Replace "+id) {
		t.Errorf("it shows %q", r.texts())
	}
}
