package app

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/rotation"
	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// noteAll notes something about the key of the open account, replaces it, and dismisses its end.
func (h *household) noteAll() keys.Ref {
	h.Helper()
	ref := keys.RefOf(h.session.Keys(), h.session.KeyID())
	check.Must(h, h.app.Notes.Change(ref, notes.Note{}, notes.Note{Label: "label"}))
	guide := h.app.NewGuide(h.session, time.Now)
	check.Must(h, rotation.Starting(h.Context(), guide, rotation.OrderSafe).Use(h.Context(), ref.KeyID, guide.Usable(ref.KeyID)[0].ID))
	h.app.Settings.DismissExpiry(ref.Base, ref.User, "2026-11-28", nil, time.Now())
	return ref
}

// noted is how much noteAll has noted that is still there.
func (h *household) noted(ref keys.Ref) (count int) {
	if !h.app.Notes.Of(ref).IsZero() {
		count++
	}
	if _, open := h.app.Rotations.Of(ref); open {
		count++
	}
	if h.app.Settings.Get().DismissedExpiryOf(ref.Base, ref.User).Day != "" {
		count++
	}
	return count
}

// remove takes the account at a server off the list.
func (h *household) remove(i int, s bool, notes bool) Removal {
	h.Helper()
	id, _ := h.account(i)
	open := h.session
	if !s {
		open = nil
	}
	r, err := h.app.RemovalOf(h.Context(), id, open)
	check.Must(h, err)
	signIn, noted := h.app.Remove(h.Context(), r, open, true, notes)
	check.Must(h, signIn)
	check.Must(h, noted)
	return r
}

// takeOff takes an account off the list, and fails where that takes away what was noted of another.
func (h *household) takeOff(i int, id string, s *session.Session, all bool) {
	h.Helper()
	check.Must(h, h.app.Notes.Load())
	before := h.notedOfEach()
	r, err := h.app.RemovalOf(h.Context(), id, s)
	check.Must(h, err)
	_, failed := h.app.Remove(h.Context(), r, s, all, all) // the keyring may fail
	check.Must(h, failed)
	if r.owner.User != "" { // else it cannot be told what is its own
		before[i].Replaced = 0
		if all {
			before[i].Noted = 0
		}
	}
	check.EqualSlices(h, "noted of each server", h.notedOfEach(), before...)
}

// notedOfEach is how much is noted of the keys of each server.
func (h *household) notedOfEach() []Removal {
	all := make([]Removal, len(h.servers))
	for i, w := range h.servers {
		ref := keys.Ref{Base: w.url, User: fmt.Sprint("user ", i)}
		all[i] = Removal{Noted: h.app.Notes.Count(ref.Base, ref.User), Replaced: h.app.Rotations.Count(ref)}
	}
	return all
}

func TestRemovedAccountTakesWhatWasNotedAlong(t *testing.T) {
	h := newHousehold(t)
	refs := make([]keys.Ref, len(h.servers))
	for i := range h.servers {
		h.signIn(i)
		refs[i] = h.noteAll()
		check.Must(t, h.app.Sessions.KeepList(h.session))
	}
	r := h.remove(2, true, true)
	check.Equal(t, "removal", [2]int{r.Noted, r.Replaced}, [2]int{1, 1})
	check.Equal(t, "noted of the open account", h.noted(refs[2]), 0)
	stored, err := settings.Stored(filepath.Join(h.config.Dir, "settings.json"), slog.New(slog.DiscardHandler))
	check.Must(t, err)
	check.Equal(t, "users with dismissed warnings on disk", len(stored.DismissedExpiry), 2)
	h.leave()
	h.remove(0, false, false) // one that is not open, whose notes stay
	check.Equal(t, "noted of the account that was not open", h.noted(refs[0]), 1)
	check.Equal(t, "noted of the account that stays", h.noted(refs[1]), 3)
	check.Equal(t, "accounts", len(h.app.Settings.Get().Accounts), 1)
}

