package keys

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

// What a request says that is older than the list shown is no news.
func TestFailureOfAnOlderRequestIsNoNews(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1")
		b.backend.Fail["list"] = &client.Error{Kind: client.KindTimeout}
		release := b.backend.Hold("list")
		wait := check.Background(func() error { return b.keys.Load(t.Context()) })
		delete(b.backend.Fail, "list")
		check.Must(t, b.keys.Load(t.Context()))
		release()
		check.Equal(t, "kind", client.KindOf(wait()), client.KindTimeout)
		check.Equal(t, "offline", b.keys.Freshness().Offline(), false)
	})
}

func TestSameListTellsNobody(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	told := 0
	b.keys.Changed.Subscribe(func(struct{}) { told++ })
	check.Must(t, b.keys.Load(t.Context()))
	check.Equal(t, "told of the same", told, 0)
	b.backend.Change("AK2", time.Now(), client.Secret{})
	check.Must(t, b.keys.Load(t.Context()))
	check.Equal(t, "told of another", told, 1)
}

func TestWhatTheServerSaysIsNotOffline(t *testing.T) {
	for kind, want := range map[client.Kind]bool{
		client.KindUnreachable: true, client.KindTimeout: true, client.KindServer: true, client.KindCertificate: true,
		client.KindNotJSON: true, client.KindMalformed: true, client.KindTooLarge: true, client.KindTooMany: true, client.KindRedirect: true,
		client.KindThrottled: true, client.KindClock: true, "one to come": true,
		client.KindUnauthorized: false, client.KindForbidden: false, client.KindRefused: false, client.KindNotFound: false,
		client.KindEdition: false, client.KindVersion: false, client.KindKeyID: false, client.KindLocked: false,
	} {
		check.Equal(t, string(kind), Offline(fmt.Errorf("wrapped: %w", &client.Error{Kind: kind})), want)
	}
	check.Equal(t, "nothing", Offline(nil), false)
	check.Equal(t, "no time left", Offline(context.DeadlineExceeded), true)
	check.Equal(t, "stopped", Offline(context.Canceled), false)
	check.Equal(t, "no list there", Freshness{Failure: &client.Error{Kind: client.KindNotFound}}.Offline(), true)
}

func TestOfflineSecretsComeFromTheVaultAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		r, err := b.keys.Reveal(t.Context(), "AK1")
		check.Must(t, err)
		b.keys.Keep(t.Context(), "AK1", r)
		b.backend.Fail["list"] = &client.Error{Kind: client.KindUnreachable}
		_ = b.keys.Load(t.Context())

		asked := b.backend.Calls("get")
		r, err = b.keys.Reveal(t.Context(), "AK1")
		check.Must(t, err)
		check.Equal(t, "secret", r.Secret.Equal(apptest.SecretOf("AK1")), true)
		if err := check.Second(b.keys.Reveal(t.Context(), "AK2")); !errors.Is(err, ErrNotKept) {
			t.Errorf("got %v, want ErrNotKept", err)
		}
		check.Equal(t, "questions to the server", b.backend.Calls("get")-asked, 0)
	})
}

func TestOfflineALateVaultIsWaitedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, unlock := prompted(t)
		b.backend.Fail["list"] = &client.Error{Kind: client.KindUnreachable}
		_ = b.keys.Load(t.Context())
		asked := b.backend.Calls("get")
		wait := check.Background(func() error { return check.Second(b.keys.Reveal(t.Context(), "AK1")) })
		time.Sleep(time.Minute)
		unlock()
		check.Must(t, wait())
		check.Equal(t, "questions to the server", b.backend.Calls("get")-asked, 0)
	})
}
