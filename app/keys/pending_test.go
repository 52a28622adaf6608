package keys

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/secrets"
	"accesskeys/client"
)

// resolving is a fixture that writes down what is resolved.
func resolving(t *testing.T, ids ...string) (*fixture, *[]string) {
	f := loaded(t, ids...)
	var told []string
	f.keys.Resolved.Subscribe(func(s Resolved) {
		told = append(told, fmt.Sprintf("%s %s %s %s", s.ID, s.Op, s.Result, s.State))
	})
	return f, &told
}

// lose has the answers to a call lost, with or without its being carried out.
func (f *fixture) lose(call string, carriedOut bool, id string, to client.State) {
	f.backend.Fail[call] = kind(client.KindTimeout)
	if carriedOut {
		f.backend.Mu.Lock()
		defer f.backend.Mu.Unlock()
		f.backend.Set(id, to)
	}
}

func (f *fixture) drop(id string) {
	f.backend.Mu.Lock()
	defer f.backend.Mu.Unlock()
	for i, k := range f.backend.Keys {
		if k.ID == id {
			f.backend.Keys = append(f.backend.Keys[:i:i], f.backend.Keys[i+1:]...)
			return
		}
	}
}

func (f *fixture) pendingOf(id string) Operation {
	k, _ := f.keys.Find(id)
	return k.Pending
}

var changes = []struct {
	op       Operation
	from, to client.State
}{
	{OpEnable, client.StateDisabled, client.StateEnabled},
	{OpDisable, client.StateEnabled, client.StateDisabled},
	{OpDelete, client.StateEnabled, client.StateDeleted},
}

func TestLostAnswerIsResolvedByReadingTheKey(t *testing.T) {
	for _, c := range changes {
		t.Run(string(c.op)+" was carried out", func(t *testing.T) {
			f, told := resolving(t, "AK2")
			f.backend.Set("AK2", c.from)
			check.Must(t, f.keys.Load(t.Context()))
			f.lose(string(c.op), true, "AK2", c.to)
			check.Must(t, f.keys.Do(t.Context(), c.op, "AK2"))
			check.Equal(t, "state", f.state("AK2"), c.to)
			check.Equal(t, "told besides", len(*told), 0)
		})
		t.Run(string(c.op)+" was not", func(t *testing.T) {
			f, _ := resolving(t, "AK2")
			f.backend.Set("AK2", c.from)
			check.Must(t, f.keys.Load(t.Context()))
			f.lose(string(c.op), false, "AK2", c.to)
			err := f.keys.Do(t.Context(), c.op, "AK2")
			var lost *UnacknowledgedError
			if !errors.As(err, &lost) || !lost.Read || lost.State != c.from || Uncertain(err) {
				t.Errorf("got %#v", err)
			}
			check.Equal(t, "state", f.state("AK2"), c.from)
			check.Equal(t, "pending", f.pendingOf("AK2"), "")
		})
		t.Run(string(c.op)+" and the key is gone", func(t *testing.T) {
			f, _ := resolving(t, "AK2")
			f.backend.Set("AK2", c.from)
			check.Must(t, f.keys.Load(t.Context()))
			check.Must(t, f.vault.Put(t.Context(), "AK2", apptest.SecretOf("AK2"), secrets.Entry{}, apptest.Always))
			f.lose(string(c.op), false, "AK2", c.to)
			f.drop("AK2")
			err := f.keys.Do(t.Context(), c.op, "AK2")
			var lost *UnacknowledgedError
			if errors.As(err, &lost); (err == nil) != (c.op == OpDelete) || err != nil && lost.State != client.StateDeleted {
				t.Errorf("got %#v", err)
			}
			check.Equal(t, "state", f.state("AK2"), "not listed")
			check.EqualSlices(t, "keyring", f.store.Names())
		})
	}
}

