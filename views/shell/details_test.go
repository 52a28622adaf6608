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
	for _, size := range []fyne.Size{fyne.NewSize(1221, 740), fyne.NewSize(480, 360)} {
		r := newRig(t, demo.Options{})
		r.setSize(size)
		id := r.listed()[0].ID
		for _, event := range []history.Event{
			history.Checked(r.ref(id), string(keycheck.Accepted), client.StateEnabled), history.About(r.ref(id), history.Show), history.About(r.ref(id), history.Copy),
		} {
			r.app.History.Record(event)
		}
		r.list().Actions.Tools.OnDetails(id)
		r.says("Checked Here", "Shown Here", "Copied Here")
		line := form.Fact("0").MinSize().Height
		for _, o := range test.LaidOutObjects(r.dialogContent()) {
			if fact, ok := o.(*text.Wrapped); ok && fact.Text == id && fact.MinSize().Height > line+1 {
				t.Errorf("%v: the ID is %v high, and a line %v", size, fact.MinSize().Height, line)
			}
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

func TestTheDetailsSayTheStateOfTheirKey(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateDisabled, false)
	r.selectKey(id, 0)
	r.hold = true // the server is slow
	r.shortcut(keyshortcuts.ToggleState())
	r.shortcut(keyshortcuts.Details())
	r.says("Disabled")
	r.release()
	r.says("Enabled", id)
	r.lacks("Disabled")
	if r.press(fyne.KeyEscape); r.dialogOpen() {
		t.Error("it does not close")
	}
	r.elsewhere(keys.OpDisable, id)
	if r.page().Reload(false); r.dialogOpen() {
		t.Error("the details open although they were closed")
	}
}
