//go:build linux

package app

import (
	"path/filepath"
	"slices"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// TestKilledBetweenRequestAndAnswerTellsWhatBecameOfIt kills a process with SIGKILL once the server has a request of it: one
// that it carries out, or not. The next start tells which.
func TestKilledBetweenRequestAndAnswerTellsWhatBecameOfIt(t *testing.T) {
	for op, method := range map[keys.Operation]string{keys.OpDisable: "PUT", keys.OpDelete: "DELETE", keys.OpCreate: "POST"} {
		for _, carriedOut := range []bool{true, false} {
			t.Run(string(op), func(t *testing.T) {
				server, err := demo.Start("", demo.Options{})
				check.Must(t, err)
				t.Cleanup(func() { _ = server.Close() })
				creds, dir, id := server.Credentials(), filepath.Join(t.TempDir(), "settings"), idInState(server, client.StateEnabled)
				h := startHelper(t, "ask", dir, serverEnv+"="+server.URL(), keyEnv+"="+creds.KeyID, secretEnv+"="+creds.Secret.Reveal(),
					opEnv+"="+string(op), numberEnv+"="+id)
				release := make(chan struct{})
				t.Cleanup(func() { close(release) })
				fault := demo.Faults{Match: demo.On(method, ""), Hold: release}
				if carriedOut {
					fault = demo.Faults{Match: demo.On(method, ""), HoldAnswer: release}
				}
				server.SetFaults(fault)
				before := server.Keys()
				h.begin()
				check.Must(t, server.WaitFor(t.Context(), func(all []demo.Request) bool {
					return all[len(all)-1].Method == method && (!carriedOut || !slices.Equal(server.Keys(), before))
				}))
				check.Must(t, h.cmd.Process.Kill())
				_ = h.cmd.Wait()
				server.SetFaults()

				a := New(Config{Dir: dir, Store: keyring.NewMemory(), Connector: session.NewConnector(client.Options{})})
				s, err := a.Sessions.SignIn(t.Context(), server.URL(), creds)
				check.Must(t, err)
				check.Must(t, s.LoadKeys(t.Context()))
				var told []keys.Resolved
				s.Keys().Resolved.SubscribeHeld(func(r keys.Resolved) { told = append(told, r) })
				check.EqualSlices(t, "told", told, becameOf(op, carriedOut, id, server.Keys()))
			})
		}
	}
}

// becameOf is what has become of a change, as the server has it.
func becameOf(op keys.Operation, carriedOut bool, id string, after []client.AccessKey) keys.Resolved {
	r := keys.Resolved{ID: id, Op: op, Result: keys.ResultDone, State: client.StateEnabled}
	switch {
	case op == keys.OpCreate && carriedOut:
		r.ID = after[len(after)-1].ID
	case op == keys.OpCreate:
		r.ID, r.State = "", ""
	case carriedOut && op == keys.OpDisable:
		r.State = client.StateDisabled
	case carriedOut:
		r.State = client.StateDeleted
	}
	if !carriedOut {
		r.Result = keys.ResultNotDone
	}
	return r
}

// idInState is a key of a server, other than the one to sign in with.
func idInState(server *demo.Server, state client.State) string {
	for _, k := range server.Keys() {
		if k.State == state && k.ID != server.Credentials().KeyID {
			return k.ID
		}
	}
	return ""
}
