package shell

import (
	"context"
	"sync/atomic"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/platform/nativewindow"
	"accesskeys/app/platform/singleinstance"
	"accesskeys/client/route"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// raising brings the window to the front when the program is started again.
type raising struct {
	*state
	config    *Config
	page      *page.Window
	system    *systemWindow
	switching *switching
	onScreen  atomic.Bool
}

// serve raises the window whenever the program is started again, from now on.
func (r *raising) serve() {
	if r.config.Instance != nil {
		r.page.Tasks.Start(func() { r.config.Instance.Serve(r.config.Ctx, r.raise) })
	}
}

// raise brings the window to the front, with a server to sign in to unless that is "". A window that is still opening
// may fail to open, so it is not reported as raised. raise is for the background.
func (r *raising) raise(ctx context.Context, server string) error {
	if !r.onScreen.Load() {
		return singleinstance.ErrOpening
	}
	var handle uintptr
	err := r.page.Tasks.CallOnUI(ctx, func() {
		if ctx.Err() != nil {
			return // the other start has opened a window of its own by now
		}
		r.config.Logger.Info("raised")
		r.offer(server)
		handle = r.system.handle
		r.system.remap()
	})
	if err != nil {
		return err
	}
	return r.system.ask(ctx, func() { nativewindow.Raise(handle) })
}

// offer offers a server to sign in to: now, or once the user has logged out of another.
func (r *raising) offer(server string) {
	if server == "" {
		return
	}
	r.config.Server = server
	other := r.page.Toasts.About("another server")
	other.Withdraw()
	known := r.config.App.Settings.Get()
	if id, one := known.AccountAt(server); one && r.switching.accounts.Several() && !r.locked() {
		r.switching.to(id)
		return
	}
	switch at := r.signedInTo(); {
	case at != "" && !route.SameAddress(at, server) && r.switching.accounts.Several():
		other.Note(lang.L("This window is signed in to {{.Server}}. Choose Add Account to sign in to {{.Other}}.",
			map[string]any{"Server": words.Host(at), "Other": words.Host(server)}))
	case at != "" && !route.SameAddress(at, server):
		other.Note(lang.L("This window is signed in to {{.Server}}. Log out to sign in to {{.Other}}.",
			map[string]any{"Server": words.Host(at), "Other": words.Host(server)}))
	case at == "" && r.signIn != nil:
		r.signIn.Server.SetText(server)
		r.signIn.Focus()
	}
}

// signedInTo is the server of the session that is open, or that is being opened or will be; "" is none.
func (r *raising) signedInTo() string {
	if r.current != nil {
		return r.current.Server()
	}
	if saved := r.config.App.Settings.Get().Session; saved != nil && (r.waiting || r.locked()) {
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
