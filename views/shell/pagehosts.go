package shell

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"accesskeys/app"
	"accesskeys/app/copyas"
	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/route"
	"accesskeys/views/accounts"
	"accesskeys/views/diskwriter"
	"accesskeys/views/expiry"
	"accesskeys/views/hidewhenaway"
	"accesskeys/views/keyspage"
	"accesskeys/views/notes"
	"accesskeys/views/notices"
	"accesskeys/views/scrubber"
	"accesskeys/views/signin"
	"accesskeys/views/systemwindow"
	"accesskeys/views/words"
)

// This file implements the Host of each page with the parts of the window.

type keysHost struct {
	state    *state
	settings *settings.File
	focus    *hidewhenaway.Watch
	notices  *notices.Notices
	writer   *diskwriter.Writer
	reach    *reach
	session  *sessionFlow
	of       *session.Session
	scrub    *scrubber.Scrubber
	input    *input
	history  *history.Recorder
	expiry   expiryHost
}

func (h keysHost) Locked() bool              { return h.state.locked() }
func (h keysHost) OnScreen() bool            { return h.input.keysOnTop() }
func (h keysHost) HasFocus() bool            { return !h.focus.Lost }
func (h keysHost) Privacy() settings.Privacy { return h.settings.Get().Privacy }
func (h keysHost) Table() settings.Table     { return h.settings.Get().Table }

// OtherAccounts returns the names of the other accounts at the server, by the ID of the key that they sign in with.
func (h keysHost) OtherAccounts() map[string]string {
	names, known := map[string]string{}, h.settings.Get()
	for id, a := range h.of.OtherAccounts(known) {
		names[id] = words.AccountName(a, known.Accounts)
	}
	return names
}

// CopySource returns all that Copy as needs about a key, except its secret. The time is the server's.
func (h keysHost) CopySource(id string) copyas.Source {
	s := h.of
	label, _ := keyspage.Label(h.state.settings.keys, id)
	return copyas.Source{
		Key: client.Credentials{KeyID: id}, Label: label,
		Server: s.Endpoint(), Network: s.Network(), Prefix: h.settings.Get().CopyPrefix, Now: s.ServerTime(time.Now()),
	}
}
func (h keysHost) Shown(count int)                       { h.notices.ListShown(count, h.of.Skew()) }
func (h keysHost) Refreshed()                            { h.notices.ListRefreshed(h.of.Skew()) }
func (h keysHost) KeepList()                             { h.writer.KeepList(h.state.current) }
func (h keysHost) TellCertificate(err error)             { h.reach.tellCertificate(err) }
func (h keysHost) Inspect(c *route.Certificate)          { h.reach.inspect(c) }
func (h keysHost) OwnKeyGone(k keys.Key)                 { h.session.ownKeyGone(k) }
func (h keysHost) Rejected(err error)                    { h.session.rejected(err) }
func (h keysHost) TellKeyring(err error, meaning string) { h.notices.TellVault(err, meaning) }
func (h keysHost) ReloadKeys()                           { h.session.reloadKeys() }
func (h keysHost) SetTable(was, now settings.Table)      { h.writer.SetTable(was, now) }
func (h keysHost) WatchFocus()                           { h.focus.HideUnlessFocused() }
func (h keysHost) Scrub()                                { h.scrub.Scrub() }
func (h keysHost) FocusBack()                            { h.input.focusBack() }
func (h keysHost) Record(e history.Event)                { h.history.Record(e) }
func (h keysHost) HistoryOf(r keys.Ref) history.Facts    { return h.history.Of(r) }

// ShowKey shows a key in the list, unless the session has ended: a message about the key may outlive it.
func (h keysHost) ShowKey(id string) {
	if h.state.current == h.of && h.state.settings != nil {
		h.state.settings.showKey(id)
	}
}

func (h keysHost) Expiry() expiry.Host { return h.expiry }

