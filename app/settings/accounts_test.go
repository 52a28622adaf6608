package settings

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

func signIn(host, key string) SavedSession {
	return SavedSession{Server: host, Endpoint: client.Endpoint{Base: "https://" + host + "/api/v1"}, KeyID: key}
}

// brief returns a short text for each account. * marks the one that the next start opens, and - one that is signed out.
func brief(s Settings) (all []string) {
	for _, a := range s.Accounts {
		text := a.Server + " " + a.KeyID
		if s.Session != nil && s.Session.Account() == a.Account() {
			text += " *"
		}
		if a.SignedOut {
			text += " -"
		}
		all = append(all, text)
	}
	return all
}

func TestFirstSignInIsTheFirstAccount(t *testing.T) {
	dir := t.TempDir()
	check.Must(t, os.WriteFile(filepath.Join(dir, "settings.json"),
		[]byte(`{"version":1,"session":{"server":"a","endpoint":{"base":"https://a/api/v1","join":"slash"},"keyId":"AK1"}}`), 0o600))
	s := opened(dir)
	check.EqualSlices(t, "accounts", brief(s.Get()), "a AK1 *")
	check.Equal(t, "file", s.Get().Accounts[0].ListFile(), "list.json")
	s.SetTheme(ThemeDark)
	check.Must(t, s.Save())
	check.Private(t, dir, "settings.json") // a single account needs no accounts.json
}

func TestAccountsOutliveTheProcess(t *testing.T) {
	dir := t.TempDir()
	s := opened(dir)
	a, b, c := signIn("a", "AK1"), signIn("b", "AK1"), signIn("b", "AK2")
	for _, saved := range []SavedSession{a, b, c} {
		check.Update(t, s, func(v *Settings) { v.Remember(saved, "") })
	}
	check.EqualSlices(t, "accounts", brief(opened(dir).Get()), "a AK1", "b AK1", "b AK2 *")
	all := s.Get().Accounts
	check.Equal(t, "colours differ", all[0].Colour != all[1].Colour && all[1].Colour != all[2].Colour && all[0].Colour != all[2].Colour, true)
	check.Equal(t, "lists differ", all[1].ListFile() != all[2].ListFile() && all[0].ListFile() == "list.json", true)
	check.Update(t, s, func(v *Settings) {
		v.SetNameAndColour(all[1].ID, " Staging \n EU ", ColourPink)
		v.Open(all[0].ID)
	})
	then := opened(dir).Get()
	check.EqualSlices(t, "accounts once another is open", brief(then), "a AK1 *", "b AK1", "b AK2")
	check.Equal(t, "name", then.Accounts[1].Name, "Staging EU")
	check.Equal(t, "colour", then.Accounts[1].Colour, ColourPink)
	check.Update(t, s, func(v *Settings) { v.SignOut(a) })
	check.EqualSlices(t, "accounts once that is signed out", brief(opened(dir).Get()), "a AK1 -", "b AK1", "b AK2")
	check.Update(t, s, func(v *Settings) { v.Remove(all[0].ID) })
	check.EqualSlices(t, "accounts once it is removed", brief(opened(dir).Get()), "b AK1", "b AK2")
	check.Equal(t, "leftovers", len(opened(dir).Get().Forget), 0) // its entry was deleted before
	check.Update(t, s, func(v *Settings) { v.Remove(all[1].ID) })
	check.EqualSlices(t, "leftovers", opened(dir).Get().Forget, b.Leftover())
}

func TestKeyBelongsToOneAccount(t *testing.T) {
	for name, test := range map[string]struct {
		saved      SavedSession
		into       string
		want       []string
		leftAsWell []Leftover
	}{
		"the same key again":               {signIn("a", "AK1"), "", []string{"a AK1 *"}, nil},
		"a new key of the same account":    {signIn("a", "AK2"), firstAccount, []string{"a AK2 *"}, []Leftover{signIn("a", "AK1").Leftover()}},
		"another account of the server":    {signIn("a", "AK2"), "", []string{"a AK1", "a AK2 *"}, nil},
		"another server, for that account": {signIn("b", "AK2"), firstAccount, []string{"a AK1", "b AK2 *"}, nil},
	} {
		s := opened(t.TempDir())
		check.Update(t, s, func(v *Settings) { v.Remember(signIn("a", "AK1"), "") })
		check.Update(t, s, func(v *Settings) { v.Remember(test.saved, test.into) })
		check.EqualSlices(t, name, brief(s.Get()), test.want...)
		check.EqualSlices(t, name+": leftovers", s.Get().Forget, test.leftAsWell...)
	}
}

func TestSigningOutOfTheOnlyAccountForgetsIt(t *testing.T) {
	s := opened(t.TempDir())
	check.Update(t, s, func(v *Settings) { v.Remember(signIn("a", "AK1"), "") })
	check.Update(t, s, func(v *Settings) { v.SignOut(signIn("a", "AK1")) })
	check.EqualSlices(t, "accounts", brief(s.Get()))
	check.Equal(t, "what the next start opens", s.Get().Session, nil)
}

