package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/accounts"
	"accesskeys/views/kit/control"
)

// newAccountsRig returns a rig with an account at each of so many servers. The last account is shown.
func newAccountsRig(t testing.TB, servers int) *rig {
	t.Helper()
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	for range servers - 1 {
		r.addAccount(r.startOther())
	}
	r.toastsGone()
	return r
}

// startOther starts a further server, for another account.
func (r *rig) startOther() *demo.Server {
	r.t.Helper()
	server, err := demo.Start("", demo.Options{})
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { _ = server.Close() })
	r.others = append(r.others, server)
	return server
}

// at returns the server of the account at an index.
func (r *rig) at(place int) *demo.Server {
	if place == 0 {
		return r.server
	}
	return r.others[place-1]
}

// addAccount adds an account through the avatar's menu.
func (r *rig) addAccount(server *demo.Server) {
	r.t.Helper()
	r.addAccountOf(server, server.Credentials().KeyID)
}

// addAccountOf is addAccount with one of the server's keys.
func (r *rig) addAccountOf(server *demo.Server, keyID string) {
	r.t.Helper()
	r.chooseAvatar(lang.L("Add Account…"))
	r.signInForm().fill(server.URL(), keyID, server.SecretOf(keyID).Reveal())
	r.signInForm().signIn()
}

// avatarItems returns the items of the avatar's menu.
func (r *rig) avatarItems() []*fyne.MenuItem { return r.w.commands.avatarMenu().Items }

// accountItems returns the items of the menu of accounts.
func (r *rig) accountItems() []*fyne.MenuItem { return r.w.session.accounts.Menu().Items }

// chooseAvatar chooses an item of the avatar's menu.
func (r *rig) chooseAvatar(label string) {
	r.t.Helper()
	for _, item := range r.avatarItems() {
		if item.Label == label {
			item.Action()
			return
		}
	}
	r.t.Fatalf("the avatar's menu has no %q", label)
}

// goTo switches to the account at an index by its shortcut.
func (r *rig) goTo(place int) { r.shortcut(accounts.Shortcut(place)) }

// onAccount reports whether the window shows the account at an index, with its keys.
func (r *rig) onAccount(place int) bool {
	server := r.at(place)
	return r.signedIn() && r.session().Endpoint().Base == server.Base() && r.listShown() && r.hasKey(server)
}

// accounts returns the accounts in the settings.
func (r *rig) accounts() []settings.Account { return r.app.Settings.Get().Accounts }

// hasKey reports whether the list has the key that signs in to a server.
func (r *rig) hasKey(server *demo.Server) bool {
	_, listed := r.listedKey(server.Credentials().KeyID)
	return listed
}

func (r *rig) hasEntry(server *demo.Server) bool {
	r.store.mu.Lock()
	defer r.store.mu.Unlock()
	_, ok := r.store.secrets[entryOf(server)]
	return ok
}

// forgetEntry removes the sign-in to a server from the keyring.
func (r *rig) forgetEntry(server *demo.Server) {
	r.store.mu.Lock()
	defer r.store.mu.Unlock()
	delete(r.store.secrets, entryOf(server))
}

func entryOf(server *demo.Server) string {
	return keyring.ServiceSignIn + "\n" + keyring.Account(server.Base(), server.Credentials().KeyID)
}

// wanted sets the server that the program is started with.
func (r *rig) wanted(server string) { r.w.config.Server = server }

// signInRunsOn has an attempt to sign in ignore being stopped, like one that is nearly done.
func (r *rig) signInRunsOn() { r.w.state.signIn.Stop = func() {} }

// field returns the field on screen with this accessible name.
func (r *rig) field(name string) *control.Entry {
	r.t.Helper()
	return onScreen(r, name, func(e *control.Entry) bool { return e.Name == name })
}

// tickBox ticks the tick box on screen with this label.
func (r *rig) tickBox(label string) {
	r.t.Helper()
	onScreen(r, label, func(c *control.Check) bool { return c.Text == label }).SetChecked(true)
}

// succeed signs the app in with another key in place of its own.
func (r *rig) succeed(id string) { r.w.session.switchKey(id, func(err error) { r.t.Error(err) }) }

// onMenu sets a function to call when the system's menu is made again.
func (r *rig) onMenu(made func()) { r.w.frame.setMenu = made }
