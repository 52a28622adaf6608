package settings

import (
	"strings"
	"testing"

	"accesskeys/app/apptest/check"
)

func marks(s Settings) (all []string) {
	for _, a := range s.Accounts {
		all = append(all, a.Mark)
	}
	return all
}

func TestMarksDiffer(t *testing.T) {
	s := opened(t.TempDir())
	names := []string{"Production EU", "production us-east", "Prod. E", "生产", "生活", "staging", "***", "2nd", "测试 two"}
	for i, name := range names {
		saved := signIn("optimizer.example.com", "AK"+string(rune('a'+i)))
		check.Update(t, s, func(v *Settings) { v.Remember(saved, ""); v.SetNameAndColour(v.Current, name, ColourRed) })
	}
	check.EqualSlices(t, "marks", marks(s.Get()), "PE", "PU", "P2", "生", "生2", "S", "?", "2", "测")
}

// Users recognize an account by its mark, so naming, adding or removing another account does not change it.
func TestMarkStaysWhateverBecomesOfOthers(t *testing.T) {
	dir := t.TempDir()
	s := opened(dir)
	for _, saved := range []SavedSession{signIn("127.0.0.1:1", "AK1"), signIn("127.0.0.1:2", "AK2"), signIn("127.0.0.1:2", "AK3")} {
		check.Update(t, s, func(v *Settings) { v.Remember(saved, "") })
	}
	check.EqualSlices(t, "marks", marks(s.Get()), "A", "B", "C")
	check.Update(t, s, func(v *Settings) { v.SetNameAndColour(firstAccount, "Staging", ColourRed) })
	check.EqualSlices(t, "once one is named", marks(s.Get()), "S", "B", "C")
	check.Update(t, s, func(v *Settings) { v.Remove(v.Accounts[1].ID) })
	check.EqualSlices(t, "once another is removed", marks(s.Get()), "S", "C")
	check.Update(t, s, func(v *Settings) { v.SetNameAndColour(v.Accounts[1].ID, "", ColourPink) })
	check.EqualSlices(t, "once its colour is chosen", marks(opened(dir).Get()), "S", "C")
}

func TestOddMarksAreMadeAgain(t *testing.T) {
	for _, odd := range []string{"too long", "a\nb", "A/"} {
		check.Equal(t, odd, validMark(odd), "")
	}
	twice := []Account{{ID: "1", Mark: "A", SavedSession: signIn("b", "AK1")}, {ID: "2", Mark: "A", SavedSession: signIn("b", "AK2")}}
	s := Settings{Accounts: validAccounts(twice)}
	assignMarks(s.Accounts)
	check.EqualSlices(t, "marks", marks(s), "A", "B")
}

func TestMarksOfServersWithoutANameTellThemApart(t *testing.T) {
	for want, servers := range map[string][]string{
		"A B C": {"10.0.12.7", "10.0.12.9:8080", "10.0.12.9:8080"},
		"A B":   {"127.0.0.1:42083", "http://127.0.0.1:33767"},
		"A B Z": {"https://[fe80::a1]:443", "::1", "zebra"},
		"BE A":  {"b2.example.com", "10-0-0-7.example.com"},
		"L8":    {"localhost:8000"},
		"OE":    {"optimizer.example.com"},
	} {
		var all []Account
		for _, server := range servers {
			all = append(all, Account{SavedSession: SavedSession{Server: server}})
		}
		assignMarks(all)
		check.Equal(t, servers[0], strings.Join(marks(Settings{Accounts: all}), " "), want)
	}
}
