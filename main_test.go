package main

import (
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"

	"accesskeys/app/apptest/check"
	"accesskeys/app/forget"
	"accesskeys/app/platform/singleinstance"
	"accesskeys/client/demo"
	"accesskeys/views/words"
)

func TestDemoServerPrintsHowItIsReached(t *testing.T) {
	server, err := demo.Start("", demo.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	key := server.Credentials()
	var out strings.Builder
	if err := printAccess(&out, server, false); err != nil {
		t.Fatal(err)
	}
	want := "API base: " + server.Base() + "\nAccess Key ID: " + key.KeyID + "\nAccess Key Secret: " + key.Secret.Reveal() + "\n"
	if out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
	out.Reset()
	if err := printAccess(&out, server, true); err != nil {
		t.Fatal(err)
	}
	var got map[string]string
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil || strings.Count(out.String(), "\n") != 1 || len(got) != 3 ||
		got["apiBase"] != server.Base() || got["accessKeyId"] != key.KeyID || got["accessKeySecret"] != key.Secret.Reveal() {
		t.Errorf("printed %q, %v", out.String(), err)
	}
}

func TestFlagsThatGoTogether(t *testing.T) {
	for line, ok := range map[string]bool{
		"--demo-server 127.0.0.1:0 --json": true, "--demo-server 127.0.0.1:0": true, "--json": false, "--demo --json": false,
		"--demo --server x": false, "--forget-everything": true, "--forget-everything --yes": true, "--yes": false,
		"--forget-everything --demo": false, "--forget-everything --server x": false,
	} {
		if _, err := parseFlags(strings.Fields(line)); (err == nil) != ok {
			t.Errorf("%s: %v", line, err)
		}
	}
}

func TestManPageNamesEveryOption(t *testing.T) {
	page, err := os.ReadFile("packaging/linux/access-keys.1")
	if err != nil {
		t.Fatal(err)
	}
	var o options
	flagSet(&o).VisitAll(func(f *pflag.Flag) {
		if name := strings.ReplaceAll("--"+f.Name, "-", `\-`); !strings.Contains(string(page), name) {
			t.Errorf("the man page does not name --%s", f.Name)
		}
	})
}

func TestTheQuestionBeforeForgettingNamesAllThatGoes(t *testing.T) {
	var o options
	_, what, _ := strings.Cut(flagSet(&o).Lookup("forget-everything").Usage, ": ")
	what, _, _ = strings.Cut(what, ";")
	if asked := words.ConfirmForgetting(); !strings.Contains(asked, what) {
		t.Errorf("%q lacks %q", asked, what)
	}
}

// The test runs itself again where the system's time zones are hidden, which takes a mount namespace.
func TestTimesAreLocalWithoutTheSystemsTimeZones(t *testing.T) {
	if os.Getenv("ACCESSKEYS_NO_ZONES") != "" {
		if _, err := os.Stat("/usr/share/zoneinfo/Europe"); err == nil {
			t.Fatal("the system's time zones are still there")
		}
		setLocalZone()
		at := time.Date(2025, 7, 1, 12, 0, 0, 0, time.UTC).Local()
		if got := at.Format("15:04 MST"); got != "14:00 CEST" {
			t.Fatalf("shown as %s", got)
		}
		return
	}
	const hide = `mount -t tmpfs none /usr/share/zoneinfo && exec "$0" -test.run '^TestTimesAreLocalWithoutTheSystemsTimeZones$'`
	if exec.Command("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/usr/share/zoneinfo").Run() != nil {
		t.Skip("needs a mount namespace")
	}
	for _, tz := range []string{"Europe/Berlin", ":Europe/Berlin", "/usr/share/zoneinfo/Europe/Berlin"} {
		again := exec.Command("unshare", "-rm", "sh", "-c", hide, os.Args[0])
		again.Env = append(os.Environ(), "ACCESSKEYS_NO_ZONES=1", "TZ="+tz, "GOROOT=/nonexistent", "ZONEINFO=")
		if out, err := again.CombinedOutput(); err != nil {
			t.Errorf("%s: %v: %s", tz, err, out)
		}
	}
}

func TestForgettingWaitsForAWindowWithoutAClaim(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	unmark := markWindow(t.Context(), dir, slog.New(slog.DiscardHandler))
	what := forget.Options{Dir: dir}
	if err := forget.Check(what); !errors.Is(err, singleinstance.ErrOpen) {
		t.Errorf("while it is open: %v", err)
	}
	unmark()
	check.Must(t, forget.Check(what))
}