func TestUnknownOutcomeIsResolvedByTheNextList(t *testing.T) {
	for _, c := range changes {
		for _, carriedOut := range []bool{true, false} {
			t.Run(fmt.Sprint(c.op, " carried out: ", carriedOut), func(t *testing.T) {
				f, told := resolving(t, "AK2", "AK3")
				f.backend.Set("AK2", c.from)
				check.Must(t, f.keys.Load(t.Context()))
				f.lose(string(c.op), carriedOut, "AK2", c.to)
				f.backend.Fail["read"] = kind(client.KindUnreachable)
				if err := f.keys.Do(t.Context(), c.op, "AK2"); !Uncertain(err) {
					t.Fatalf("got %v", err)
				}
				check.Equal(t, "pending", f.pendingOf("AK2"), c.op)
				f.backend.Fail = map[string]error{}
				if err := f.keys.Do(t.Context(), OpEnable, "AK2"); !errors.Is(err, ErrPending) {
					t.Errorf("another change: %v, want ErrPending", err)
				}
				check.Equal(t, "requests", f.backend.Calls("enable"), map[bool]int{true: 1}[c.op == OpEnable])
				check.Must(t, check.Second(f.keys.Reveal(t.Context(), "AK2")))

				check.Must(t, f.keys.Load(t.Context()))
				check.Must(t, f.keys.Load(t.Context()))
				want := fmt.Sprintf("AK2 %s not-done %s", c.op, c.from)
				if carriedOut {
					want = fmt.Sprintf("AK2 %s done %s", c.op, c.to)
				}
				check.EqualSlices(t, "told", *told, want)
				check.Equal(t, "pending", f.pendingOf("AK2"), "")
			})
		}
	}
}

// A list that was asked for before the answer was lost may not know of the change yet. So it is read again.
func TestListUnderWayDoesNotResolve(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, told := resolving(t, "AK2")
		release := f.backend.Hold("list")
		wait := check.Background(func() error { return f.keys.Load(t.Context()) })
		f.lose("disable", true, "AK2", client.StateDisabled)
		f.backend.Fail["read"] = kind(client.KindUnreachable)
		check.Equal(t, "uncertain", Uncertain(f.keys.Do(t.Context(), OpDisable, "AK2")), true)
		lists := f.backend.Calls("list")
		again := f.backend.Hold("list")
		release()
		synctest.Wait()
		check.Equal(t, "pending", f.pendingOf("AK2"), OpDisable)
		again()
		check.Must(t, wait())
		check.EqualSlices(t, "told", *told, "AK2 disable done disabled")
		check.Equal(t, "lists besides", f.backend.Calls("list")-lists, 1)
	})
}

func TestKeyThatAnotherUsersListLacksIsNotGone(t *testing.T) {
	f := newFixture(t)
	f.backend.Keys = ofUserKeys("u1", "AK1", "AK2")
	check.Must(t, f.keys.Load(t.Context()))
	seen, _ := f.keys.Find("AK2")
	f.backend.Keys = ofUserKeys("u2", "BK1")
	var unchecked *UncheckedError
	if err := doAsSeen(t.Context(), f.keys, OpDelete, seen); !errors.As(err, &unchecked) {
		t.Errorf("got %v", err)
	}
	check.Equal(t, "state", f.state("AK2"), client.StateEnabled)
}

func TestOnlyKeyWhoseDeletionWasLostResolves(t *testing.T) {
	f, told := resolving(t, "AK2")
	f.lose("delete", false, "AK2", "")
	f.backend.Fail["read"] = kind(client.KindUnreachable)
	check.Equal(t, "uncertain", Uncertain(f.keys.Do(t.Context(), OpDelete, "AK2")), true)
	f.drop("AK2")
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told", *told, "AK2 delete done deleted")
}

// Of another user's list, nothing is known of the keys of this one.
func TestAnotherUsersListResolvesNothing(t *testing.T) {
	f, told := resolving(t)
	f.backend.Keys = ofUserKeys("u1", "AK1", "AK2")
	check.Must(t, f.keys.Load(t.Context()))
	f.lose("delete", false, "AK2", "")
	f.backend.Fail["read"] = kind(client.KindUnreachable)
	check.Equal(t, "uncertain", Uncertain(f.keys.Do(t.Context(), OpDelete, "AK2")), true)
	own := f.backend.Keys
	f.backend.Keys = ofUserKeys("u2", "BK1")
	check.Equal(t, "refused", errors.Is(f.keys.Load(t.Context()), ErrOwnerMismatch), true)
	check.Equal(t, "told", len(*told), 0)
	f.backend.Keys = own
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told once it is the user's again", *told, "AK2 delete not-done enabled")
}

func TestKeyThatIsGoneResolves(t *testing.T) {
	f, told := resolving(t, "AK2", "AK3", "AK4")
	f.backend.Fail["read"] = kind(client.KindUnreachable)
	f.lose("enable", false, "AK2", "")
	f.lose("delete", false, "AK3", "")
	check.Equal(t, "uncertain", Uncertain(f.keys.Do(t.Context(), OpEnable, "AK2")), true)
	check.Equal(t, "uncertain", Uncertain(f.keys.Do(t.Context(), OpDelete, "AK3")), true)
	f.drop("AK2")
	f.drop("AK3")
	check.Must(t, f.keys.Load(t.Context()))
	check.EqualSlices(t, "told", *told, "AK2 enable not-done deleted", "AK3 delete done deleted")
}