// expiryHost is the window as the expiry package sees it, for one session.
type expiryHost struct {
	session  *session.Session
	settings *settings.File
	writer   *diskwriter.Writer
	now      func() time.Time
}

func (h expiryHost) owner() keys.Ref { return keys.RefOf(h.session.Keys(), "") }
func (h expiryHost) Now() time.Time  { return h.session.ServerTime(h.now()) }
func (h expiryHost) ReadAt() time.Time {
	return h.session.ServerTime(h.session.Keys().Freshness().ReadAt)
}
func (h expiryHost) Warnings() settings.Warnings { return h.settings.Get().Warnings }

func (h expiryHost) Dismissed() settings.DismissedExpiry {
	return h.settings.Get().DismissedExpiryOf(h.owner().Base, h.owner().User)
}

func (h expiryHost) Dismiss(day string, ends map[string]time.Time) {
	h.settings.DismissExpiry(h.owner().Base, h.owner().User, day, ends, h.Now())
	h.writer.Save()
}

type barHost struct {
	accounts *accounts.Accounts
	commands *commands
	reach    *reach
	input    *input
}

func (h barHost) AvatarMenu() *fyne.Menu               { return h.commands.avatarMenu() }
func (h barHost) Account() (fyne.CanvasObject, string) { return h.accounts.Mark(), h.accounts.Name() }
func (h barHost) Inspect(c *route.Certificate)         { h.reach.inspect(c) }
func (h barHost) FocusBack()                           { h.input.focusBack() }

type accountHost struct {
	accounts *accounts.Accounts
	session  *sessionFlow
	reach    *reach
}

func (h accountHost) AskLogOut()                              { h.session.askLogOut() }
func (h accountHost) Reach(n route.Network, done func(error)) { h.reach.change(n, done) }
func (h accountHost) Card() *accounts.Card                    { return h.accounts.NewCard() }
func (h accountHost) AccountShown() bool                      { return h.reach.accountShown() }

type preferencesHost struct {
	looks   *looks
	writer  *diskwriter.Writer
	locking *locking
	system  *systemwindow.Window
}

func (h preferencesHost) ChooseLanguage(l settings.Language) { h.looks.chooseLanguage(l) }
func (h preferencesHost) ChooseTheme(t settings.Theme)       { h.looks.chooseTheme(t) }
func (h preferencesHost) Legible() bool                      { return h.looks.legible() }
func (h preferencesHost) Save()                              { h.writer.Save() }
func (h preferencesHost) AsksSecret() bool                   { return h.locking.asksSecret() }
func (h preferencesHost) Demo() bool                         { return h.locking.config.Demo != nil }
func (h preferencesHost) LockAgain()                         { h.locking.showAgain() }
func (h preferencesHost) Shown() bool {
	return !h.looks.locked() && h.looks.settings.Chosen() == tabPreferences
}

// ApplyPrivacy applies a changed privacy setting.
func (h preferencesHost) ApplyPrivacy() {
	h.locking.idle.Watch()
	h.system.ApplyCapture()
}

type signInHost struct {
	state    *state
	session  *sessionFlow
	opening  *opening
	writer   *diskwriter.Writer
	notices  *notices.Notices
	commands *commands
	switched *switching
}

func (h signInHost) Open(signIn func(context.Context) (*session.Session, error), opened func(*session.Session) bool, failed func(error)) context.CancelFunc {
	return h.session.open(signIn, opened, failed)
}
func (h signInHost) ShowSession(s *session.Session)        { h.session.show(s) }
func (h signInHost) Current() *session.Session             { return h.state.current }
func (h signInHost) Shows(p *signin.Page) bool             { return h.state.signIn == p }
func (h signInHost) AskAgain()                             { h.opening.askAgain() }
func (h signInHost) KeepList()                             { h.writer.KeepList(h.state.current) }
func (h signInHost) TellKeyring(err error, meaning string) { h.notices.TellKeyring(err, meaning) }
func (h signInHost) TellUnsaved(s *session.Session, err error, meaning string) {
	h.session.tellUnsaved(s, err, meaning)
}
func (h signInHost) Save()          { h.writer.Save() }
func (h signInHost) ShowShortcuts() { h.commands.showShortcuts() }
func (h signInHost) ShowAbout()     { h.commands.showAbout() }
func (h signInHost) Listed()        { h.switched.onListed() }

