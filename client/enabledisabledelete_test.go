package client_test

import (
	"context"
	"errors"
	"net/http"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestRefusalCarriesTheServersWords(t *testing.T) {
	s := start(t, demo.Options{})
	c := signedIn(t, s, client.Options{})
	s.SetFaults(demo.Faults{RefuseMutations: "quota\nused up"})
	id := other(t, s, client.StateEnabled)
	for name, err := range map[string]error{
		"enable":  c.Enable(t.Context(), id),
		"disable": c.Disable(t.Context(), id),
		"delete":  c.Delete(t.Context(), id),
		"create":  func() error { _, err := c.Create(t.Context(), nil); return err }(),
	} {
		var e *client.Error
		if !errors.As(err, &e) || e.Kind != client.KindRefused || e.Code != 1 || e.Message != "quota used up" || e.Status != 200 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNoContentIsSuccessOfAChangeOnly(t *testing.T) {
	c := resume(t, serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }))
	wantKind(t, c.Delete(t.Context(), "AK1"), "")
	_, err := c.List(t.Context())
	wantKind(t, err, client.KindMalformed)
}

func TestAChangeIsDoneWhenOnlyItsAnswerWasLost(t *testing.T) {
	lost := demo.Faults{DropAfterHandling: true, Times: 1}
	for name, tt := range map[string]struct {
		then demo.Faults // what the next attempt meets
		own  bool        // the key signed in with, else another one
		do   func(*client.Client, context.Context, string) error
		want client.State
	}{
		"deleted, gone":            {demo.Faults{Status: 404, Times: 1}, false, (*client.Client).Delete, client.StateDeleted},
		"deleted, refused":         {demo.Faults{}, false, (*client.Client).Delete, client.StateDeleted},
		"deleted, locked out":      {demo.Faults{}, true, (*client.Client).Delete, client.StateDeleted},
		"disabled, locked out":     {demo.Faults{}, true, (*client.Client).Disable, client.StateDisabled},
		"disabled, refused":        {demo.Faults{RefuseMutations: "already", Times: 1}, false, (*client.Client).Disable, client.StateDisabled},
		"disabled, done once more": {demo.Faults{}, false, (*client.Client).Disable, client.StateDisabled},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, demo.Options{})
			c := signedIn(t, s, client.Options{})
			id := other(t, s, client.StateEnabled)
			if tt.own {
				id = c.KeyID()
			}
			s.SetFaults(lost, tt.then)
			wantKind(t, tt.do(c, t.Context(), id), "")
			if got := stateOf(s, id); got != tt.want {
				t.Errorf("state is %s, want %s", got, tt.want)
			}
		})
	}
}

func TestARefusalAfterALostAnswerStillCounts(t *testing.T) {
	s := start(t, demo.Options{})
	c := signedIn(t, s, client.Options{})
	s.SetFaults(demo.Faults{Drop: true, Times: 1}, demo.Faults{RefuseMutations: "no", Times: 1})
	wantKind(t, c.Disable(t.Context(), other(t, s, client.StateEnabled)), client.KindRefused)
	s.SetFaults(demo.Faults{Drop: true, Times: 1})
	wantKind(t, c.Disable(t.Context(), "AKnone"), client.KindNotFound)
}

func TestDeleteOfAnUnknownKeyIsNotDone(t *testing.T) {
	s := start(t, demo.Options{})
	c := signedIn(t, s, client.Options{})
	wantKind(t, c.Delete(t.Context(), "AKnone"), client.KindNotFound)
	// A refusal is not an unacknowledged request.
	s.SetFaults(demo.Faults{Status: 429, Times: 1}, demo.Faults{Status: 404, Times: 1})
	wantKind(t, c.Delete(t.Context(), other(t, s, client.StateEnabled)), client.KindNotFound)
}
