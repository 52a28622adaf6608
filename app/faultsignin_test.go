package app

import (
	"maps"
	"math/rand/v2"

	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/client"
)

// signInCalmly signs in with an enabled key while nothing goes wrong.
func (w *faultWorld) signInCalmly() {
	w.proxy.begin(operation{number: w.step, rng: rand.New(rand.NewPCG(w.seed, 0))})
	for _, id := range w.model.order {
		if w.model.states[id] == client.StateEnabled {
			creds := client.Credentials{KeyID: id, Secret: w.model.secrets[id]}
			s, err := w.app.Sessions.SignIn(w.t.Context(), w.proxy.url(), creds)
			if err != nil {
				w.fail("signing in on a calm network: %v", err)
				return
			}
			w.open(s)
			w.remember()
			return
		}
	}
	w.over = true // no key is left to sign in with
}

// open has a session be the one that is worked with. It is told what an earlier one of the same sign-in was waiting for.
func (w *faultWorld) open(s *session.Session) {
	w.mu.Lock()
	w.past.states = nil
	if before := w.session; before != nil {
		before.CloseIdleConnections()
		if signInName(before) != signInName(s) {
			w.others[signInName(before)] = w.pending
			w.pending = map[string]keys.Operation{}
			maps.Copy(w.pending, w.others[signInName(s)])
			for _, number := range w.lost {
				w.orphans[number] = true
			}
			w.lost = nil
		}
	}
	w.session = s
	w.mu.Unlock()
	s.Keys().Resolved.SubscribeHeld(func(resolved keys.Resolved) {
		w.mu.Lock()
		defer w.mu.Unlock()
		if wrong := w.resolved(resolved); wrong != "" {
			w.surprises = append(w.surprises, wrong)
		}
	})
}

// signInName tells sign-ins apart: the same key at another address of the API is another one.
func signInName(s *session.Session) string { return s.Endpoint().Base + " " + s.KeyID() }

func (w *faultWorld) remember() {
	if err := w.app.Sessions.Remember(w.t.Context(), w.session); err != nil {
		w.fail("remembering the sign-in: %v", err)
	}
}
