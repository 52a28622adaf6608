package shell

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/platform/nativewindow"
	"accesskeys/app/platform/singleinstance"
	"accesskeys/views/words"
)

// heedCalls has the window come up when the program is started again, from now on.
func (w *window) heedCalls() {
	if w.Instance != nil {
		w.Tasks.Start(func() { w.Instance.Serve(w.Ctx, w.calledUp) })
	}
}

// calledUp has the window come up, with a server to sign in to unless that is "". A window that is still opening may
// fail to, so nobody is told yet that it came up. It is for the background.
func (w *window) calledUp(ctx context.Context, server string) error {
	if !w.onScreen.Load() {
		return singleinstance.ErrOpening
	}
	var handle uintptr
	err := w.Tasks.CallOnUI(ctx, func() {
		if ctx.Err() != nil {
			return // who asked has opened another window by now
		}
		w.Logger.Info("called up")
		w.offer(server)
		handle = w.handle
		w.remap()
	})
	if err != nil {
		return err
	}
	return w.look(ctx, func() { nativewindow.Raise(handle) })
}

// remap has a window come up where it has no handle, as on Wayland: there a program cannot take the keyboard or
// a window out of the task bar, but what it newly shows comes in front, as far as the compositor lets it.
func (w *window) remap() {
	if w.handle == 0 {
		w.win.Hide()
		w.win.Show()
	}
}

// offer offers a server to sign in to: now, or once the person has logged out of another.
func (w *window) offer(server string) {
	if server == "" {
		return
	}
	w.Server = server
	w.Toasts.Withdraw(w.toldOther) // one at a time: what is offered now is the last
	switch at := w.signedInTo(); {
	case at != "" && !sameServer(at, server):
		w.toldOther = lang.L("This window is signed in to {{.Server}}. Log out to sign in to {{.Other}}.",
			map[string]any{"Server": words.Host(at), "Other": words.Host(server)})
		w.Toasts.Note(w.toldOther)
	case at == "" && w.signIn != nil:
		w.signIn.Server.SetText(server)
		w.signIn.Focus()
	}
}

// signedInTo is the server of the session that is open, or that is being opened or will be; "" is none.
func (w *window) signedInTo() string {
	if w.session != nil {
		return w.session.Server()
	}
	if saved := w.App.Settings.Get().Session; saved != nil && (w.opening || w.Covered()) {
		return saved.Server
	}
	return ""
}

// endClaim has the next start of the program open its own window.
func endClaim(i *singleinstance.Instance) {
	if i != nil {
		i.Release()
	}
}
