package keys

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/secrets"
	"accesskeys/app/secrets/secretstest"
	"accesskeys/client"
)

// ofUserKeys are keys that a server says are a user's.
func ofUserKeys(user string, ids ...string) []client.AccessKey {
	var keys []client.AccessKey
	for _, id := range ids {
		keys = append(keys, client.AccessKey{ID: id, UserID: user, State: client.StateEnabled})
	}
	return keys
}

// another opens another session on the server and the keyring of f, with a list.
func (b *fixture) another(list []client.AccessKey) *Keys {
	b.backend.Keys = list
	return New(b.backend, b.vault, b.keys.log, time.Now)
}

// TestAnotherUsersSecretsStay has one user sign in after another on the same server.
func TestAnotherUsersSecretsStay(t *testing.T) {
	for name, tt := range map[string]struct {
		first, second []client.AccessKey
		back          []client.AccessKey // the first user's list when they are back
		want          []string           // listed in the vault then
	}{
		"nothing changed":       {ofUserKeys("u1", "AK1", "AK2"), ofUserKeys("u2", "BK1"), ofUserKeys("u1", "AK1", "AK2"), []string{"AK1", "AK2"}},
		"one gone meanwhile":    {ofUserKeys("u1", "AK1", "AK2"), ofUserKeys("u2", "BK1"), ofUserKeys("u1", "AK1"), []string{"AK1"}},
		"the other has no keys": {ofUserKeys("u1", "AK1", "AK2"), nil, ofUserKeys("u1", "AK1", "AK2"), []string{"AK1", "AK2"}},
		"no keys when back":     {ofUserKeys("u1", "AK1", "AK2"), ofUserKeys("u2", "BK1"), nil, []string{"AK1", "AK2"}},
		"users are not said":    {ofUserKeys("", "AK1", "AK2"), nil, ofUserKeys("", "AK1"), []string{"AK1"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := newFixture(t)
			k := b.another(tt.first)
			check.Must(t, k.Load(t.Context()))
			for _, id := range []string{"AK1", "AK2"} {
				r, err := k.Reveal(t.Context(), id)
				check.Must(t, err)
				k.Keep(t.Context(), id, r)
			}
			check.Must(t, b.another(tt.second).Load(t.Context()))
			check.EqualSlices(t, "after the other", secretstest.IDs(t, b.vault), "AK1", "AK2")
			check.Must(t, b.another(tt.back).Load(t.Context()))
			check.EqualSlices(t, "when back", secretstest.IDs(t, b.vault), tt.want...)
		})
	}
}

func TestListOfAnotherUserIsRefused(t *testing.T) {
	deleted := []client.AccessKey{{ID: "AK1", UserID: "u1", State: client.StateDeleted}}
	for name, tt := range map[string]struct {
		next    []client.AccessKey
		refused bool
		shown   int
		kept    []string
	}{
		"another user's":         {ofUserKeys("u2", "BK1"), true, 3, []string{"AK2", "AK3"}},
		"the same keys, another": {ofUserKeys("u2", "AK1", "AK2"), true, 3, []string{"AK2", "AK3"}},
		"empty":                  {nil, false, 0, []string{"AK2", "AK3"}},
		"nobody's":               {ofUserKeys("", "AK1"), false, 1, []string{"AK2", "AK3"}},
		"without the own":        {ofUserKeys("u1", "AK2"), false, 1, []string{"AK2"}},
		"the own is deleted":     {deleted, false, 1, nil},
		"less":                   {ofUserKeys("u1", "AK1"), false, 1, nil},
		"more":                   {ofUserKeys("u1", "AK0", "AK1", "AK2", "AK3"), false, 4, []string{"AK2", "AK3"}},
		"others' beside it":      {append(ofUserKeys("u2", "BK1"), ofUserKeys("u1", "AK1", "AK3")...), false, 3, []string{"AK3"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := newFixture(t)
			k := b.another(ofUserKeys("u1", "AK1", "AK2", "AK3"))
			check.Must(t, k.Load(t.Context()))
			for _, id := range []string{"AK2", "AK3"} {
				check.Must(t, b.vault.Put(t.Context(), id, apptest.SecretOf(id), secrets.Entry{User: "u1"}, apptest.Always))
			}
			pend(k, "AK2")
			resolved := 0
			k.Resolved.Subscribe(func(Resolved) { resolved++ })
			b.backend.Keys = tt.next
			for range 2 { // it does not get used to it
				check.Equal(t, "refused", errors.Is(k.Load(t.Context()), ErrOwnerMismatch), tt.refused)
			}
			check.Equal(t, "failure", errors.Is(k.Freshness().Failure, ErrOwnerMismatch), tt.refused)
			check.Equal(t, "keys shown", len(k.All()), tt.shown)
			check.EqualSlices(t, "kept", secretstest.IDs(t, b.vault), tt.kept...)
			check.Equal(t, "resolved", resolved, map[bool]int{false: 1}[tt.refused || name == "empty" || name == "nobody's"])

			b.backend.Keys = ofUserKeys("u1", "AK1", "AK3") // as it was, but for one
			check.Must(t, k.Load(t.Context()))
			check.Equal(t, "failure once it is the user's again", k.Freshness().Failure, nil)
			check.Equal(t, "resolved", resolved, 1)
		})
	}
}