// What an account shares with another of the same user stays for that.
func TestRemovedAccountLeavesWhatAnotherShares(t *testing.T) {
	h := newHousehold(t)
	ref := h.noteAll()
	w, another := h.servers[2], ""
	for _, k := range w.Keys() {
		if k.State == client.StateEnabled && k.ID != ref.KeyID {
			another = k.ID
		}
	}
	_, _ = h.session.Keys().Reveal(t.Context(), ref.KeyID)
	check.Must(t, h.app.Sessions.KeepList(h.session))
	first := h.session
	a, _ := first.Account(h.app.Settings.Get())
	asked, err := h.app.RemovalOf(t.Context(), a.ID, first) // the user takes a while to answer
	check.Must(t, err)
	check.Equal(t, "shared", asked.Shared, false)
	s, err := h.app.Sessions.SignInAs(t.Context(), "", w.url, client.Credentials{KeyID: another, Secret: w.SecretOf(another)})
	check.Must(t, err)
	check.Must(t, h.app.Sessions.Remember(t.Context(), s))
	check.Must(t, s.LoadKeys(t.Context()))
	check.Must(t, h.app.Sessions.KeepList(s))
	vault := h.store.Names()
	r, err := h.app.RemovalOf(t.Context(), a.ID, first)
	check.Must(t, err)
	check.Equal(t, "shared once there is another", r.Shared, true)
	signIn, noted := h.app.Remove(t.Context(), asked, first, true, true)
	check.Must(t, signIn)
	check.Must(t, noted)
	check.Equal(t, "noted", h.noted(ref), 3)
	check.Equal(t, "entries that are gone", len(vault)-len(h.store.Names()), 1)
	check.EqualSlices(t, "accounts", keyIDs(h.app.Settings.Get()), h.servers[0].Credentials().KeyID, h.servers[1].Credentials().KeyID, another)
}

// Notes stay where it cannot be told whether they are the account's, and the user is told so.
func TestNotesOfAnAccountWhoseUserIsNotKnownAreUnclear(t *testing.T) {
	h := newHousehold(t)
	ref := h.noteAll()
	id, _ := h.account(2)
	known := h.app.Settings.Get()
	a, _ := known.Account(id)
	check.Must(t, h.app.Sessions.KeepList(h.session))
	r, err := h.app.RemovalOf(t.Context(), id, nil)
	check.Must(t, err)
	check.Equal(t, "of a known user", fmt.Sprint(r.Noted, r.Unclear), "1 false")
	h.leave()
	check.Update(t, h.app.Settings, func(v *settings.Settings) { v.SetUser(a.SavedSession, "") })
	check.Must(t, os.Remove(filepath.Join(h.config.Dir, a.ListFile())))
	r = h.remove(2, false, true)
	check.Equal(t, "of an unknown one", fmt.Sprint(r.Noted, r.Unclear), "0 true")
	check.Equal(t, "noted", h.app.Notes.Of(ref).Label, "label")
}

func keyIDs(v settings.Settings) (all []string) {
	for _, a := range v.Accounts {
		all = append(all, a.KeyID)
	}
	return all
}

func TestReplacementsOnDiskNameKeysAndHaveNoSecret(t *testing.T) {
	h := newHousehold(t)
	ref := h.noteAll()
	r, _ := h.app.Rotations.Of(ref)
	content, err := os.ReadFile(filepath.Join(h.config.Dir, "rotations.json"))
	check.Must(t, err)
	for _, part := range []string{ref.KeyID, r.New, string(rotation.StepPlace)} {
		check.Equal(t, part, strings.Contains(string(content), part), true)
	}
	for _, k := range h.servers[2].Keys() {
		check.Equal(t, "a secret", strings.Contains(string(content), h.servers[2].SecretOf(k.ID).Reveal()), false)
	}
}
