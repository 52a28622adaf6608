package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

func TestTheListOfAFieldIsAsWideAsTheField(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(1221, 740), 1)
	for name, open := range map[string]func(){"keys": r.openKeys, "history": r.openHistory, "preferences": r.openPreferences} {
		open()
		tried := 0
		for _, o := range test.LaidOutObjects(r.content()) {
			c, ok := o.(*control.Choice)
			if !ok || !c.Visible() {
				continue
			}
			tried++
			test.Tap(c)
			const edges = 8
			if item := r.canvas().Focused().(fyne.CanvasObject); item.Size().Width+edges < c.Size().Width {
				t.Errorf("%s: the items of %q are %v wide, and the field is %v", name, c.Name, item.Size().Width, c.Size().Width)
			}
			r.closeDialog()
		}
		if tried == 0 {
			t.Errorf("%s: there is no list", name)
		}
	}
}
