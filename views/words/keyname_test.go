package words

import (
	"strings"
	"testing"
)

func TestKeyIsNamedByLabelAndID(t *testing.T) {
	for _, c := range []struct{ label, id, want string }{
		{"", "AK0123456789A1B2C3", "AK0123456789A1B2C3"},
		{"CI billing", "AK0123456789A1B2C3", "“CI billing” (…A1B2C3)"},
		{"CI billing", "AK1", "“CI billing” (AK1)"},
	} {
		if got := KeyName(c.label, c.id); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestOnlyALentLabelSharesItsBrackets(t *testing.T) {
	lent := func() string { return "CI" }
	for own, want := range map[string]string{
		"":         "“CI” (new, AK1)",
		"CI (new)": "“CI (new)” (AK1)", // what the user has typed
		"Mine":     "“Mine” (AK1)",
	} {
		label, isLent := LabelOf(own, lent)
		if got := NameBy(label, isLent, "AK1"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		plain := strings.NewReplacer("“", "", "”", "").Replace(want)
		if start, rest := SplitName(label, isLent, "AK1"); start+rest != plain || PlainName(label, isLent, "AK1") != plain {
			t.Errorf("got %q and %q, want %q", start, rest, plain)
		}
	}
	if label, isLent := LabelOf("", func() string { return "" }); label != "" || isLent {
		t.Errorf("%q is lent: %v", label, isLent)
	}
}

func TestShortIDsKeepsAllButTheIDs(t *testing.T) {
	for message, want := range map[string]string{
		"AKzvNhGm40iJxKx5nBq2aJfZzEm0T0 was not disabled.": "…zEm0T0 was not disabled.",
		"已复制 AKzvNhGm40iJxKx5nBq2aJfZzEm0T0 的 ID":          "已复制 …zEm0T0 的 ID",
		"Copied the ID of billing (…zEm0T0)":               "Copied the ID of billing (…zEm0T0)",
		"Enabled AK1":                                      "Enabled AK1",
	} {
		if got := ShortIDs(message); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
