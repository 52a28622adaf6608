package app

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/rotation"
	"accesskeys/client"
	"accesskeys/client/demo"
)

const (
	// accountStepsEnv is how many steps TestAccountsRun does.
	accountStepsEnv = "ACCESSKEYS_ACCOUNT_STEPS"
	accountSteps    = 300
)

// TestAccountsRun switches between accounts, acts and has things fail at random. No request, no entry of the keyring and
// no file may be another account's.
func TestAccountsRun(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	seed, steps := faultSeed(t), accountSteps
	t.Logf("%s=%d repeats this run", faultSeedEnv, seed)
	if given := os.Getenv(accountStepsEnv); given != "" {
		n, err := strconv.Atoi(given)
		check.Must(t, err)
		steps = n
	}
	rng := rand.New(rand.NewPCG(seed, 16))
	h := newHousehold(t)
	count := map[string]int{}
	for step := range steps {
		what := h.step(rng)
		count[what]++
		h.judge(fmt.Sprintf("step %d, %s", step, what))
	}
	h.settle()
	h.judge("the end")
	for i, w := range h.servers {
		w.mu.Lock()
		signed := w.signed
		w.mu.Unlock()
		if signed < steps/20 {
			t.Errorf("server %d was asked only %d times", i, signed)
		}
	}
	t.Logf("steps: %s", counts(count))
}

// settle fails unless each account works once nothing fails any more, and begins with its own list.
func (h *household) settle() {
	h.Helper()
	h.mend()
	for i := range h.servers {
		h.signIn(i)
		check.Must(h, h.app.Sessions.KeepList(h.session))
	}
	for i, w := range h.servers {
		h.leave()
		id, _ := h.account(i)
		s, err := h.app.Sessions.Open(h.Context(), id)
		check.Must(h, err)
		if _, kept := s.Keys().Find(w.Credentials().KeyID); !kept {
			h.Errorf("account %d begins without its list", i)
		}
		check.Must(h, s.Keys().Load(h.Context()))
		h.session, h.open = s, i
	}
}

// step does something.
func (h *household) step(rng *rand.Rand) (what string) {
	i := rng.IntN(len(h.servers))
	switch n := rng.IntN(100); {
	case n < 40:
		return h.switchTo(i)
	case n < 75:
		return h.act(rng)
	case n < 90:
		return h.fail(rng, i)
	case n < 94:
		h.mend()
		return "mend"
	case n < 96:
		h.leave()
		h.app = New(h.config)
		if s, err := h.app.Sessions.Resume(h.Context()); err == nil {
			h.session, h.open = s, h.serverOf(s.Endpoint().Base)
		}
		return "restart"
	case n < 98:
		return h.logOut(rng)
	}
	id, listed := h.account(i)
	if !listed {
		h.signIn(i)
		return "add"
	}
	if h.session != nil && h.open == i {
		h.takeOff(i, id, h.session, true)
		h.session = nil
		return "remove"
	}
	h.takeOff(i, id, nil, rng.IntN(2) == 0)
	return "remove another"
}

// switchTo opens the account at a server, or signs in to it where it asks for that.
func (h *household) switchTo(i int) string {
	h.leave()
	id, _ := h.account(i)
	s, err := h.app.Sessions.Open(h.Context(), id)
	if err != nil {
		h.signIn(i)
		return "sign in"
	}
	h.session, h.open = s, i
	_ = s.LoadKeys(h.Context())
	return "switch"
}

func (h *household) serverOf(base string) int {
	for i, w := range h.servers {
		if w.at(base) {
			return i
		}
	}
	h.Fatalf("there is no server at %s", base)
	return 0
}

// act does something in the account that is open.
func (h *household) act(rng *rand.Rand) string {
	s := h.session
	if s == nil {
		return "nothing"
	}
	ctx, list := h.Context(), s.Keys().All()
	switch n := rng.IntN(6); {
	case n == 0 || len(list) == 0:
		_ = s.Keys().Load(ctx)
		return "load"
	case n == 1:
		_ = h.app.Sessions.KeepList(s)
		return "keep the list"
	case n == 2:
		s.Lock()
		_ = h.app.Sessions.Unlock(ctx, s)
		return "lock"
	case n == 3:
		if len(list) < 20 {
			_, _ = s.Keys().Create(ctx)
			h.others()
		}
		return "create"
	}
	k := list[rng.IntN(len(list))]
	switch {
	case rng.IntN(4) == 0:
		ref := keys.RefOf(s.Keys(), k.ID)
		_ = h.app.Notes.Change(ref, h.app.Notes.Of(ref), notes.Note{Label: fmt.Sprint("server ", h.open)})
		_ = rotation.Starting(ctx, h.app.NewGuide(s, time.Now), rotation.OrderSafe).Use(ctx, k.ID, list[rng.IntN(len(list))].ID)
		return "note and replace"
	case rng.IntN(2) == 0:
		if r, err := s.Keys().Reveal(ctx, k.ID); err == nil {
			s.Keys().Keep(ctx, k.ID, r)
		}
		return "reveal"
	case k.Own:
		return "nothing"
	case k.State == client.StateEnabled:
		_ = s.Keys().Do(ctx, keys.OpDisable, k.ID)
		return "disable"
	}
	_ = s.Keys().Do(ctx, keys.OpEnable, k.ID)
	return "enable"
}

// fail has a server or the keyring fail from now on.
func (h *household) fail(rng *rand.Rand, i int) string {
	w := h.servers[i]
	switch rng.IntN(6) {
	case 0:
		w.refuse(true)
		return "refused"
	case 1:
		w.refuse(false)
		w.SetFaults(demo.Faults{Status: 403})
		return "forbidden"
	case 2:
		w.refuse(false)
		w.SetFaults(demo.Faults{Malformed: true, Times: 3})
		return "malformed"
	case 3:
		w.refuse(false)
		w.SetFaults(demo.Faults{Match: demo.On("PUT", ""), HTML: true, AfterHandling: true, Times: 1})
		return "lost answer"
	case 4:
		h.store.FailWith(&keyring.Error{Kind: keyring.Refused})
		return "no keyring"
	}
	h.store.Mu.Lock()
	maps.DeleteFunc(h.store.Entries, func(name, _ string) bool { return strings.HasPrefix(name, keyring.ServiceSignIn+"/"+w.url) })
	h.store.Mu.Unlock()
	return "lost entry"
}

func (h *household) mend() {
	h.store.FailWith(nil)
	for _, w := range h.servers {
		w.refuse(false)
	}
}

func (h *household) logOut(rng *rand.Rand) string {
	if rng.IntN(4) == 0 {
		_ = h.app.Sessions.LogOutAll(h.Context(), h.session, true)
		h.session = nil
		return "log out of all"
	}
	if h.session != nil {
		_ = h.app.Sessions.LogOut(h.Context(), h.session, rng.IntN(2) == 0)
		h.session = nil
	}
	return "log out"
}
