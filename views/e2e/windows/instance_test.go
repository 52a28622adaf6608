//go:build wine

package windows

import (
	"strings"
	"testing"
)

func TestSecondStartBringsUpTheWindow(t *testing.T) {
	forgetEverything(t)
	r := open(t)
	r.settled()
	r.minimize()
	second := machine.program("access-keys")
	said, err := second.CombinedOutput()
	if err != nil || !strings.Contains(string(said), "its window has come up") {
		t.Errorf("the second start ended with %v and said: %s", err, said)
	}
	wait(t, "the window to come up", r.window.OnScreen)
	r.closeWindow()
}