// earlier holds what a version without accounts reads and writes.
type earlier struct {
	Version int           `json:"version"`
	Server  string        `json:"server,omitempty"`
	Session *SavedSession `json:"session,omitempty"`
	Forget  []Leftover    `json:"forget,omitempty"`
}

// TestVersionBeforeComesAndGoes lets a version without accounts open the settings of this version, and vice versa.
func TestVersionBeforeComesAndGoes(t *testing.T) {
	a, b := signIn("a", "AK1"), signIn("b", "AK2")
	other := signIn("c", "AK3")
	for name, test := range map[string]struct {
		change func(*earlier)
		want   []string
	}{
		"it is only opened":        {func(*earlier) {}, []string{"a AK1", "b AK2 *"}},
		"it signs in elsewhere":    {func(e *earlier) { e.Session = &other }, []string{"a AK1", "b AK2", "c AK3 *"}},
		"it signs in to the first": {func(e *earlier) { e.Session = &a }, []string{"a AK1 *", "b AK2"}},
		"it logs out":              {func(e *earlier) { e.Session = nil }, []string{"a AK1", "b AK2 -"}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, saved := range []SavedSession{a, b} {
				check.Update(t, opened(dir), func(v *Settings) { v.Remember(saved, "") })
			}
			path := filepath.Join(dir, "settings.json")
			content, err := os.ReadFile(path)
			check.Must(t, err)
			var old earlier
			check.Must(t, json.Unmarshal(content, &old))
			check.Equal(t, "it opens", *old.Session, b)
			test.change(&old)
			content, err = json.Marshal(old)
			check.Must(t, err)
			check.Must(t, os.WriteFile(path, content, 0o600))
			check.EqualSlices(t, "accounts", brief(opened(dir).Get()), test.want...)
			s := opened(dir)
			check.Update(t, s, func(v *Settings) { v.SetNameAndColour(firstAccount, "First", ColourRed) })
			check.EqualSlices(t, "accounts once they are written", brief(opened(dir).Get()), test.want...)
		})
	}
}

// TestKilledBetweenTheFiles kills the program at each write of a change of the accounts. The settings must always name
// every entry that may be in the keyring.
func TestKilledBetweenTheFiles(t *testing.T) {
	a, b := signIn("a", "AK1"), signIn("b", "AK2")
	begin := func(v *Settings) { v.Remember(a, ""); v.AddLeftover(b.Leftover()) } // as before Remember
	for name, change := range map[string]func(*Settings){
		"adding":   func(v *Settings) { v.Remember(b, "") },
		"removing": func(v *Settings) { v.Remember(b, ""); v.Remove(firstAccount) },
		"opening":  func(v *Settings) { v.Remember(b, ""); v.Open(firstAccount) },
	} {
		for writes := 0; ; writes++ {
			dir := t.TempDir()
			s := opened(dir)
			check.Update(t, s, begin)
			killed := killedAfter(s, writes, change)
			now := opened(dir).Get()
			for _, saved := range []SavedSession{a, b} {
				if !now.IsRemembered(saved) && !slices.Contains(now.Forget, saved.Leftover()) {
					t.Errorf("%s, killed after %d writes: nothing names %s", name, writes, saved.Server)
				}
			}
			if !killed {
				break
			}
		}
	}
}

// TestKilledWhileAnAccountEnds kills the program at each write while an account is removed or signed out. A change that has
// begun must not be undone.
func TestKilledWhileAnAccountEnds(t *testing.T) {
	a, b := signIn("a", "AK1"), signIn("b", "AK2")
	for name, change := range map[string]func(*Settings){
		"removing":    func(v *Settings) { v.Remove(v.Current) },
		"logging out": func(v *Settings) { v.SignOut(b); v.AddLeftover(b.Leftover()) },
	} {
		for writes := 1; ; writes++ {
			dir := t.TempDir()
			s := opened(dir)
			check.Update(t, s, func(v *Settings) { v.Remember(a, ""); v.Remember(b, "") })
			killed := killedAfter(s, writes, change)
			now := opened(dir).Get()
			if now.IsRemembered(b) || !slices.Contains(now.Forget, b.Leftover()) {
				t.Errorf("%s, killed after %d writes: accounts %q, leftovers %v", name, writes, brief(now), now.Forget)
			}
			if !killed {
				break
			}
		}
	}
}

// killedAfter makes a change of which only the given number of files is written, and reports whether more were to come.
func killedAfter(s *File, writes int, change func(*Settings)) bool {
	files := []string{s.disk.settings.Path, s.disk.accounts.Path}
	var steps [][2][]byte
	s.disk.afterWrite = func() {
		var step [2][]byte
		for i, path := range files {
			step[i], _ = os.ReadFile(path)
		}
		steps = append(steps, step)
	}
	s.disk.afterWrite()
	_, _ = s.Update(change)
	if writes >= len(steps) {
		return false
	}
	for i, path := range files {
		if steps[writes][i] == nil {
			_ = os.Remove(path)
			continue
		}
		_ = os.WriteFile(path, steps[writes][i], 0o600)
	}
	return true
}

