package demo_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestWhoIsNotLetIn(t *testing.T) {
	s := start(t, demo.Options{})
	good := s.Credentials()
	byState := map[client.State]client.Credentials{}
	for _, k := range s.Keys() {
		byState[k.State] = client.Credentials{KeyID: k.ID, Secret: s.SecretOf(k.ID)}
	}
	now := time.Now()
	fresh := sign(good, now, "once")
	if answer, _ := ask(t, "GET", s.Base()+"/management/accesskeys", fresh); answer.StatusCode != 200 {
		t.Fatalf("the right token: %s", answer.Status)
	}
	for name, tt := range map[string]struct{ token, why string }{
		"nobody":         {"", "no access token"},
		"nonsense":       {"abc", "malformed access token"},
		"unknown key":    {sign(client.Credentials{KeyID: "AKx"}, now, "a"), "unknown access key"},
		"wrong secret":   {sign(client.Credentials{KeyID: good.KeyID, Secret: client.NewSecret("x")}, now, "b"), "wrong signature"},
		"too old":        {sign(good, now.Add(-6*time.Minute), "c"), "timestamp"},
		"from ahead":     {sign(good, now.Add(6*time.Minute), "d"), "timestamp"},
		"replayed":       {fresh, "nonce"},
		"nonce again":    {sign(good, now.Add(time.Second), "once"), "nonce"},
		"a disabled key": {sign(byState[client.StateDisabled], now, "e"), "access key is disabled"},
		"a deleted key":  {sign(byState[client.StateDeleted], now, "f"), "access key is deleted"},
		"an expired key": {sign(byState[client.StateExpired], now, "g"), "access key is expired"},
	} {
		t.Run(name, func(t *testing.T) {
			answer, body := ask(t, "GET", s.Base()+"/management/accesskeys", tt.token)
			var status strictStatus
			if err := json.Unmarshal(body, &status); err != nil {
				t.Fatalf("%v in %s", err, body)
			}
			if answer.StatusCode != 401 || status.Success == nil || *status.Success || !strings.Contains(*status.Message, tt.why) {
				t.Errorf("answer is %s %s, want 401 and %q", answer.Status, body, tt.why)
			}
		})
	}
}

func TestLenientServerLetsInWhatIsNotEnabled(t *testing.T) {
	s := start(t, demo.Options{})
	for nonce, k := range s.Keys() {
		creds := client.Credentials{KeyID: k.ID, Secret: s.SecretOf(k.ID)}
		for lenient, want := range map[bool]int{true: 200, false: 401} {
			if k.State == client.StateEnabled {
				want = 200
			}
			s.SetLenient(lenient)
			token := sign(creds, time.Now(), fmt.Sprint(nonce, lenient))
			if answer, _ := ask(t, "GET", s.Base()+"/management/accesskeys", token); answer.StatusCode != want {
				t.Errorf("%s, lenient %v: %s", k.State, lenient, answer.Status)
			}
		}
	}
}

func TestVersionRefusesAWrongToken(t *testing.T) {
	s := start(t, demo.Options{})
	wrong := client.Credentials{KeyID: s.Credentials().KeyID, Secret: client.NewSecret("wrong")}
	for token, want := range map[string]int{"": 200, sign(s.Credentials(), time.Now(), "a"): 200, sign(wrong, time.Now(), "b"): 401, "abc": 401} {
		answer, body := ask(t, "GET", s.Base()+"/version", token)
		var status strictStatus
		if err := json.Unmarshal(body, &status); err != nil || answer.StatusCode != want || (want == 401) != (status.Success != nil && !*status.Success) {
			t.Errorf("%q: %s %s", token, answer.Status, body)
		}
	}
}
