package keys

import (
	"testing"

	"accesskeys/app/check"
	"accesskeys/client"
)

func TestRefNamesServerUserAndKey(t *testing.T) {
	for name, tt := range map[string]struct {
		list []client.AccessKey
		id   string
		user string
	}{
		"listed":                {ofUserKeys("u1", "AK1", "AK2"), "AK2", "u1"},
		"no longer listed":      {ofUserKeys("u1", "AK1"), "AK9", "u1"},
		"server names no users": {ofUserKeys("", "AK1"), "AK1", ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := newFixture(t)
			k := b.another(tt.list)
			check.Must(t, k.Load(t.Context()))
			check.Equal(t, "ref", RefOf(k, tt.id), Ref{Base: b.backend.Endpoint().Base, User: tt.user, KeyID: tt.id})
		})
	}
}
