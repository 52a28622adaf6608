package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/text"
)

func TestTheIDInTheDetailsIsOnOneLine(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(1221, 740))
	id := r.listed()[0].ID
	r.app.History.Record(history.Checked(r.ref(id), string(keycheck.Accepted), client.StateEnabled))
	r.list().Actions.Tools.OnDetails(id)
	r.says("Last Checked Here")
	line := form.Fact("0").MinSize().Height
	for _, o := range test.LaidOutObjects(r.dialogContent()) {
		if fact, ok := o.(*text.Wrapped); ok && fact.Text == id && fact.MinSize().Height > line+1 {
			t.Errorf("the ID is %v high, and a line %v", fact.MinSize().Height, line)
		}
	}
}
