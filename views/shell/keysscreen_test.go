package shell

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
)

// onTab returns all objects of the Access Keys tab, visible or not.
func (r *rig) onTab() (all []fyne.CanvasObject) { return allOf(r.page().Show()) }

// allOf returns an object and all objects in it, visible or not.
func allOf(o fyne.CanvasObject) []fyne.CanvasObject {
	all := []fyne.CanvasObject{o}
	if c, ok := o.(*fyne.Container); ok {
		for _, part := range c.Objects {
			all = append(all, allOf(part)...)
		}
	}
	return all
}

// onlyOne returns the first object of a type on the Access Keys tab.
func onlyOne[T fyne.CanvasObject](r *rig) T {
	r.t.Helper()
	for _, o := range r.onTab() {
		if found, ok := o.(T); ok {
			return found
		}
	}
	var none T
	r.t.Fatalf("there is no %T on the tab", none)
	return none
}

// sees reports whether an object on the Access Keys tab is visible.
func (r *rig) sees(o fyne.CanvasObject) (seen bool) {
	walkVisible(r.page().Show(), func(each fyne.CanvasObject) { seen = seen || each == o })
	return seen
}

// keysButton returns the button of the Access Keys tab with this label: a visible one, if there is one.
func (r *rig) keysButton(label string) *control.Button {
	r.t.Helper()
	var found *control.Button
	for _, o := range r.onTab() {
		if b, ok := o.(*control.Button); ok && b.Text == label && (found == nil || !r.sees(found)) {
			found = b
		}
	}
	if found == nil {
		r.t.Fatalf("there is no button %q on the tab", label)
	}
	return found
}

// offers reports whether a button of the Access Keys tab with this label is visible.
func (r *rig) offers(label string) bool {
	return slices.ContainsFunc(r.onTab(), func(o fyne.CanvasObject) bool {
		b, ok := o.(*control.Button)
		return ok && b.Text == label && r.sees(b)
	})
}

func (r *rig) header() *keytable.Header { return onlyOne[*keytable.Header](r) }

// message returns the text of the placeholder, or "" if it is hidden.
func (r *rig) message() string {
	if l := onlyOne[*text.Wrapped](r); r.sees(l) {
		return l.Text
	}
	return ""
}

// ringed reports whether the ring around the list is shown, because no row shows the focus.
func (r *rig) ringed() bool {
	for _, o := range r.onTab() {
		if p, ok := o.(*surface.Panel); ok && p.Stroke == theme.ColorNamePrimary {
			return r.sees(p)
		}
	}
	return false
}

// around returns the texts around the list.
func (r *rig) around() string {
	said := []string{r.message(), r.warning()}
	for _, o := range r.onTab() {
		switch o := o.(type) {
		case *text.Text:
			said = append(said, o.Line.Text)
		case *control.Button:
			said = append(said, o.Text)
		}
	}
	return strings.Join(said, "\n")
}

// keysFilter is the filter field of the keys.
type keysFilter interface {
	fyne.Focusable
	fyne.Shortcutable
	fyne.Accessible
	SetText(string)
}

func (r *rig) filter() keysFilter {
	r.t.Helper()
	return onlyOne[interface {
		fyne.CanvasObject
		keysFilter
	}](r)
}

func (r *rig) filterEntry() *control.Entry {
	return reflect.ValueOf(r.filter()).Elem().FieldByName("Entry").Addr().Interface().(*control.Entry)
}

// newsBar is the bar above the table, which says that the list is not current.
type newsBar interface {
	fyne.Layout
	Show(what, why string)
	Text() string
	Highlighted() bool
}

func (r *rig) newsBar() (bar newsBar, shown bool) {
	for _, o := range r.onTab() {
		if c, ok := o.(*fyne.Container); ok {
			if bar, ok := c.Layout.(newsBar); ok {
				return bar, c.Visible()
			}
		}
	}
	return nil, false
}

// warning returns the text of the bar above the table.
func (r *rig) warning() string {
	if bar, shown := r.newsBar(); shown {
		return bar.Text()
	}
	return ""
}

// batch selects keys and starts an operation on them.
func (r *rig) batch(op keys.Operation, ids []string) {
	r.t.Helper()
	for i, id := range ids {
		held := fyne.KeyModifierShortcutDefault
		if i == 0 {
			held = 0
		}
		r.selectKey(id, held)
	}
	r.keysButton(map[keys.Operation]string{keys.OpEnable: lang.L("Enable"), keys.OpDisable: lang.L("Disable"), keys.OpDelete: lang.L("Delete")}[op]).OnTapped()
}

