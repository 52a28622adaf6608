package app

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/client"
)

// What a request says that is older than the list shown is no news.
func TestFailureOfAnOlderRequestIsNoNews(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1")
		b.backend.fail["list"] = &client.Error{Kind: client.KindTimeout}
		release := b.backend.hold("list")
		wait := background(func() error { return b.keys.Load(t.Context()) })
		delete(b.backend.fail, "list")
		must(t, b.keys.Load(t.Context()))
		release()
		equal(t, "kind", client.KindOf(wait()), client.KindTimeout)
		equal(t, "offline", b.keys.Freshness().Offline(), false)
	})
}

func TestSameListTellsNobody(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	told := 0
	b.keys.OnChange(func() { told++ })
	must(t, b.keys.Load(t.Context()))
	equal(t, "told of the same", told, 0)
	b.backend.change("AK2", time.Now(), client.Secret{})
	must(t, b.keys.Load(t.Context()))
	equal(t, "told of another", told, 1)
}

func TestWhatTheServerSaysIsNotOffline(t *testing.T) {
	for kind, want := range map[client.Kind]bool{
		client.KindUnreachable: true, client.KindTimeout: true, client.KindServer: true, client.KindCertificate: true,
		client.KindNotJSON: true, client.KindMalformed: true, client.KindTooLarge: true, client.KindTooMany: true, client.KindRedirect: true,
		client.KindThrottled: true, client.KindClock: true, "one to come": true,
		client.KindUnauthorized: false, client.KindForbidden: false, client.KindRefused: false, client.KindNotFound: false,
		client.KindEdition: false, client.KindVersion: false, client.KindKeyID: false, client.KindLocked: false,
	} {
		equal(t, string(kind), Offline(fmt.Errorf("wrapped: %w", &client.Error{Kind: kind})), want)
	}
	equal(t, "nothing", Offline(nil), false)
	equal(t, "no time left", Offline(context.DeadlineExceeded), true)
	equal(t, "stopped", Offline(context.Canceled), false)
	equal(t, "no list there", Freshness{Failure: &client.Error{Kind: client.KindNotFound}}.Offline(), true)
}

func TestOfflineSecretsComeFromTheVaultAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := loaded(t, "AK1", "AK2")
		r, err := b.keys.Reveal(t.Context(), "AK1")
		must(t, err)
		b.keys.Keep(t.Context(), "AK1", r)
		b.backend.fail["list"] = &client.Error{Kind: client.KindUnreachable}
		_ = b.keys.Load(t.Context())

		asked := b.backend.calls("get")
		r, err = b.keys.Reveal(t.Context(), "AK1")
		must(t, err)
		equal(t, "secret", r.Secret.Equal(secretOf("AK1")), true)
		if err := second(b.keys.Reveal(t.Context(), "AK2")); !errors.Is(err, ErrNotKept) {
			t.Errorf("got %v, want ErrNotKept", err)
		}
		equal(t, "questions to the server", b.backend.calls("get")-asked, 0)
	})
}

func TestOfflineALateVaultIsWaitedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, unlock := prompted(t)
		b.backend.fail["list"] = &client.Error{Kind: client.KindUnreachable}
		_ = b.keys.Load(t.Context())
		asked := b.backend.calls("get")
		wait := background(func() error { return second(b.keys.Reveal(t.Context(), "AK1")) })
		time.Sleep(time.Minute)
		unlock()
		must(t, wait())
		equal(t, "questions to the server", b.backend.calls("get")-asked, 0)
	})
}
