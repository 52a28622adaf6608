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
