package app

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"accesskeys/client"
)

// ofUser are keys that a server says are a user's.
func ofUser(user string, ids ...string) []client.AccessKey {
	var keys []client.AccessKey
	for _, id := range ids {
		keys = append(keys, client.AccessKey{ID: id, UserID: user, State: client.StateEnabled})
	}
	return keys
}

// another opens another session on the server and the keyring of f, with a list.
func (b *fixture) another(list []client.AccessKey) *Keys {
	b.backend.keys = list
	return newKeys(b.backend, b.vault, b.keys.log, time.Now)
}

// TestAnotherUsersSecretsStay has one user sign in after another on the same server.
func TestAnotherUsersSecretsStay(t *testing.T) {
	for name, tt := range map[string]struct {
		first, second []client.AccessKey
		back          []client.AccessKey // the first user's list when they are back
		want          []string           // listed in the vault then
	}{
		"nothing changed":       {ofUser("u1", "AK1", "AK2"), ofUser("u2", "BK1"), ofUser("u1", "AK1", "AK2"), []string{"AK1", "AK2"}},
		"one gone meanwhile":    {ofUser("u1", "AK1", "AK2"), ofUser("u2", "BK1"), ofUser("u1", "AK1"), []string{"AK1"}},
		"the other has no keys": {ofUser("u1", "AK1", "AK2"), nil, ofUser("u1", "AK1", "AK2"), []string{"AK1", "AK2"}},
		"no keys when back":     {ofUser("u1", "AK1", "AK2"), ofUser("u2", "BK1"), nil, []string{"AK1", "AK2"}},
		"users are not said":    {ofUser("", "AK1", "AK2"), nil, ofUser("", "AK1"), []string{"AK1"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := newFixture(t)
			k := b.another(tt.first)
			must(t, k.Load(t.Context()))
			for _, id := range []string{"AK1", "AK2"} {
				r, err := k.Reveal(t.Context(), id)
				must(t, err)
				k.Keep(t.Context(), id, r)
			}
			must(t, b.another(tt.second).Load(t.Context()))
			equalSlices(t, "after the other", stored(t, b.vault), "AK1", "AK2")
			must(t, b.another(tt.back).Load(t.Context()))
			equalSlices(t, "when back", stored(t, b.vault), tt.want...)
		})
	}
}

func TestDoubtfulListIsToldOnceAndForgetsNothing(t *testing.T) {
	for name, tt := range map[string]struct {
		next []client.AccessKey
		want Doubt
	}{
		"empty":              {nil, DoubtNone},
		"another user's":     {ofUser("u2", "BK1"), DoubtNone},
		"without the own":    {ofUser("u1", "AK2"), DoubtOwn},
		"the own is deleted": {[]client.AccessKey{{ID: "AK1", UserID: "u1", State: client.StateDeleted}}, ""},
		"less":               {ofUser("u1", "AK1"), ""},
		"more":               {ofUser("u1", "AK0", "AK1", "AK2", "AK3"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := newFixture(t)
			k := b.another(ofUser("u1", "AK1", "AK2", "AK3"))
			must(t, k.Load(t.Context()))
			for _, id := range []string{"AK2", "AK3"} {
				must(t, b.vault.Put(t.Context(), id, secretOf(id), entry{User: "u1"}, always))
			}
			b.backend.keys = tt.next
			must(t, k.Load(t.Context()))
			must(t, k.Load(t.Context())) // it does not get used to it
			var told []Doubt
			k.OnDoubt(func(d Doubt) { told = append(told, d) })
			if tt.want == "" {
				equal(t, "times told", len(told), 0)
				equal(t, "AK2 is kept", len(stored(t, b.vault)) == 2, name == "more")
				return
			}
			equalSlices(t, "told", told, tt.want)
			equalSlices(t, "kept", stored(t, b.vault), "AK2", "AK3")

			b.backend.keys = ofUser("u1", "AK1", "AK3") // as it was, but for one
			must(t, k.Load(t.Context()))
			equalSlices(t, "kept once it is the user's again", stored(t, b.vault), "AK3")
			equal(t, "times told", len(told), 1)
		})
	}
}

func TestKeysOfADoubtfulListAreNotClaimed(t *testing.T) {
	b := newFixture(t)
	k := b.another(ofUser("", "AK1", "AK2"))
	must(t, k.Load(t.Context()))
	must(t, b.vault.Put(t.Context(), "BK1", secretOf("BK1"), entry{User: "user of BK1"}, always))
	b.backend.keys = ofUser("", "BK1")
	must(t, k.Load(t.Context()))
	b.backend.keys = ofUser("", "AK1", "AK2")
	must(t, k.Load(t.Context()))
	equalSlices(t, "kept", stored(t, b.vault), "BK1")
}

