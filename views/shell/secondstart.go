package shell

import (
	"context"
	"sync/atomic"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/platform/nativewindow"
	"accesskeys/app/platform/singleinstance"
	"accesskeys/app/settings"
	"accesskeys/client/route"
	"accesskeys/views/kit/page"
	"accesskeys/views/systemwindow"
	"accesskeys/views/words"
)

// raising brings the window to the front when the program is started again.
type raising struct {
	*state
	config       *Config
	page         *page.Window
	system       *systemwindow.Window
	switching    *switching
	onScreen     atomic.Bool
	offerPending bool // a server was offered while the window was locked, and waits for the unlock
}

// serve starts to raise the window whenever the program is started again.
func (r *raising) serve() {
	if r.config.Instance != nil {
		r.page.Tasks.Start(func() { r.config.Instance.Serve(r.config.Ctx, r.raise) })
	}
}

// raise brings the window to the front, and offers a server to sign in to unless that is "". While the window is still
// opening, it returns singleinstance.ErrOpening, because the window may fail to open. It must not run on the UI thread.
func (r *raising) raise(ctx context.Context, server string) error {
	if !r.onScreen.Load() {
		return singleinstance.ErrOpening
	}
	var handle uintptr
	err := r.page.Tasks.CallOnUI(ctx, func() {
		if ctx.Err() != nil {
			return // the other start has given up waiting, and opens its own window
		}
		r.config.Logger.Info("raised")
		r.offer(server)
		handle = r.system.Handle
		r.system.Remap()
	})
	if err != nil {
		return err
	}
	return r.system.Ask(ctx, func() { nativewindow.Raise(handle) })
}

// offer offers a server to sign in to, or has offerPendingServer do so after unlocking.
func (r *raising) offer(server string) {
	if server == "" {
		return
	}
	r.config.Server = server
	other := r.page.Toasts.About("another server")
	other.Withdraw()
	if r.offerPending = r.locked(); r.offerPending {
		return
	}
	known := r.config.App.Settings.Get()
	id, one := known.AccountAt(server)
	at := r.signedInTo()
	several := settings.SeveralAt(known.Accounts, server)
	said := map[string]any{"Server": words.Host(at), "Other": words.Host(server)}
	switch {
	case one:
		r.config.Server = ""
		r.switching.switchTo(id)
	case at != "" && !several && (route.SameAddress(at, server) || route.SameServer(at, server)):
		r.config.Server = ""
	case at != "" && (r.config.Demo != nil || r.config.App.Forgetful()): // those two can have only one account
		other.Note(lang.L("This window is signed in to {{.Server}}. Log out to sign in to {{.Other}}.", said))
	case several && (r.page.Dialogs.IsOpen() || r.switching.changing()):
		other.Note(words.SeveralAt(server))
	case at != "" && (r.page.Dialogs.IsOpen() || r.switching.changing()):
		other.Note(lang.L("This window is signed in to {{.Server}}. Choose Add Account to sign in to {{.Other}}.", said))
	case at != "", r.signIn != nil && r.signIn.Stop == nil && r.switching.accounts.Name() != "":
		r.switching.add()
	case r.signIn != nil:
		r.signIn.Server.SetText(server)
		r.signIn.Focus()
	}
}

// offerPendingServer offers, after unlocking, the server that was offered while the window was locked.
func (r *raising) offerPendingServer() {
	if r.offerPending {
		r.offer(r.config.Server)
	}
}

// signedInTo returns the server of the session that is open, or will be opened now or after unlocking; "" is none.
func (r *raising) signedInTo() string {
	if r.current != nil {
		return r.current.Server()
	}
	known := r.config.App.Settings.Get()
	if a, ok := known.Account(r.chosen.account); ok && (r.waiting || r.locked()) {
		return a.Server
	}
	return ""
}
