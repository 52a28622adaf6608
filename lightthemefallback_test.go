package main

import (
	"os"
	"runtime"
	"testing"
)

func TestTheThemeIsLightUnlessAsked(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("this system always has a preference")
	}
	for before, want := range map[string]string{"": "light", "dark": "dark"} {
		t.Setenv(themeEnv, before)
		preferLight()
		if got := os.Getenv(themeEnv); got != want {
			t.Errorf("%q becomes %q, want %q", before, got, want)
		}
	}
}
