package forget_test

import (
	"os"
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// If the keyring cannot list its entries, those that the files name are deleted.
func TestEveryAccountIsForgotten(t *testing.T) {
	h := newHome(t)
	h.store.Listless = true
	other := settings.SavedSession{Server: "other.example", Endpoint: client.Endpoint{Base: "https://other.example/api/v1"}, KeyID: "AK1"}
	check.Update(t, settings.Open(h.path("settings.json"), h.options.Logger), func(s *settings.Settings) {
		s.Remember(other, "")
	})
	check.Must(t, h.store.Set(t.Context(), keyring.ServiceSignIn, other.Account(), apptest.SecretOf("AK1")))
	for _, name := range []string{"list-0a.json", "pending.json", "pending-2.json", "pending-2.json.lock"} {
		check.Must(t, os.WriteFile(h.path(name), nil, 0o600))
	}
	removed, err := h.forget()
	check.Must(t, err)
	check.Equal(t, "sign-ins", removed.SignIns, 3)
	check.EqualSlices(t, "files", h.files())
	check.EqualSlices(t, "keyring", h.store.Names(), keyring.ServiceSignIn+"/"+keyring.Account(base, "UNNAMED"))
}
