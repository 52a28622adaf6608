package words

import (
	"testing"

	"accesskeys/app/settings"
)

func accountsCalled(names ...string) (all []settings.Account) {
	for i, name := range names {
		id := string(rune('a' + i))
		all = append(all, settings.Account{ID: id, Name: name, SavedSession: settings.SavedSession{Server: "https://optimizer.example.com/", KeyID: "AKXYZ" + id}})
	}
	return all
}

func TestAccountName(t *testing.T) {
	one := accountsCalled("")
	if got := AccountName(one[0], one); got != "optimizer.example.com" {
		t.Errorf("one: %s", got)
	}
	two := accountsCalled("", "")
	if got := AccountName(two[1], two); got != "optimizer.example.com (…XYZb)" {
		t.Errorf("two at one server: %s", got)
	}
	if named := accountsCalled("Production", ""); AccountName(named[0], named) != "Production" {
		t.Errorf("named: %s", AccountName(named[0], named))
	}
}

func TestAccountsNamesAFewAndCountsTheRest(t *testing.T) {
	for count, want := range map[int]string{
		1: "A",
		2: "A, B",
		4: "A, B, C, D",
		5: "A, B, C and 2 other accounts",
		9: "A, B, C and 6 other accounts",
	} {
		all := accountsCalled([]string{"A", "B", "C", "D", "E", "F", "G", "H", "I"}[:count]...)
		if got := Accounts(all, all); got != want {
			t.Errorf("%d: %s", count, got)
		}
	}
}
