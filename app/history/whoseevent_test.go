package history

import (
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
)

func TestWhoseAnEventIs(t *testing.T) {
	const a, b, gone = "https://a.example/api/v1", "https://b.example/api/v1", "https://gone.example/api/v1"
	accounts := []Account{
		{"1", keys.Ref{Base: a, User: "ann", KeyID: "AK1"}},
		{"2", keys.Ref{Base: a, User: "bob", KeyID: "AK2"}},
		{"3", keys.Ref{Base: b, KeyID: "AK3"}},
	}
	of := func(action Action, base, user, id string) Event {
		return About(keys.Ref{Base: base, User: user, KeyID: id}, action)
	}
	for name, tt := range map[string]struct {
		event Event
		owner string
		mine  string // the accounts for which it is shown
	}{
		"by the user":              {of(Show, a, "bob", "AK9"), "2", "2"},
		"at another base":          {of(Show, "https://a.example/v2", "bob", "AK9"), "2", "2"},
		"by the sign-in key":       {of(SignIn, a, "", "AK1"), "1", "1"},
		"of a key replaced since":  {of(SignIn, a, "", "AK0"), "", "12"},
		"alone at its server":      {of(Show, b, "cy", "AK9"), "3", "3"},
		"of a user who is gone":    {of(Show, a, "dan", "AK9"), "", ""},
		"at a server that is gone": {of(Show, gone, "ann", "AK1"), "", ""},
		"locked, with an account":  {of(Lock, b, "", "AK3"), "3", "3"},
		"wrong PIN":                {of(WrongPIN, a, "", "AK2"), "2", "123"},
		"cleared":                  {of(Clear, "", "", ""), "", "123"},
		"a sign-in of nobody's":    {of(SignIn, "", "", ""), "", "123"},
	} {
		check.Equal(t, name, Owner(accounts)(tt.event), tt.owner)
		mine := ""
		for _, one := range accounts {
			if Mine(accounts, one)(tt.event) {
				mine += one.ID
			}
		}
		check.Equal(t, name+": shown with", mine, tt.mine)
	}
}

func TestAccountsOfOneUserShowTheSameEvents(t *testing.T) {
	const base = "https://a.example/api/v1"
	accounts := []Account{{"1", keys.Ref{Base: base, User: "ann", KeyID: "AK1"}}, {"2", keys.Ref{Base: base, User: "ann", KeyID: "AK2"}}}
	event := About(keys.Ref{Base: base, User: "ann", KeyID: "AK9"}, Show)
	for _, one := range accounts {
		if !Mine(accounts, one)(event) {
			t.Errorf("it is not shown with account %s", one.ID)
		}
	}
	check.Equal(t, "the first of them", Owner(accounts)(event), "1")
}
