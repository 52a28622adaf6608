package client

import (
	"strings"
	"testing"
)

func TestListingTellsWhetherItIsWhole(t *testing.T) {
	const key = `{"keyId":"AKa","state":"enabled"}`
	for body, want := range map[string]bool{
		`[` + key + `]`: true,
		`{"data":[` + key + `],"total":1,"success":true}`:  true,
		`{"total":31,"data":[` + key + `],"success":true}`: false,
		`{"data":[` + key + `],"total":"31"}`:              false,
		`{"data":[` + key + `],"total":-1}`:                true,
		`{"data":[` + key + `],"total":{}}`:                true,
		`{"data":[` + key + `],"total":31.0}`:              false,
		`{"data":[` + key + `],"total":1e400}`:             false,
		`[` + key + `,null]`:                               false,
		`[` + key + `,{"keyId":"AKb"}]`:                    false,
		`[` + key + `,{"keyId":"AKb","state":null}]`:       false,
		`[` + key + `,{"keyId":"AKb","state":""}]`:         false,
		`[` + key + `,{"keyId":"AKb","state":"archived"}]`: true,
		`[` + key + `,{"keyId":"AKb","state":1}]`:          false,
		`[` + key + `,{"keyId":"AKb","userId":[]}]`:        false,
		`[` + key + `,{"keyId":""}]`:                       false,
	} {
		l, err := decodeList(strings.NewReader(body))
		if err != nil || l.Whole() != want {
			t.Errorf("%s: %+v and %v", body, l, err)
		}
	}
	for _, body := range []string{`[{"state":1,"keyId":"AKb"}]`, `[{"keyId":"AKb"}]`} {
		l, _ := decodeList(strings.NewReader(body))
		if len(l.Keys) != 1 || l.Keys[0].ID != "AKb" || l.Keys[0].State != StateUnreadable || l.Unreadable != 1 {
			t.Errorf("%s: got %+v", body, l)
		}
	}
}
