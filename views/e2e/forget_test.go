package e2e

import (
	"slices"
	"strings"
	"testing"

	"accesskeys/client/demo"
)

// forget runs --forget-everything with an answer, and returns what it says and whether it succeeds.
func (d *desk) forget(answer string, args ...string) (string, bool) {
	d.t.Helper()
	cmd := d.command(program, append([]string{"--forget-everything"}, args...)...)
	cmd.Stdin = strings.NewReader(answer)
	cmd.Env = slices.DeleteFunc(slices.Clone(d.env), func(v string) bool { return strings.HasPrefix(v, "DISPLAY=") })
	said, err := cmd.CombinedOutput()
	return string(said), err == nil
}

func TestEverythingIsForgottenOnceTheWindowIsClosed(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	creds := s.Credentials()
	d := newDesk(t, true)
	r := d.signedIn(s)
	stored := func() bool { return d.stored(signInService, account(s, creds.KeyID)) == creds.Secret.Reveal() }
	r.wait("the sign-in to be in the keyring", stored)
	if said, ok := d.forget("", "--yes"); ok || said != "access-keys: Nothing was removed. Access Keys is open. Quit it, then try again.\n" || !stored() {
		t.Errorf("while the window is open: %v, %q", ok, said)
	}
	r.press("ctrl+q")
	r.waitEnd()

	for _, answer := range []string{"", "n\n", "no, not yet\n"} {
		if said, ok := d.forget(answer); ok || !strings.Contains(said, "(y/n)") || !strings.HasSuffix(said, "Nothing was removed.\n") || !stored() {
			t.Errorf("answered %q: %v, %q", answer, ok, said)
		}
	}
	said, ok := d.forget("y\n")
	if want := "Removed from the keyring. Sign-ins: 1; secrets of keys: 0.\nRemoved: " + d.home + "/config/access-keys\n"; !ok || !strings.Contains(said, want) {
		t.Errorf("answered yes: %v, %q, want %q", ok, said, want)
	}
	if stored() {
		t.Error("the sign-in is still in the keyring")
	}
	for file := range d.files() {
		if strings.Contains(strings.ReplaceAll(file, "_", "-"), "access-keys") {
			t.Errorf("it left %s", file)
		}
	}
	if said, ok := d.forget("", "--yes"); !ok || said != "There was nothing to remove.\n" {
		t.Errorf("once more: %v, %q", ok, said)
	}
}
