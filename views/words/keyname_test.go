package words

import "testing"

func TestKeyIsNamedByLabelAndID(t *testing.T) {
	for _, c := range []struct{ label, id, want string }{
		{"", "AK0123456789A1B2C3", "AK0123456789A1B2C3"},
		{"CI billing", "AK0123456789A1B2C3", "CI billing (…A1B2C3)"},
		{"CI billing", "AK1", "CI billing (AK1)"},
	} {
		if got := KeyName(c.label, c.id); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
