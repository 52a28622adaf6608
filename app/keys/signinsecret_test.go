package keys

import (
	"context"
	"errors"
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/client"
)

// signIn is a sign-in in the keyring.
type signIn struct {
	kept  bool
	err   error
	asked int
}

func (s *signIn) Kept() bool { return s.kept }

func (s *signIn) Secret(context.Context) (client.Secret, error) {
	s.asked++
	return apptest.SecretOf("AK1"), s.err
}

// signedIn is a fixture with a sign-in of AK1 in the keyring, whose server fails to give a secret.
func signedIn(t *testing.T, kind client.Kind) (*fixture, *signIn) {
	b, s := loaded(t, "AK1", "AK2"), &signIn{kept: true}
	UseSignIn(b.keys, s)
	b.backend.Fail["get"] = &client.Error{Kind: kind}
	return b, s
}

// offline has the server not be reached from now on.
func (b *fixture) offline() {
	b.backend.Fail["list"] = &client.Error{Kind: client.KindUnreachable}
	_ = b.keys.Load(b.Context())
}

func TestTheSecretOfTheOwnKeyIsTheSignInsWhereNothingElseGivesIt(t *testing.T) {
	for _, kind := range []client.Kind{client.KindUnreachable, client.KindServer, client.KindMasked} {
		b, s := signedIn(t, kind)
		if kind == client.KindUnreachable {
			b.offline()
		}
		r, err := b.keys.Reveal(t.Context(), "AK1")
		check.Must(t, err)
		check.Equal(t, "secret", r.Secret.Equal(apptest.SecretOf("AK1")), true)
		b.keys.Keep(t.Context(), "AK1", r)
		check.EqualSlices(t, "in the vault", b.store.Names())
		kept, err := b.keys.Kept()
		check.Must(t, err)
		check.Equal(t, "the own key's is kept", kept["AK1"] && len(kept) == 1, true)
		if check.Second(b.keys.Reveal(t.Context(), "AK2")) == nil {
			t.Error("there is a secret of another key")
		}
		s.kept = false
		if check.Second(b.keys.Reveal(t.Context(), "AK1")) == nil {
			t.Error("a sign-in that is not kept has the secret")
		}
		check.Equal(t, "times asked", s.asked, 1)
	}
}

func TestTheSignInIsNotAskedWhereTheSecretComesFromElsewhere(t *testing.T) {
	b, s := loaded(t, "AK1"), &signIn{kept: true}
	UseSignIn(b.keys, s)
	r, err := b.keys.Reveal(t.Context(), "AK1")
	check.Must(t, err)
	b.keys.Keep(t.Context(), "AK1", r)
	b.offline()
	check.Must(t, check.Second(b.keys.Reveal(t.Context(), "AK1"))) // from the vault
	check.Equal(t, "times asked", s.asked, 0)
}

// Nor where the server's word is that there is none, or where the user has just been asked in vain.
func TestTheSignInCoversNothingUp(t *testing.T) {
	for _, kind := range []client.Kind{client.KindNotFound, client.KindUnauthorized, client.KindLocked} {
		b, s := signedIn(t, kind)
		check.Equal(t, "kind", client.KindOf(check.Second(b.keys.Reveal(t.Context(), "AK1"))), kind)
		check.Equal(t, "times asked", s.asked, 0)
	}
	b, s := loaded(t, "AK1"), &signIn{kept: true}
	UseSignIn(b.keys, s)
	r, err := b.keys.Reveal(t.Context(), "AK1")
	check.Must(t, err)
	b.keys.Keep(t.Context(), "AK1", r)
	b.store.FailWith(&keyring.Error{Kind: keyring.Refused})
	b.offline()
	if err := check.Second(b.keys.Reveal(t.Context(), "AK1")); !errors.Is(err, ErrNotKept) {
		t.Errorf("got %v", err)
	}
	check.Equal(t, "times asked", s.asked, 0)
}
