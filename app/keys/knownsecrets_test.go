package keys

import (
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
)

func TestRevealedSecretsAreKnown(t *testing.T) {
	b := loaded(t, "AK1", "AK2")
	text := "its secret: " + apptest.SecretOf("AK1").Reveal()
	check.Equal(t, "before", b.keys.Known.In(text), false)
	check.Must(t, check.Second(b.keys.Reveal(t.Context(), "AK1")))
	check.Equal(t, "once revealed", b.keys.Known.In(text), true)
	check.Equal(t, "another key's", b.keys.Known.In(apptest.SecretOf("AK2").Reveal()), false)
}
