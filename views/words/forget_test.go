package words

import (
	"errors"
	"strings"
	"testing"

	"accesskeys/app/forget"
	"accesskeys/app/keyring"
	"accesskeys/app/platform/singleinstance"
	"accesskeys/app/store"
)

func TestNotForgottenSaysWhy(t *testing.T) {
	some := forget.Removed{SignIns: 1}
	for _, c := range []struct {
		removed forget.Removed
		err     error
		begin   string
		has     string
	}{
		{err: singleinstance.ErrOpen, begin: "Nothing was removed. ", has: "Quit it"},
		{err: &keyring.Error{Kind: keyring.Missing}, begin: "Nothing was removed. ", has: "cannot be reached"},
		{err: &keyring.Error{Kind: keyring.Timeout}, begin: "Nothing was removed. ", has: "didn't answer"},
		{err: &keyring.Error{Kind: keyring.Locked}, begin: "Nothing was removed. ", has: "removed. The keyring is locked, or its prompt was dismissed. Unlock it, then try again."},
		{err: &keyring.Error{Kind: keyring.Lost}, begin: "Nothing was removed. ", has: "damaged"},
		{some, &keyring.Error{Kind: keyring.Refused}, "Not everything was removed. ", "Unlock it, then try again."},
		{some, &keyring.Error{Kind: keyring.Mismatch}, "Not everything was removed. ", "entries named access-keys"},
		{some, &store.Error{Kind: store.KindPermission, Path: "/home/a", Err: errors.New("raw")}, "Not everything was removed. ", "/home/a"},
	} {
		if s := NotForgotten(c.removed, c.err); !strings.HasPrefix(s, c.begin) || !strings.Contains(s, c.has) || strings.Contains(s, "raw") {
			t.Errorf("%v: %q", c.err, s)
		}
	}
}

func TestOnlyYesIsYes(t *testing.T) {
	for answer, yes := range map[string]bool{"y\n": true, " YES\r\n": true, "是\n": true, "": false, "n": false, "yesterday": false, "\n": false} {
		if IsYes(answer) != yes {
			t.Errorf("%q: %v", answer, !yes)
		}
	}
}