func TestOwnKeyThatIsNotLetInAnyMoreIsDone(t *testing.T) {
	t.Run("at once", func(t *testing.T) {
		f, _ := resolving(t, "AK1")
		f.lose("disable", true, "AK1", client.StateDisabled)
		f.backend.Fail["read"] = kind(client.KindUnauthorized)
		check.Must(t, f.keys.Do(t.Context(), OpDisable, "AK1"))
		check.Equal(t, "state", f.state("AK1"), client.StateDisabled)
	})
	t.Run("at the next list", func(t *testing.T) {
		f, told := resolving(t, "AK1")
		f.lose("delete", true, "AK1", client.StateDeleted)
		f.backend.Fail["read"] = kind(client.KindUnreachable)
		check.Equal(t, "uncertain", Uncertain(f.keys.Do(t.Context(), OpDelete, "AK1")), true)
		f.backend.Fail["list"] = kind(client.KindUnauthorized)
		check.Equal(t, "kind", client.KindOf(f.keys.Load(t.Context())), client.KindUnauthorized)
		check.EqualSlices(t, "told", *told, "AK1 delete done deleted")
		check.Equal(t, "state", f.state("AK1"), client.StateDeleted)
	})
	t.Run("but another key's change is not known by that", func(t *testing.T) {
		f, told := resolving(t, "AK1", "AK2")
		f.lose("disable", true, "AK2", client.StateDisabled)
		f.backend.Fail["read"] = kind(client.KindUnauthorized)
		check.Equal(t, "uncertain", Uncertain(f.keys.Do(t.Context(), OpDisable, "AK2")), true)
		f.backend.Fail["list"] = kind(client.KindUnauthorized)
		check.Equal(t, "kind", client.KindOf(f.keys.Load(t.Context())), client.KindUnauthorized)
		check.Equal(t, "told", len(*told), 0)
	})
}

func TestChangeIsLookedAtAlthoughItsTimeIsUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, _ := resolving(t, "AK2")
		ctx, cancel := context.WithCancel(t.Context())
		f.backend.Hold("disable")
		wait := check.Background(func() error { return f.keys.Do(ctx, OpDisable, "AK2") })
		cancel()
		check.Must(t, wait())
		check.Equal(t, "state", f.state("AK2"), client.StateDisabled)
	})
}

func TestKeyThatChangedSinceItWasSeenIsLeftBe(t *testing.T) {
	for _, op := range []Operation{OpDisable, OpDelete} {
		f := loaded(t, "AK2")
		seen, _ := f.keys.Find("AK2")
		f.backend.Set("AK2", client.StateExpired)
		var changed *ChangedError
		if err := doAsSeen(t.Context(), f.keys, op, seen); !errors.As(err, &changed) || changed.State != client.StateExpired {
			t.Errorf("%s: %v", op, err)
		}
		check.Equal(t, "requests", f.backend.Calls(string(op)), 0)
		check.Equal(t, "state", f.state("AK2"), client.StateExpired)

		f.drop("AK2")
		seen.State = client.StateExpired
		if err := doAsSeen(t.Context(), f.keys, op, seen); !errors.As(err, &changed) || changed.State != client.StateDeleted {
			t.Errorf("%s: %v", op, err)
		}
		check.Equal(t, "state", f.state("AK2"), "not listed")
	}
}

func TestKeyThatCannotBeReadIsLeftBe(t *testing.T) {
	f := loaded(t, "AK2")
	seen, _ := f.keys.Find("AK2")
	f.backend.Fail["read"] = kind(client.KindTimeout)
	err := doAsSeen(t.Context(), f.keys, OpDelete, seen)
	var unchecked *UncheckedError
	if !errors.As(err, &unchecked) || client.KindOf(err) != client.KindTimeout || Uncertain(err) {
		t.Errorf("got %v", err)
	}
	check.Equal(t, "requests", f.backend.Calls("delete"), 0)
	check.Equal(t, "pending", f.pendingOf("AK2"), "")
}

func TestKeyThatIsAsItWasSeenIsDone(t *testing.T) {
	f := loaded(t, "AK2")
	seen, _ := f.keys.Find("AK2")
	check.Must(t, doAsSeen(t.Context(), f.keys, OpDelete, seen))
	check.Equal(t, "state", f.state("AK2"), client.StateDeleted)
}

