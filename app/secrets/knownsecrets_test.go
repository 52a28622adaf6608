package secrets

import (
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

func TestKnownSecretsAreRecognized(t *testing.T) {
	var k Known
	check.Equal(t, "nothing known", k.In("s3cr3t/value="), false)
	k.Learn(client.NewSecret("s3cr3t/value="))
	k.Learn(client.NewSecret("another-secret-of-some-length"))
	k.Learn(client.NewSecret("a"))
	k.Learn(client.NewSecret("**********"))
	for text, in := range map[string]bool{
		"":                                    false,
		"s3cr3t/value=":                       true,
		"the secret is s3cr3t/value=, keep":   true,
		"s3cr3t/value":                        false,
		"S3cr3t/value=":                       false,
		"a plain note":                        false,
		"**********":                          false,
		"xanother-secret-of-some-lengthy":     true,
		"another-secret-of-some other length": false,
	} {
		check.Equal(t, text, k.In(text), in)
	}
}