func (h signInHost) Heading() fyne.CanvasObject { return h.switched.accounts.Heading() }
func (h signInHost) RemoveAccount()             { h.switched.accounts.AskRemove() }

func (h signInHost) Accounts() *fyne.Menu {
	if !h.switched.accounts.Several() {
		return nil
	}
	return h.switched.accounts.Menu()
}

type lockHost struct {
	session *sessionFlow
	opening *opening
	locking *locking
	frame   *frame
}

func (h lockHost) UseEarlierKey() {
	s := h.session.current
	h.session.leave()
	h.session.config.App.Sessions.Leave(s)
	h.opening.askAgain()
}

func (h lockHost) AskLogOut()                 { h.session.askLogOut() }
func (h lockHost) Unlock(typed client.Secret) { h.locking.unlock(typed) }
func (h lockHost) AskKeyring()                { h.locking.askKeyring() }
func (h lockHost) Relayout()                  { h.frame.relayout() }

// quitHost is the window as the package that quits sees it.
type quitHost struct{ session *sessionFlow }

func (h quitHost) Warn() bool {
	page, typed := h.session.settings, &h.session.chosen.typed
	switch {
	case h.session.locked():
		lost := typed.QuitWarning()
		if page != nil {
			lost = keyspage.QuitWarning(page.keys)
		}
		return lost != "" && h.session.lockPage.Warn(lost)
	case page == nil:
		return typed.AskBeforeQuit()
	}
	return keyspage.AskBeforeQuit(page.keys)
}

func (h quitHost) Leave(asked bool) {
	if page := h.session.settings; page != nil {
		notes.Quit(keyspage.Asker(page.keys), asked)
	}
	h.session.chosen.typed.Quit(asked)
	h.session.chosen.back = nil
	h.session.leave()
}

func (h quitHost) Hide() {
	h.session.frame.show(container.NewStack())
	h.session.frame.win.Hide()
}

func (h quitHost) Close(ctx context.Context) error { return h.session.config.App.Close(ctx) }
func (h quitHost) Exit()                           { h.session.config.Exit() }

// historyHost is the window as the History tab sees it.
type historyHost struct {
	page    *settingsPage
	app     *app.App
	session *session.Session
}

func (h historyHost) Accounts() (all []settings.Account, open string) {
	known := h.app.Settings.Get()
	account, _ := h.session.Account(known)
	return known.Accounts, account.ID
}

func (h historyHost) Off() bool { return h.app.Settings.Get().Privacy.NoHistory }

func (h historyHost) Label(ref keys.Ref) (label string, lent bool) {
	if ref.MayBe(keys.RefOf(h.session.Keys(), ref.KeyID)) {
		return keyspage.Label(h.page.keys, ref.KeyID)
	}
	return h.app.Notes.Of(ref).Label, false
}

// ShowKey shows a key in the list. It clears a filter that hides the key.
func (h historyHost) ShowKey(id string) { h.page.showKey(id) }

// awayHost is the window as the package that hides secrets sees it.
type awayHost struct {
	state  *state
	onUsed func() // called when the user comes back
}

func (h awayHost) ShowsSecret() bool { return h.state.showsSecret() }
func (h awayHost) HideShown()        { h.state.hideShown() }
func (h awayHost) HideSecrets()      { h.state.hideSecrets() }

// FocusGained tells the keys that the user has come back.
func (h awayHost) FocusGained() {
	h.onUsed()
	if h.state.settings != nil {
		h.state.settings.keys.FocusGained()
	}
}