// A proxy on the way may answer 404 for whatever it cannot reach.
func TestKeyIsGoneOnlyWhenItIsNotListed(t *testing.T) {
	f := loaded(t, "AK2")
	seen, _ := f.keys.Find("AK2")
	f.backend.Fail["read"] = kind(client.KindNotFound)
	check.Must(t, doAsSeen(t.Context(), f.keys, OpDisable, seen))
	f.backend.Fail["list"] = kind(client.KindServer)
	f.lose("enable", false, "AK2", "")
	check.Equal(t, "uncertain", Uncertain(f.keys.Do(t.Context(), OpEnable, "AK2")), true)
}

// So may it for a change, which then has not been made.
func TestKeyThatTheServerDoesNotHaveButListsIsNotDeleted(t *testing.T) {
	for _, c := range changes {
		f := loaded(t, "AK2")
		f.backend.Set("AK2", c.from)
		check.Must(t, f.keys.Load(t.Context()))
		f.backend.Fail[string(c.op)] = kind(client.KindNotFound)
		if err := f.keys.Do(t.Context(), c.op, "AK2"); client.KindOf(err) != client.KindNotFound || errors.Is(err, ErrNotListed) {
			t.Errorf("%s: %v", c.op, err)
		}
		check.Equal(t, "state", f.state("AK2"), c.from)
	}
}

func TestRefusalOfAKeyThatChangedSaysSo(t *testing.T) {
	f := loaded(t, "AK2", "AK3")
	f.backend.Set("AK2", client.StateDeleted)
	f.backend.Fail["enable"] = kind(client.KindRefused)
	err := f.keys.Do(t.Context(), OpEnable, "AK2")
	var changed *ChangedError
	if !errors.As(err, &changed) || changed.State != client.StateDeleted {
		t.Errorf("got %v", err)
	}
	check.Equal(t, "state", f.state("AK2"), client.StateDeleted)
	if err := f.keys.Do(t.Context(), OpEnable, "AK3"); errors.As(err, &changed) || client.KindOf(err) != client.KindRefused {
		t.Errorf("got %v", err)
	}
}

func TestBatchLeavesBeWhatChangedSinceTheQuestion(t *testing.T) {
	f, s := batchFixture(t, nil, "AK2", "AK3", "AK4")
	seen := f.seen("AK2", "AK3", "AK4")
	f.backend.Set("AK2", client.StateDisabled)
	f.backend.Set("AK3", client.StateDeleted)
	b := f.keys.Batch(t.Context(), OpDelete, seen, quiet)
	check.EqualSlices(t, "outcomes", results(b), "AK2 skipped changed", "AK3 skipped deleted", "AK4 done")
	check.Equal(t, "what it is now", b.Outcomes[0].State, client.StateDisabled)
	check.EqualSlices(t, "calls", s.did, "delete AK4")
	check.Equal(t, "left", len(b.Left()), 0)
}

func TestBatchDoesNothingWithoutAList(t *testing.T) {
	f, s := batchFixture(t, nil, "AK2", "AK3")
	f.backend.Fail["list"] = kind(client.KindUnreachable)
	b := f.keys.Batch(t.Context(), OpDelete, f.seen("AK2", "AK3"), quiet)
	check.EqualSlices(t, "outcomes", results(b), "AK2 not-tried", "AK3 not-tried")
	check.Equal(t, "ending", b.Ending, EndUnread)
	check.Equal(t, "why", client.KindOf(b.Err), client.KindUnreachable)
	check.Equal(t, "calls", len(s.did), 0)
}

// A change that is under way when the user logs out is finished, and signed, first.
func TestLogOutLetsAChangeEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f, _ := resolving(t, "AK2", "AK3")
		release := f.backend.Hold("disable")
		wait := check.Background(func() error { return f.keys.Do(t.Context(), OpDisable, "AK2") })
		f.keys.Retire(f.backend.Lock)
		check.Equal(t, "locked at once", f.backend.IsLocked(), false)
		if err := f.keys.Do(t.Context(), OpDisable, "AK3"); !errors.Is(err, ErrSignedOut) {
			t.Errorf("another change: %v", err)
		}
		if _, err := f.keys.Create(t.Context()); !errors.Is(err, ErrSignedOut) {
			t.Errorf("a new key: %v", err)
		}
		release()
		check.Must(t, wait())
		check.Equal(t, "locked in the end", f.backend.IsLocked(), true)
	})
}
