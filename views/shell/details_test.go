package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
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

func TestTheDetailsCloseWhenTheirKeyIsDeleted(t *testing.T) {
	for name, tt := range map[string]struct {
		gone func(r *rig, id string)
		says string
	}{
		"here":      {func(r *rig, _ string) { r.release() }, "Deleted "},
		"elsewhere": {func(r *rig, id string) { r.elsewhere(keys.OpDelete, id); r.page().Reload(false) }, "The details were closed: "},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.chooseEnabled()
			if name == "here" {
				r.press(fyne.KeyDelete)
				r.hold = true // the server is slow
				r.answerDialog()
			}
			r.shortcut(keyshortcuts.Details())
			r.says("Enabled", id)
			tt.gone(r, id)
			if r.dialogOpen() {
				t.Errorf("it still shows %s", r.dialogText())
			}
			r.tells(tt.says + id)
		})
	}
}

func TestTheDetailsStayWhileTheirKeyIsThere(t *testing.T) {
	r := newRig(t, demo.Options{})
	id, other := r.idInState(client.StateDisabled, false), r.idInState(client.StateEnabled, false)
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.Details())
	r.elsewhere(keys.OpDelete, other)
	r.page().Reload(false)
	r.says(id)
}
