package client_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"accesskeys/client"
)

func TestSecretDoesNotGiveItselfAway(t *testing.T) {
	const value = "s3cr3tVALUEs3cr3tVALUEs3cr3tVALU"
	secret := client.NewSecret(value)
	creds := client.Credentials{KeyID: "AK1", Secret: secret}
	type wrapper struct{ inner client.Credentials } // fmt does not call methods in there
	var out bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%p", "%10v"} {
		for _, v := range []any{secret, &secret, creds, &creds, []client.Secret{secret}, wrapper{creds}, &wrapper{creds}} {
			fmt.Fprintf(&out, verb+"\n", v)
		}
	}
	slog.New(slog.NewTextHandler(&out, nil)).Info("text", "secret", secret, "creds", creds, "wrapped", wrapper{creds})
	slog.New(slog.NewJSONHandler(&out, nil)).Info("json", "secret", secret, "creds", creds)
	for _, marshal := range []func(any) ([]byte, error){json.Marshal, xml.Marshal} {
		text, err := marshal(creds)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(text)
	}
	hexed := fmt.Sprintf("%x", value)
	for _, leak := range []string{value, hexed, strings.ToUpper(hexed)} {
		if strings.Contains(out.String(), leak) {
			t.Errorf("%q shows in %s", leak, out.String())
		}
	}
	if text, _ := json.Marshal(secret); string(text) != `"***"` {
		t.Errorf("JSON is %s", text)
	}
	if got := secret.Reveal(); got != value {
		t.Errorf("Reveal() = %q", got)
	}
}

func TestSecretEqual(t *testing.T) {
	a := client.NewSecret("a")
	for _, tt := range []struct {
		name string
		o    client.Secret
		want bool
	}{
		{"same value", client.NewSecret("a"), true},
		{"other value", client.NewSecret("b"), false},
		{"longer", client.NewSecret("aa"), false},
		{"none", client.Secret{}, false},
	} {
		if got := a.Equal(tt.o); got != tt.want {
			t.Errorf("%s: Equal = %v", tt.name, got)
		}
	}
	if !client.NewSecret("").IsZero() || a.IsZero() {
		t.Error("IsZero is wrong")
	}
}

func TestKindOfLooksIntoTheTree(t *testing.T) {
	inner := &client.Error{Kind: client.KindServer}
	err := fmt.Errorf("outer: %w", &client.Error{Kind: client.KindUnconfirmed, Err: errors.Join(nil, inner)})
	if got := client.KindOf(err); got != client.KindUnconfirmed {
		t.Errorf("KindOf = %q", got)
	}
	if got := client.KindOf(errors.New("plain")); got != "" {
		t.Errorf("KindOf(plain) = %q", got)
	}
}

func TestMasked(t *testing.T) {
	for value, want := range map[string]bool{
		"***": true, "*": true, " ** ": true, "••••••••": true, "●●●": true, "∗∗∗": true, "ab***yz": true, "*•*x": true,
		"": false, " ": false, "x": false, "a*b*c*d": false, "ab**yz": false, "Zm9vYmFy+/=": false, "...": false,
	} {
		if got := client.NewSecret(value).Masked(); got != want {
			t.Errorf("%q: %v", value, got)
		}
	}
}