func TestDeletedByHandIsForgottenInDoubtToo(t *testing.T) {
	b := newFixture(t)
	k := b.another(ofUser("u1", "AK1", "AK2"))
	must(t, k.Load(t.Context()))
	b.backend.keys = ofUser("u2", "BK1", "BK2")
	must(t, k.Load(t.Context()))
	for _, id := range []string{"AK2", "BK1", "BK2"} {
		must(t, b.vault.Put(t.Context(), id, secretOf(id), entry{}, always))
	}
	must(t, k.Do(t.Context(), OpDelete, "BK1"))
	b.backend.keys = ofUser("u2", "BK1")
	b.backend.fail["delete"] = &client.Error{Kind: client.KindNotFound}
	b.drop("BK2")
	must(t, k.Do(t.Context(), OpDelete, "BK2"))
	equalSlices(t, "kept", stored(t, b.vault), "AK2")
}

// A 404 and a list of another user do not make a key gone.
func TestAnotherUsersListMakesNoKeyGone(t *testing.T) {
	b := newFixture(t)
	k := b.another(ofUser("u1", "AK1", "AK2"))
	must(t, k.Load(t.Context()))
	must(t, b.vault.Put(t.Context(), "AK2", secretOf("AK2"), entry{User: "u1"}, always))
	seen, _ := k.Find("AK2")
	b.backend.keys = ofUser("u2", "BK1")
	b.backend.fail["delete"] = kind(client.KindNotFound)

	equal(t, "delete", client.KindOf(k.Do(t.Context(), OpDelete, "AK2")), client.KindNotFound)
	var unchecked *UncheckedError
	if err := k.DoAsSeen(t.Context(), OpDelete, seen); !errors.As(err, &unchecked) {
		t.Errorf("delete as seen: %v, want that it could not be checked", err)
	}
	b.backend.fail["delete"] = &client.Error{Kind: client.KindTimeout, Lost: true}
	equal(t, "a lost delete is uncertain", Uncertain(k.Do(t.Context(), OpDelete, "AK2")), true)
	_, listed := k.Find("AK2")
	equal(t, "listed", listed, true)
	equalSlices(t, "kept", stored(t, b.vault), "AK2")
}

// TestAnotherUsersKeysAreNotCreated has a server that answers as another user before or after it has made a key.
func TestAnotherUsersKeysAreNotCreated(t *testing.T) {
	mine, theirs := ofUser("u1", "AK1", "AK2"), ofUser("u2", "BK1", "BK2")
	with := append(slices.Clone(mine), ofUser("u1", "NEW")...)
	for name, tt := range map[string]struct {
		made      client.Creation
		ids       []string
		uncertain bool
	}{
		"after":  {client.Creation{Before: mine, After: client.Listing{Keys: theirs}, NewIDs: []string{"BK1", "BK2"}}, nil, true},
		"before": {client.Creation{Before: theirs, After: client.Listing{Keys: with}, NewIDs: []string{"AK1", "AK2", "NEW"}}, []string{"NEW"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			f, told := settling(t)
			f.backend.keys = slices.Clone(mine)
			must(t, f.keys.Load(t.Context()))
			f.keys.backend = creating{f.backend, tt.made}
			ids, err := f.keys.Create(t.Context())
			equalSlices(t, "new", ids, tt.ids...)
			equal(t, "uncertain", Uncertain(err), tt.uncertain)
			equal(t, "told", len(*told), 0)
			f.backend.keys = slices.Clone(with)
			must(t, f.keys.Load(t.Context()))
			if tt.uncertain {
				equalSlices(t, "told when the list is the user's", *told, "NEW create done enabled")
			}
		})
	}
}

// creating is a back end that says that it has made a key so.
type creating struct {
	*fakeBackend
	made client.Creation
}

func (c creating) Create(context.Context) (client.Creation, error) { return c.made, nil }

// TestIndexOfEarlierVersionsIsRead has entries without a user: they are claimed by whose list has them, and
// stay where nobody's has.
func TestIndexOfEarlierVersionsIsRead(t *testing.T) {
	b := newFixture(t)
	const old = `{"http://server/api/v1": {"AK1": "2026-03-01T11:00:00Z", "AK2": "", "AK9": ""}}`
	must(t, os.WriteFile(b.vault.index.file.Path, []byte(old), 0o600))
	must(t, b.another(ofUser("u1", "AK1", "AK2")).Load(t.Context()))
	all := listedIn(t, b.vault)
	equal(t, "AK1", all["AK1"], entry{Stamp: "2026-03-01T11:00:00Z", User: "u1"})
	equal(t, "AK2", all["AK2"], entry{User: "u1"})
	equal(t, "AK9", all["AK9"], entry{})
	content, err := os.ReadFile(b.vault.index.file.Path)
	must(t, err)
	if !strings.Contains(string(content), `"AK9": ""`) {
		t.Errorf("index: %s", content)
	}
	must(t, b.another(ofUser("u1", "AK1")).Load(t.Context()))
	equalSlices(t, "listed", stored(t, b.vault), "AK1", "AK9")
}
