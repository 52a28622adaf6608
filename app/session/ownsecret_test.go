package session

import (
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

func TestTheSignInHasTheSecretOfItsKeyOffline(t *testing.T) {
	backend, store := apptest.NewBackend("AK1", "AK2"), apptest.NewStore()
	a := newProgram(programConfig{Dir: t.TempDir(), Store: store, Connector: &fakeConnector{backend: backend}})
	ctx := t.Context()
	s, err := a.Sessions.SignIn(ctx, "server", client.Credentials{KeyID: "AK1", Secret: apptest.SecretOf("AK1")})
	check.Must(t, err)
	check.Must(t, s.LoadKeys(ctx))
	backend.Fail["list"] = &client.Error{Kind: client.KindUnreachable}
	_ = s.Keys().Load(ctx)
	if check.Second(s.Keys().Reveal(ctx, "AK1")) == nil {
		t.Error("a sign-in that is not remembered has it")
	}
	check.Must(t, a.Sessions.Remember(ctx, s))
	r, err := s.Keys().Reveal(ctx, "AK1")
	check.Must(t, err)
	check.Equal(t, "secret", r.Secret.Equal(apptest.SecretOf("AK1")), true)
	if check.Second(s.Keys().Reveal(ctx, "AK2")) == nil {
		t.Error("there is a secret of another key")
	}
}
