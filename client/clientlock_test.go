package client_test

import (
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestLockedSendsNothing(t *testing.T) {
	s := start(t, demo.Options{})
	c := signedIn(t, s, client.Options{})
	before := len(s.Requests())
	c.Lock()
	if _, err := c.List(t.Context()); client.KindOf(err) != client.KindLocked {
		t.Errorf("List: %v", err)
	}
	if _, err := c.Create(t.Context(), nil); client.KindOf(err) != client.KindLocked {
		t.Errorf("Create: %v", err)
	}
	if after := len(s.Requests()); after != before {
		t.Errorf("%d requests were sent while locked", after-before)
	}
	c.Unlock(s.Credentials().Secret)
	if _, err := c.List(t.Context()); err != nil {
		t.Errorf("unlocked: %v", err)
	}
}