// pend has it not be known whether a key was deleted.
func pend(k *Keys, id string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.pending[id] = pending{op: OpDelete, at: k.clock.tick()}
}

// A server that names no users is believed: what is not listed is gone.
func TestListsThatNameNobodyAreBelieved(t *testing.T) {
	b := newFixture(t)
	k := b.another(ofUserKeys("", "AK1", "AK2"))
	check.Must(t, k.Load(t.Context()))
	check.Must(t, b.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{}, apptest.Always))
	pend(k, "AK2")
	resolved := 0
	k.Resolved.Subscribe(func(Resolved) { resolved++ })
	b.backend.Keys = ofUserKeys("", "BK1")
	check.Must(t, k.Load(t.Context()))
	check.Equal(t, "resolved", resolved, 1)
	check.EqualSlices(t, "kept", secretstest.IDs(t, b.vault))
}

// The user is known from the list that was kept.
func TestListOfAnotherUserThanTheKeptListsIsRefused(t *testing.T) {
	b := newFixture(t)
	k := b.another(ofUserKeys("u2", "BK1"))
	k.Restore(ofUserKeys("u1", "AK1"), k.now())
	check.Equal(t, "refused", errors.Is(k.Load(t.Context()), ErrOwnerMismatch), true)
	check.Equal(t, "keys shown", len(k.All()), 1)
	check.Equal(t, "read only", k.Freshness().ReadOnly(), true)
}

func TestKeysOfAListThatNamesNobodyAreNotClaimed(t *testing.T) {
	b := newFixture(t)
	k := b.another(ofUserKeys("u1", "AK1", "AK2"))
	check.Must(t, k.Load(t.Context()))
	check.Must(t, b.vault.Put(t.Context(), "BK1", apptest.SecretOf("BK1"), secrets.Entry{User: "u2"}, apptest.Always))
	b.backend.Keys = ofUserKeys("", "BK1")
	check.Must(t, k.Load(t.Context()))
	b.backend.Keys = ofUserKeys("u1", "AK1", "AK2")
	check.Must(t, k.Load(t.Context()))
	check.EqualSlices(t, "kept", secretstest.IDs(t, b.vault), "BK1")
}

func TestDeletedByHandIsForgottenWhoeverTheListIsOf(t *testing.T) {
	b := newFixture(t)
	k := b.another(ofUserKeys("u1", "AK1", "AK2"))
	check.Must(t, k.Load(t.Context()))
	b.backend.Keys = ofUserKeys("", "BK1", "BK2")
	check.Must(t, k.Load(t.Context()))
	for _, id := range []string{"AK2", "BK1", "BK2"} {
		check.Must(t, b.vault.Put(t.Context(), id, apptest.SecretOf(id), secrets.Entry{}, apptest.Always))
	}
	check.Must(t, k.Do(t.Context(), OpDelete, "BK1"))
	check.EqualSlices(t, "kept", secretstest.IDs(t, b.vault), "AK2", "BK2")
}

