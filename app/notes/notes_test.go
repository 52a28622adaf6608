package notes_test

import (
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"log/slog"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/client"
)

func TestNoteIsCleaned(t *testing.T) {
	const family = "👩\u200d👧" // one character of several
	for _, c := range []struct {
		name         string
		given, clean notes.Note
	}{
		{"a label is one line", notes.Note{Label: " CI\r\n\tbilling\u2028now "}, notes.Note{Label: "CI billing now"}},
		{"what nobody sees is dropped", notes.Note{Label: "a\x00\x1b[31m\u202eb\ufeff\u200bc"}, notes.Note{Label: "a[31mbc"}},
		{"what joins a character stays", notes.Note{Label: family}, notes.Note{Label: family}},
		{"empty places and those named twice go", notes.Note{Places: []string{" ", "CI > billing", "", " CI  >  billing"}},
			notes.Note{Places: []string{"CI > billing"}}},
		{"lines of a note stay", notes.Note{Text: "\n\none \t\r\n\n  two\rthree\n\n"}, notes.Note{Text: "one\n\n  two\nthree"}},
		{"blanks alone are nothing", notes.Note{Label: " ", Places: []string{"\t"}, Text: "\n \n"}, notes.Note{}},
	} {
		if got := c.given.Clean(); !got.Equal(c.clean) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.clean)
		}
	}
}

func TestPlacesAreOneALine(t *testing.T) {
	check.EqualSlices(t, "places", notes.PlacesOf("CI > billing\r\n\n laptop \nCI > billing"), "CI > billing", "laptop")
	check.EqualSlices(t, "no places", notes.PlacesOf(" \n"))
}

func TestLimitsCountCharacters(t *testing.T) {
	most := notes.Note{
		Label: strings.Repeat("签", notes.LongestLabel),
		Text:  strings.Repeat("é", notes.LongestText),
	}
	for i := range notes.MostPlaces {
		most.Places = append(most.Places, strings.Repeat("站", notes.LongestPlace-1)+string(rune('a'+i)))
	}
	check.Must(t, most.Check())

	for field, longer := range map[notes.Field]func(n *notes.Note){
		notes.FieldLabel:  func(n *notes.Note) { n.Label += "x" },
		notes.FieldPlace:  func(n *notes.Note) { n.Places = []string{strings.Repeat("x", notes.LongestPlace+1)} },
		notes.FieldPlaces: func(n *notes.Note) { n.Places = append(n.Places, "x") },
		notes.FieldText:   func(n *notes.Note) { n.Text += "x" },
	} {
		n := most
		longer(&n)
		var limit *notes.LimitError
		if err := n.Check(); !errors.As(err, &limit) || limit.Field != field || limit.Has != limit.Most+1 {
			t.Errorf("%s: got %v", field, err)
		}
	}
}

func TestLongRunsLookLikeSecrets(t *testing.T) {
	const id = "AKabcdefghijklmnopqrstuvwxyz012345"
	list := keys.New(apptest.NewBackend(), nil, slog.New(slog.DiscardHandler), time.Now)
	list.Restore([]client.AccessKey{{ID: id}}, time.Now())
	for text, looks := range map[string]bool{
		"":                               false,
		"CI > billing, every night at 2": false,
		strings.Repeat("a", 29):          false,
		strings.Repeat("a", 30):          true,
		"secret: wJalrXUtnFEMI/K7MDENG+bPxRfiCY=": true,
		id:                                 false,
		"replaces " + id + ".":             false,
		"id=" + id:                         false,
		id + "x":                           true,
		id + "=" + strings.Repeat("b", 30): true,
		strings.Repeat("-", 40):            false, // a line
		strings.Repeat("签", 40):            false,
		"bcd_" + strings.Repeat("a-", 20):  true,
	} {
		for _, n := range []notes.Note{{Label: text}, {Places: []string{"x", text}}, {Text: "x\n" + text}} {
			check.Equal(t, text, errors.Is(n.Vet(notes.Note{}, list), notes.ErrLooksSecret), looks)
			check.Must(t, n.Vet(n, list)) // what the user saw before is not looked at again
		}
	}
}

func TestEverydayNamesAreNoSecrets(t *testing.T) {
	list := keys.New(apptest.NewBackend(), nil, slog.New(slog.DiscardHandler), time.Now)
	for _, name := range []string{
		"gitlab.example.com/platform/infra/terraform-production",
		"team-platform-production-kubernetes-cluster-eu-central-1",
		"jenkins-agents-production-billing-nightly",
		"k8s-production-eu-central-1-deploy",
		"https://git.example.com/Example/BillingService/actions/runs/12345678",
		"TERRAFORM_STATE_123456789012_EU_CENTRAL_1",
		"production/billing-api-7d9f8c6b5d-x2k4j-node12",
		"backup_billing_2026-11-30_nightly_v2",
	} {
		if err := (notes.Note{Label: name}).Vet(notes.Note{}, list); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRandomTextsLookLikeSecrets(t *testing.T) {
	list := keys.New(apptest.NewBackend(), nil, slog.New(slog.DiscardHandler), time.Now)
	random := rand.NewChaCha8([32]byte{})
	for range 1000 {
		b := make([]byte, 32)
		random.Read(b)
		letters := make([]byte, 32)
		for i := range letters {
			letters[i] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"[int(b[i])%62]
		}
		for _, secret := range []string{
			string(letters),
			"production-" + string(letters),
			base64.StdEncoding.EncodeToString(b),
			base64.RawURLEncoding.EncodeToString(b[:24]),
			base32.StdEncoding.EncodeToString(b),
			hex.EncodeToString(b[:16]),
			"ghp_" + string(letters),
			"sk-proj-" + base64.RawURLEncoding.EncodeToString(b),
			"sk_live_" + string(letters[:24]),
		} {
			if err := (notes.Note{Label: secret}).Vet(notes.Note{}, list); !errors.Is(err, notes.ErrLooksSecret) {
				t.Errorf("%s: %v", secret, err)
			}
		}
	}
}

func TestFitLeavesOutWhatExceedsALimit(t *testing.T) {
	long := notes.Note{Label: strings.Repeat("l", notes.LongestLabel+1), Text: strings.Repeat("é", notes.LongestText+1)}
	for i := range notes.MostPlaces + 1 {
		long.Places = append(long.Places, strings.Repeat(string(rune('a'+i)), notes.LongestPlace+1))
	}
	fit := long.Fit()
	check.Must(t, fit.Check())
	check.Equal(t, "label", fit.Label, long.Label[1:])
	check.Equal(t, "places", len(fit.Places), notes.MostPlaces)
	check.Equal(t, "the same again", fit.Fit().Equal(fit), true)
}
