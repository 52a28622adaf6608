package demo_test

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"sync"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestTheHandful(t *testing.T) {
	s := start(t, demo.Options{})
	keys := s.Keys()
	states := map[client.State]int{}
	idForm, secretForm := regexp.MustCompile(`^AK[A-Za-z0-9]{30}$`), regexp.MustCompile(`^[A-Za-z0-9]{32}$`)
	seen := map[string]bool{}
	for _, k := range keys {
		states[k.State]++
		if !idForm.MatchString(k.ID) || !secretForm.MatchString(s.SecretOf(k.ID).Reveal()) || seen[k.ID] {
			t.Errorf("key ID %s or its secret is not in the vendor's form", k.ID)
		}
		seen[k.ID] = true
		if age := time.Since(k.CreatedAt); age < 0 || age > 731*24*time.Hour || k.UserID != keys[0].UserID {
			t.Errorf("%+v is not believable", k)
		}
		if (k.State == client.StateDeleted) == k.DeletedAt.IsZero() || (k.State == client.StateExpired) == k.ValidUntil.IsZero() {
			t.Errorf("%+v: state and times disagree", k)
		}
	}
	if states[client.StateEnabled] < 2 || states[client.StateDisabled] != 1 || states[client.StateExpired] != 1 || states[client.StateDeleted] != 1 {
		t.Errorf("states are %v", states)
	}
	if !slices.IsSortedFunc(keys, func(a, b client.AccessKey) int { return a.CreatedAt.Compare(b.CreatedAt) }) {
		t.Error("not the oldest first")
	}
}

func TestTwoKeysEndSoon(t *testing.T) {
	s := start(t, demo.Options{Ending: true})
	var ending []time.Duration
	for _, k := range s.Keys() {
		if k.State != client.StateEnabled || k.ValidUntil.IsZero() {
			continue
		}
		left, life := time.Until(k.ValidUntil), k.ValidUntil.Sub(k.CreatedAt)
		if left < 0 || left > life/4 || k.ID == s.Credentials().KeyID {
			t.Errorf("%+v does not end soon, or locks the app out", k)
		}
		ending = append(ending, left)
	}
	if len(ending) != 2 || ending[0] < 7*24*time.Hour || ending[0] > 30*24*time.Hour || ending[1] > 3*24*time.Hour {
		t.Errorf("what ends does so in %v", ending)
	}
}

func TestHowManyKeys(t *testing.T) {
	for _, tt := range []struct {
		options demo.Options
		want    int
	}{
		{demo.Options{Empty: true}, 0},
		{demo.Options{Keys: 1}, 1},
		{demo.Options{Keys: 250}, 250},
	} {
		s := start(t, tt.options)
		c, err := client.SignIn(t.Context(), s.URL(), s.Credentials(), client.Options{})
		if err != nil {
			t.Fatal(err)
		}
		keys, err := c.List(t.Context())
		if err != nil || len(keys.Keys) != tt.want {
			t.Errorf("%+v: %d keys and %v", tt.options, len(keys.Keys), err)
		}
	}
}

func TestTransitions(t *testing.T) {
	const enable, disable, remove = "enable", "disable", "delete"
	for _, tt := range []struct {
		from client.State
		verb string
		to   client.State
		ok   bool
	}{
		{client.StateEnabled, enable, client.StateEnabled, true},
		{client.StateEnabled, disable, client.StateDisabled, true},
		{client.StateEnabled, remove, client.StateDeleted, true},
		{client.StateDisabled, enable, client.StateEnabled, true},
		{client.StateDisabled, disable, client.StateDisabled, true},
		{client.StateDisabled, remove, client.StateDeleted, true},
		{client.StateExpired, enable, client.StateExpired, false},
		{client.StateExpired, disable, client.StateExpired, false},
		{client.StateExpired, remove, client.StateDeleted, true},
		{client.StateDeleted, enable, client.StateDeleted, false},
		{client.StateDeleted, disable, client.StateDeleted, false},
		{client.StateDeleted, remove, client.StateDeleted, false},
	} {
		t.Run(string(tt.from)+" "+tt.verb, func(t *testing.T) {
			s := start(t, demo.Options{})
			c, err := client.SignIn(t.Context(), s.URL(), s.Credentials(), client.Options{})
			if err != nil {
				t.Fatal(err)
			}
			find := func(match func(client.AccessKey) bool) client.AccessKey {
				keys := s.Keys()
				return keys[slices.IndexFunc(keys, match)]
			}
			id := find(func(k client.AccessKey) bool { return k.State == tt.from && k.ID != c.KeyID() }).ID
			change := map[string]func(context.Context, string) error{enable: c.Enable, disable: c.Disable, remove: c.Delete}
			err = change[tt.verb](t.Context(), id)
			var e *client.Error
			refused := errors.As(err, &e) && e.Kind == client.KindRefused && e.Status == 400 && e.Code == 400
			if (err == nil) != tt.ok || !tt.ok && !refused {
				t.Errorf("error is %v", err)
			}
			got := find(func(k client.AccessKey) bool { return k.ID == id })
			if got.State != tt.to || (got.State == client.StateDeleted) == got.DeletedAt.IsZero() {
				t.Errorf("afterwards %+v, want %s", got, tt.to)
			}
		})
	}
}

func TestManyAtOnce(t *testing.T) {
	s := start(t, demo.Options{})
	c, err := client.SignIn(t.Context(), s.URL(), s.Credentials(), client.Options{})
	if err != nil {
		t.Fatal(err)
	}
	before := len(s.Keys())
	const makers = 8
	var wg sync.WaitGroup
	for range makers {
		wg.Go(func() {
			created, err := c.Create(t.Context(), nil)
			if err != nil || len(created.NewIDs) == 0 {
				t.Errorf("%v and %v", created.NewIDs, err)
			}
		})
	}
	wg.Wait()
	if got := len(s.Keys()) - before; got != makers {
		t.Errorf("%d keys made, want %d", got, makers)
	}
}