func TestLostListOfAccounts(t *testing.T) {
	for name, lose := range map[string]func(path string) error{
		"missing": os.Remove,
		"damaged": func(path string) error { return os.WriteFile(path, []byte("{"), 0o600) },
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "accounts.json")
		s := opened(dir)
		for _, saved := range []SavedSession{signIn("a", "AK1"), signIn("b", "AK2")} {
			check.Update(t, s, func(v *Settings) { v.Remember(saved, "") })
		}
		check.Must(t, lose(path))
		then := opened(dir).Get()
		check.EqualSlices(t, name+": accounts", brief(then), "b AK2 *")
		check.EqualSlices(t, name+": what nothing names is to go", then.Forget, Leftover{})
		check.Update(t, s, func(v *Settings) { v.Theme = ThemeDark }) // a window that is open has the list in memory
		check.EqualSlices(t, name+": accounts of an open window", brief(opened(dir).Get()), "a AK1", "b AK2 *")
	}
}

func TestLostSettingsKeepTheAccounts(t *testing.T) {
	dir := t.TempDir()
	for _, saved := range []SavedSession{signIn("a", "AK1"), signIn("b", "AK2")} {
		check.Update(t, opened(dir), func(v *Settings) { v.Remember(saved, "") })
	}
	check.Must(t, os.Remove(filepath.Join(dir, "settings.json")))
	check.EqualSlices(t, "accounts", brief(opened(dir).Get()), "a AK1", "b AK2 *")
}

func TestAccountsThatMakeNoSenseAreLeftOut(t *testing.T) {
	dir := t.TempDir()
	check.Must(t, os.WriteFile(filepath.Join(dir, "settings.json"), []byte(`{"version":1}`), 0o600))
	check.Must(t, os.WriteFile(filepath.Join(dir, "accounts.json"), []byte(`{"version":1,"current":"1","accounts":[
		{"id":"1","server":"a","endpoint":{"base":"https://a/v1"},"keyId":"AK1"},
		{"id":"../settings","server":"b","endpoint":{"base":"https://b/v1"},"keyId":"AK2"},
		{"id":"2","server":"c","endpoint":{"base":"https://c/v1"}},
		{"id":"1","server":"d","endpoint":{"base":"https://d/v1"},"keyId":"AK4"},
		{"id":"3","server":"a","endpoint":{"base":"https://a/v1"},"keyId":"AK1"},
		{"id":"4","name":"One\nline","colour":"plaid","server":"e","endpoint":{"base":"https://e/v1"},"keyId":"AK5","signedOut":true}]}`), 0o600))
	s := opened(dir).Get()
	check.EqualSlices(t, "accounts", brief(s), "a AK1 -", "e AK5 -") // a version without accounts has logged out of the first
	check.Equal(t, "name", s.Accounts[1].Name, "One line")
	check.Equal(t, "colour", slices.Contains(ColourChoices(), s.Accounts[1].Colour), true)
}

func TestAccountsThatCannotBeWrittenAreNotThere(t *testing.T) {
	dir := t.TempDir()
	s := opened(dir)
	check.Update(t, s, func(v *Settings) { v.Remember(signIn("a", "AK1"), "") })
	check.Must(t, os.Mkdir(filepath.Join(dir, "accounts.json"), 0o700))
	s.disk.accounts.Path = filepath.Join(dir, "accounts.json", "x", "y")
	check.Must(t, os.WriteFile(filepath.Join(dir, "accounts.json", "x"), nil, 0o600))
	if _, err := s.Attempt(func(v *Settings) { v.Remember(signIn("b", "AK2"), "") }); err == nil {
		t.Error("no error")
	}
	check.EqualSlices(t, "accounts", brief(s.Get()), "a AK1 *")
}

func TestTheAccountAtAServerIsTheOnlyOneThatIsSignedIn(t *testing.T) {
	account := func(id string, out bool) Account {
		return Account{ID: id, SavedSession: signIn("one", id), SignedOut: out}
	}
	for _, c := range []struct {
		accounts []Account
		id       string
		one      bool
	}{
		{[]Account{account("a", true)}, "a", true},
		{[]Account{account("a", false), account("b", true)}, "a", true},
		{[]Account{account("a", false), account("b", false)}, "", false},
		{[]Account{account("a", true), account("b", true)}, "", false},
	} {
		s := Settings{Accounts: c.accounts}
		id, one := s.AccountAt("one")
		check.Equal(t, "account", id, c.id)
		check.Equal(t, "one", one, c.one)
	}
}
