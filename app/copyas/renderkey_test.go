package copyas

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"accesskeys/client"
)

func TestEachFormatAsItIsPasted(t *testing.T) {
	for format, want := range map[Format]string{
		FormatPair: "AKtest-A1B2C3\ns3cret",
		FormatShell: ` export ACCESS_KEY_ID='AKtest-A1B2C3'
 export ACCESS_KEY_SECRET='s3cret'
 export ACCESS_KEY_SERVER='https://optimizer.example.com/api/v1'
`,
		FormatPowerShell: `$env:ACCESS_KEY_ID = 'AKtest-A1B2C3'
$env:ACCESS_KEY_SECRET = 's3cret'
$env:ACCESS_KEY_SERVER = 'https://optimizer.example.com/api/v1'
`,
		FormatDotenv: `ACCESS_KEY_ID=AKtest-A1B2C3
ACCESS_KEY_SECRET=s3cret
ACCESS_KEY_SERVER=https://optimizer.example.com/api/v1
`,
		FormatJSON: `{
  "ACCESS_KEY_ID": "AKtest-A1B2C3",
  "ACCESS_KEY_SECRET": "s3cret",
  "ACCESS_KEY_SERVER": "https://optimizer.example.com/api/v1"
}
`,
		FormatKubernetes: `apiVersion: v1
kind: Secret
metadata:
  name: "access-key-a1b2c3"
type: Opaque
stringData:
  ACCESS_KEY_ID: "AKtest-A1B2C3"
  ACCESS_KEY_SECRET: "s3cret"
  ACCESS_KEY_SERVER: "https://optimizer.example.com/api/v1"
`,
	} {
		if got := render(t, source("s3cret"), format); got != want {
			t.Errorf("%s:\n%s", format, got)
		}
	}
}

// A terminal may act on such a character before the shell sees the quotes around it.
func TestControlCharactersAreRefused(t *testing.T) {
	for _, c := range []string{"\x00", "\n", "\r", "\r\n", "\t", "\v", "\f", "\x0f", "\x15", "\x1b[201~", "\x7f", "\u0085", "\u009b", "\u2028", "\u2029", "\xff"} {
		for _, format := range formats() {
			if text, err := source("a" + c + "b").Render(format); !errors.Is(err, ErrControl) || !text.IsZero() {
				t.Errorf("%s with %q: %v", format, c, err)
			}
			s := source("secret")
			s.Server.Base += c
			if _, err := s.Render(format); !errors.Is(err, ErrControl) {
				t.Errorf("%s with %q in the address: %v", format, c, err)
			}
		}
	}
}

func TestErrorsHoldNoSecret(t *testing.T) {
	for _, secret := range []string{"s3cr\net", "s3cr${et}"} {
		for _, format := range append(formats(), "other") {
			if _, err := source(secret).Render(format); err != nil && strings.Contains(err.Error(), "s3cr") {
				t.Errorf("%s: %v", format, err)
			}
		}
	}
}

func TestWhatIsNotKnownIsRefused(t *testing.T) {
	if _, err := source("secret").Render("other"); !errors.Is(err, errFormat) {
		t.Errorf("another format: %v", err)
	}
	s := source("secret")
	s.Prefix = "my-"
	if _, err := s.Render(FormatShell); err == nil {
		t.Error("a prefix that is no name was taken")
	}
}

func TestNothingSignsInAFormatThatIsNotKnown(t *testing.T) {
	for _, f := range client.TokenFormats() {
		if got := FormatsFor(f); !slices.Equal(got, formats()) {
			t.Errorf("for %s: %v", f, got)
		}
	}
	plain := FormatsFor("")
	for _, f := range formats() {
		s := source("secret")
		s.Server.TokenFormat = ""
		_, err := s.Render(f)
		if offered := slices.Contains(plain, f); offered != (err == nil) || !offered && !errors.Is(err, client.ErrUnknownFormat) {
			t.Errorf("%s: offered is %v, and %v", f, offered, err)
		}
	}
}

func TestNameOfAKubernetesSecret(t *testing.T) {
	for _, tt := range []struct{ label, id, want string }{
		{"", "AKtest-A1B2C3", "access-key-a1b2c3"},
		{"", "AK_9", "access-key-ak-9"},
		{"", "AKtest___-_A", "access-key-a"},
		{"", "------", "access-key"},
		{"CI billing", "AKtest", "ci-billing"},
		{"  --CI > Billing!  ", "AKtest", "ci-billing"},
		{"2024", "AKtest", "2024"},
		{"true", "AKtest", "true"},
		{"Ünïcode", "AKtest", "n-code"},
		{"账单", "AKtest-A1B2C3", "access-key-a1b2c3"},
		{"a.b_c", "AKtest", "a-b-c"},
		{strings.Repeat("x", 62) + " y", "AKtest", strings.Repeat("x", 62)},
		{strings.Repeat("é", 70), "AKtest-A1B2C3", "access-key-a1b2c3"},
	} {
		s := source("secret")
		s.Label, s.Key.KeyID = tt.label, tt.id
		if got := s.secretName(); got != tt.want {
			t.Errorf("%q of %s: %q, want %q", tt.label, tt.id, got, tt.want)
		}
		readKubernetes(t, render(t, s, FormatKubernetes)) // which the schema accepts
	}
}
