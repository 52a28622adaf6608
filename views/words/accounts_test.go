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

func TestAccountMarksDiffer(t *testing.T) {
	all := accountsCalled("Production EU", "production us-east", "Prod. E", "生产", "生活", "staging", "***", "2nd", "测试 two")
	want := []string{"PE", "PU", "P2", "生", "生2", "S", "?", "2", "测"}
	marks := AccountMarks(all)
	for i, a := range all {
		if marks[a.ID] != want[i] {
			t.Errorf("%s: got %q, want %q", a.Name, marks[a.ID], want[i])
		}
	}
}
