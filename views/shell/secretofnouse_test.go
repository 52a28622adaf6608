package shell

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/topbar"
)

// Without an answer, the client would give up only when its time is over, and say so.
func TestRequestForASecretEndsOnceItIsOfNoUse(t *testing.T) {
	show, copies := func(r *rig) { r.press(fyne.KeyReturn) }, func(r *rig) { r.shortcut(&fyne.ShortcutCopy{}) }
	for name, tt := range map[string]struct{ ask, drop func(*rig) }{
		"show, another tab":      {show, func(r *rig) { r.openTab(tabAccount) }},
		"show, Escape":           {show, func(r *rig) { r.press(fyne.KeyEscape) }},
		"show, minimised":        {show, (*rig).hideSecrets},
		"show, lock":             {show, (*rig).lock},
		"show, replace":          {show, func(r *rig) { r.replace(r.idInState(client.StateEnabled, true)) }},
		"copy, lock":             {copies, (*rig).lock},
		"copy, clear":            {copies, func(r *rig) { r.shortcut(topbar.ShortcutClear()) }},
		"show and copy, lock":    {func(r *rig) { show(r); copies(r) }, (*rig).lock},
		"show, leave":            {show, (*rig).leave},
		"show, hidden, shown":    {show, func(r *rig) { r.hideSecrets(); show(r); r.hideSecrets() }},
		"show, log out for good": {show, func(r *rig) { r.inForeground(func() { r.logOut(false) }) }},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			wait := r.inBackground()
			r.toDemo()
			r.start()
			wait()
			id := r.chooseEnabled()
			r.toastsGone()
			before := len(r.recorded())
			never := make(chan struct{})
			defer close(never)
			r.server.SetFaults(demo.Faults{Match: demo.On("GET", id), Hold: never})
			tt.ask(r)
			if err := r.server.WaitFor(t.Context(), func(all []demo.Request) bool {
				return slices.ContainsFunc(all, func(q demo.Request) bool { return demo.On("GET", id)(q.Method, q.Path) })
			}); err != nil {
				t.Fatal(err)
			}
			began := time.Now()
			tt.drop(r)
			wait()
			if took := time.Since(began); took > 5*time.Second || r.toldOf(id) {
				t.Errorf("it ends after %s and says %q", took, r.said())
			}
			if got := r.recorded()[before:]; slices.ContainsFunc(got, func(e string) bool { return e == "show done" || e == "copy secretdone" }) {
				t.Errorf("recorded is %q", got)
			}
		})
	}
}

// The secret is still wanted on the clipboard.
func TestRequestForASecretThatIsAlsoCopiedGoesOn(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	r.hold = true
	r.press(fyne.KeyReturn)
	r.shortcut(&fyne.ShortcutCopy{})
	r.hideSecrets()
	r.press(fyne.KeyReturn) // shows it after all, and cancels nothing
	r.release()
	if !r.revealed(id) || !r.clip.secret.Equal(r.server.SecretOf(id)) {
		t.Errorf("shown: %v, copied: %v", r.revealed(id), r.clip.Held())
	}
}