// busyKeys returns the keys that are being worked on.
func (r *rig) busyKeys() (ids []string) {
	for _, k := range r.allKeys() {
		if k.Busy != "" {
			ids = append(ids, k.ID)
		}
	}
	return ids
}

// allKeys returns the keys that the application knows.
func (r *rig) allKeys() []keys.Key { return r.session().Keys().All() }

// menu returns the labels of the open menu.
func (r *rig) menu() (labels []string) {
	for _, f := range r.tabStops() {
		if item, ok := f.(fyne.Accessible); ok {
			labels = append(labels, item.AccessibilityLabel())
		}
	}
	return labels
}

// menuOf returns the labels of a key's menu.
func (r *rig) menuOf(id string) []string {
	r.openRowMenu(id)
	defer r.closeDialog()
	return r.menu()
}

// choose picks an item of a menu that a button of the Access Keys tab opens.
func (r *rig) choose(button, label string) {
	r.t.Helper()
	test.Tap(r.iconButton(button))
	r.pick(label)
}

// iconButton returns a button of the Access Keys tab by what it does.
func (r *rig) iconButton(name string) *control.Button {
	r.t.Helper()
	for _, o := range r.onTab() {
		if b, ok := o.(*control.Button); ok && b.AccessibilityLabel() == name {
			return b
		}
	}
	r.t.Fatalf("there is no %q", name)
	return nil
}

// pick picks an item of the open menu.
func (r *rig) pick(label string) {
	r.t.Helper()
	for _, f := range r.tabStops() {
		if item, ok := f.(interface {
			fyne.Accessible
			fyne.Tappable
		}); ok && item.AccessibilityLabel() == label {
			item.Tapped(nil)
			return
		}
	}
	r.t.Fatalf("the menu does not offer %q but %q", label, r.menu())
}

// showColumn shows a column, or leaves it out.
func (r *rig) showColumn(title string) { r.chooseColumn(lang.L("Column Settings and Export"), title) }

// chooseColumn picks a column in the menu that a button opens, which stays open then, and closes it.
func (r *rig) chooseColumn(button, title string) {
	r.t.Helper()
	r.choose(button, title)
	r.closeDialog()
}

// failedRig returns a rig without a list, because the server does not send one.
func failedRig(t *testing.T) *rig {
	r := signedOutRig(t, demo.Options{})
	session, err := r.app.Sessions.SignIn(t.Context(), r.server.URL(), r.server.Credentials())
	if err != nil {
		t.Fatal(err)
	}
	r.showSession(session)
	r.server.SetFaults(demo.Faults{Status: 400})
	r.loaded(session.Keys().Load(t.Context()))
	return r
}

// otherCertificateRig returns a rig without a list, because the server has another certificate than the trusted one.
func otherCertificateRig(t *testing.T) *rig {
	r := signedOutRig(t, demo.Options{})
	s := r.overTLS(selfSigned(t))
	r.signInTo(s.URL)
	r.press(fyne.KeyReturn)
	r.pressOn("Trust This Certificate")
	showAnother(s, selfSigned(t))
	return r.restarted()
}

// atBatchStep reports whether the dialog says that a batch is at its number-th key, which is busy.
func (r *rig) atBatchStep(number int) bool {
	return len(r.busyKeys()) > 0 && strings.Contains(r.dialogText(), fmt.Sprintf(" %d of ", number))
}

// A key is busy as soon as the key press is handled, not only when the work has started.
func TestSecondPressDoesNothingAndTheRowIsBusyAtOnce(t *testing.T) {
	for name, c := range map[string]struct {
		state client.State
		press func(*rig, string)
		word  keys.Operation
		asked string
	}{
		"enable": {client.StateDisabled, func(r *rig, id string) { r.toggleState(id) }, keys.OpEnable, "/enable"},
		"copy":   {client.StateEnabled, func(r *rig, id string) { r.copyKeySecret(id) }, keys.OpReveal, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(c.state, false)
			r.hold = true
			c.press(r, id)
			if k, _ := r.listedKey(id); k.Busy != c.word {
				t.Errorf("before the work has started the row says %q", k.Busy)
			}
			started := len(r.held)
			c.press(r, id)
			if c.word == keys.OpEnable { // the fetch of a secret gives way
				r.deleteKey(id)
			}
			if len(r.held) != started || r.dialogOpen() {
				t.Error("a second press does something")
			}
			before := r.asked("", c.asked)
			r.release()
			if n := r.asked("", c.asked) - before; n != 1 || len(r.busyKeys()) != 0 {
				t.Errorf("asked %d times; still busy: %q", n, r.busyKeys())
			}
		})
	}
}