// A 404 and a list of another user do not make a key gone.
func TestAnotherUsersListMakesNoKeyGone(t *testing.T) {
	b := newFixture(t)
	k := b.another(ofUserKeys("u1", "AK1", "AK2"))
	check.Must(t, k.Load(t.Context()))
	check.Must(t, b.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{User: "u1"}, apptest.Always))
	seen, _ := k.Find("AK2")
	b.backend.Keys = ofUserKeys("u2", "BK1")
	b.backend.Fail["delete"] = kind(client.KindNotFound)

	check.Equal(t, "delete", client.KindOf(k.Do(t.Context(), OpDelete, "AK2")), client.KindNotFound)
	var unchecked *UncheckedError
	if err := doAsSeen(t.Context(), k, OpDelete, seen); !errors.As(err, &unchecked) {
		t.Errorf("delete as seen: %v, want that it could not be checked", err)
	}
	b.backend.Fail["delete"] = &client.Error{Kind: client.KindTimeout, Unacknowledged: true}
	check.Equal(t, "a lost delete is uncertain", Uncertain(k.Do(t.Context(), OpDelete, "AK2")), true)
	_, listed := k.Find("AK2")
	check.Equal(t, "listed", listed, true)
	check.EqualSlices(t, "kept", secretstest.IDs(t, b.vault), "AK2")
}

// TestAnotherUsersKeysAreNotCreated has a server that answers as another user before or after it has made a key.
func TestAnotherUsersKeysAreNotCreated(t *testing.T) {
	mine, theirs := ofUserKeys("u1", "AK1", "AK2"), ofUserKeys("u2", "BK1", "BK2")
	with := append(slices.Clone(mine), ofUserKeys("u1", "NEW")...)
	for name, tt := range map[string]struct {
		made      client.Creation
		ids       []string
		uncertain bool
	}{
		"after":  {client.Creation{Before: mine, After: client.Listing{Keys: theirs}, NewIDs: []string{"BK1", "BK2"}}, nil, true},
		"before": {client.Creation{Before: theirs, After: client.Listing{Keys: with}, NewIDs: []string{"AK1", "AK2", "NEW"}}, []string{"NEW"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			f, told := resolving(t)
			f.backend.Keys = slices.Clone(mine)
			check.Must(t, f.keys.Load(t.Context()))
			f.keys.backend = creating{f.backend, tt.made}
			ids, err := f.keys.Create(t.Context())
			check.EqualSlices(t, "new", ids, tt.ids...)
			check.Equal(t, "uncertain", Uncertain(err), tt.uncertain)
			check.Equal(t, "told", len(*told), 0)
			f.backend.Keys = slices.Clone(with)
			check.Must(t, f.keys.Load(t.Context()))
			if tt.uncertain {
				check.EqualSlices(t, "told when the list is the user's", *told, "NEW create done enabled")
			}
		})
	}
}

// creating is a back end that says that it has made a key so.
type creating struct {
	*apptest.Backend
	made client.Creation
}

func (c creating) Create(context.Context, map[string]bool) (client.Creation, error) {
	return c.made, nil
}

// TestEntriesWithoutAUserAreClaimed has them claimed by whose list has them, and stay where nobody's has.
func TestEntriesWithoutAUserAreClaimed(t *testing.T) {
	b := newFixture(t)
	old := secrets.Entry{Stamp: "2026-03-01T11:00:00Z"}
	for id, e := range map[string]secrets.Entry{"AK1": old, "AK2": {}, "AK9": {}} {
		check.Must(t, b.vault.Put(t.Context(), id, apptest.SecretOf(id), e, apptest.Always))
	}
	check.Must(t, b.another(ofUserKeys("u1", "AK1", "AK2")).Load(t.Context()))
	all := secretstest.Listed(t, b.vault)
	check.Equal(t, "AK1", all["AK1"], secrets.Entry{Stamp: old.Stamp, User: "u1"})
	check.Equal(t, "AK2", all["AK2"], secrets.Entry{User: "u1"})
	check.Equal(t, "AK9", all["AK9"], secrets.Entry{})
	check.Must(t, b.another(ofUserKeys("u1", "AK1")).Load(t.Context()))
	check.EqualSlices(t, "listed", secretstest.IDs(t, b.vault), "AK1", "AK9")
}

// TestAnotherAPIOnTheServer has two APIs on one server whose users have the same IDs.
func TestAnotherAPIOnTheServer(t *testing.T) {
	b := newFixture(t)
	other := secrets.NewVault(b.store, b.index, "http://server/other/api/v1")
	check.Must(t, other.Put(t.Context(), "BK1", apptest.SecretOf("BK1"), secrets.Entry{User: "u1"}, apptest.Always))
	k := b.another(ofUserKeys("u1", "AK1", "AK2"))
	check.Must(t, k.Load(t.Context()))
	check.EqualSlices(t, "stored of the other", secretstest.IDs(t, other), "BK1")
}
