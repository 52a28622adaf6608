package keys

import (
	"testing"

	"accesskeys/app/apptest/check"
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

func TestWhatMayBeKeptAboutOneKey(t *testing.T) {
	is := Ref{Base: "https://a.example/api/v1", User: "u1", KeyID: "AK1"}
	for name, tt := range map[string]struct {
		other Ref
		want  bool
	}{
		"the same":                {is, true},
		"the API has moved":       {Ref{Base: "https://A.example:443/v2", User: "u1", KeyID: "AK1"}, true},
		"whose it is is not said": {Ref{Base: is.Base, KeyID: "AK1"}, true},
		"another user":            {Ref{Base: is.Base, User: "u2", KeyID: "AK1"}, false},
		"another server":          {Ref{Base: "https://b.example/api/v1", User: "u1", KeyID: "AK1"}, false},
		"another port":            {Ref{Base: "https://a.example:8443/api/v1", User: "u1", KeyID: "AK1"}, false},
		"another key":             {Ref{Base: is.Base, User: "u1", KeyID: "AK2"}, false},
	} {
		check.Equal(t, name, is.MayBe(tt.other), tt.want)
		check.Equal(t, name+", the other way", tt.other.MayBe(is), tt.want)
	}
	trial := Ref{Base: "demo http://127.0.0.1:1", KeyID: "AK1"} // which is no address
	check.Equal(t, "what is no address", trial.MayBe(trial), true)
}
