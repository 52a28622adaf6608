package client_test

import (
	"testing"

	"accesskeys/client"
)

func TestLooksSwappedOnlyIfBothTextsDo(t *testing.T) {
	const id, secret = "AKHxEU5vJw2eQ8rT0bD1", "q3J+x/8Zt0vB5nM2kL7w"
	for _, c := range []struct {
		id, secret string
		want       bool
	}{
		{secret, id, true},
		{id, secret, false},
		{id, id, false}, // the ID was pasted twice
		{secret, secret, false},
		{"", id, false},
		{secret, "AK1", false},
		{"nobody", id, false},
	} {
		if got := client.LooksSwapped(c.id, c.secret); got != c.want {
			t.Errorf("the ID %q with the secret %q: %v", c.id, c.secret, got)
		}
	}
}

func TestLooksLikeSecretOnlyIfItIsNoAddress(t *testing.T) {
	for text, want := range map[string]bool{
		"q3Jx8Zt0vB5nM2kL7wYe":                     true,
		"q3Jx/8Zt0vB5nM2kL7w+eA==":                 true,
		"q3Jx_8Zt0vB5-M2kL7wYe":                    true,
		"3f2a9c0de1b47865a0f1c2d3e4b5968778695a4b": true,
		"optimizer":                                false,
		"WIN-4F7K2Q9":                              false,
		"optimizerproductioneast":                  false,
		"cluster-optimizer-production-01":          false,
		"optimizer01/cluster/console":              false,
		"optimizer.Example1.com/console":           false,
		"https://q3Jx8Zt0vB5nM2kL7wYe":             false,
		"optimizerProduction01east:8443":           false,
		"控制台q3Jx8Zt0vB5nM2kL7wYe":                  false,
		"2001:db8:0:0:8d3:1319:8a2e:0370":          false,
		"":                                         false,
	} {
		if got := client.LooksLikeSecret(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
