package e2e

import (
	"os/exec"
	"strings"
	"testing"

	"accesskeys/client/demo"
)

func TestCopyAs(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{VersionNeedsAuth: true})
	d := newDesk(t, false)
	d.settings(map[string]any{"privacy": map[string]any{"clearClipboardSeconds": 10}, "copyPrefix": "MY_"})
	r := d.signedIn(s)
	key := r.choose(s, otherEnabled(t, s))
	secret := s.SecretOf(key).Reveal()
	sh := func(script string) string {
		out, err := exec.CommandContext(t.Context(), "sh", "-c", script).CombinedOutput()
		must(t, err)
		return string(out)
	}

	calm := r.settled()
	r.press("ctrl+k")
	must(t, r.window.Changed(calm.Rect, calm, patience))
	r.settled()
	r.press("s")
	r.wait("the exports on the clipboard", func() bool { return strings.Contains(d.clipboard(), secret) })
	if hint := d.clipboardAs("x-kde-passwordManagerHint"); hint != "secret" {
		t.Errorf("the hint for clipboard histories is %q", hint)
	}
	got := sh(d.clipboard() + `printf '%s %s %s' "$MY_ACCESS_KEY_ID" "$MY_ACCESS_KEY_SECRET" "$MY_ACCESS_KEY_SERVER"`)
	if want := key + " " + secret + " " + s.Base(); got != want {
		t.Errorf("a shell has %q", got)
	}
	r.wait("the clipboard to be empty", func() bool { return d.clipboard() == "" })

	r.press("ctrl+k")
	r.settled()
	r.press("c")
	r.wait("the command on the clipboard", func() bool { return strings.HasPrefix(d.clipboard(), "curl ") })
	command := d.clipboard()
	if got := sh(command); !strings.Contains(got, `"version":"1.3.1"`) {
		t.Errorf("curl prints %q", got)
	}
	if got := sh(command); !strings.Contains(got, "nonce was used before") {
		t.Errorf("the second time, curl prints %q", got)
	}
	r.press("ctrl+shift+x")
	r.wait("the clipboard to be empty", func() bool { return d.clipboard() == "" })
	if log := r.log.String(); strings.Contains(log, secret) || strings.Contains(log, "Bearer") {
		t.Error("the log holds a secret")
	}
}
