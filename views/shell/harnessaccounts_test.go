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

// newAccountsRig is a window with an account at each of as many servers, of which the last is shown.
func newAccountsRig(t testing.TB, servers int) *rig {
	t.Helper()
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	for range servers - 1 {
		server, err := demo.Start("", demo.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = server.Close() })
		r.others = append(r.others, server)
		r.addAccount(server)
	}
	r.toastsGone()
	return r
}

// at is the server of an account by its place.
func (r *rig) at(place int) *demo.Server {
	if place == 0 {
		return r.server
	}
	return r.others[place-1]
}

// addAccount adds an account by the avatar's menu.
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

// avatarItems are the items of the avatar's menu.
func (r *rig) avatarItems() []*fyne.MenuItem { return r.w.commands.avatarMenu().Items }

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

// goTo goes to the account at a place, by its shortcut.
func (r *rig) goTo(place int) { r.shortcut(accounts.Shortcut(place)) }

// onAccount reports whether the window shows the account at a place, with its keys.
func (r *rig) onAccount(place int) bool {
	server := r.at(place)
	return r.signedIn() && r.session().Endpoint().Base == server.Base() && r.listShown() && r.hasKey(server)
}

// accounts are those on the list.
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

// forgetEntry has the keyring lose the sign-in to a server.
func (r *rig) forgetEntry(server *demo.Server) {
	r.store.mu.Lock()
	defer r.store.mu.Unlock()
	delete(r.store.secrets, entryOf(server))
}

func entryOf(server *demo.Server) string {
	return keyring.ServiceSignIn + "\n" + keyring.Account(server.Base(), server.Credentials().KeyID)
}

// wanted has the program be started with a server.
func (r *rig) wanted(server string) { r.w.config.Server = server }

// signInRunsOn has a sign-in that is under way be too far along to be stopped.
func (r *rig) signInRunsOn() { r.w.state.signIn.Stop = func() {} }

// field is the field on screen that is read out as name.
func (r *rig) field(name string) *control.Entry {
	r.t.Helper()
	return onScreen(r, name, func(e *control.Entry) bool { return e.Name == name })
}

// tickBox ticks the box on screen that says so.
func (r *rig) tickBox(label string) {
	r.t.Helper()
	onScreen(r, label, func(c *control.Check) bool { return c.Text == label }).SetChecked(true)
}

// succeed has the app sign in with another key, in place of its own.
func (r *rig) succeed(id string) { r.w.session.switchKey(id, func(err error) { r.t.Error(err) }) }

// onMenu is called when the system's menu is made again.
func (r *rig) onMenu(made func()) { r.w.frame.setMenu = made }
