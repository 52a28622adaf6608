//go:build linux

package clipboard

import (
	"context"
	"errors"
	"io"
	"os/exec"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// TestManagersDoNotPutAClearedSecretBack uses real clipboard managers, which restore the content of a clipboard that loses
// its owner. The secret is there long enough for them to read it.
func TestManagersDoNotPutAClearedSecretBack(t *testing.T) {
	for _, manager := range []string{"xfce4-clipman", "parcellite"} {
		t.Run(manager, func(t *testing.T) {
			if _, err := exec.LookPath(manager); err != nil {
				t.Skipf("%s is not installed", manager)
			}
			d := newX11Desk(t)
			program(t, exec.Command("dbus-run-session", "--", manager))
			c := New(nil)
			defer c.Close()
			readsWhatIsCopied(t, c, "wJalrXUtnFEMI/K7MDENG")
			sleep(t.Context(), nil, blankTime) // time for the manager to store it, which cannot be observed
			clears(t, c)
			for end := time.Now().Add(restoreTime); time.Now().Before(end); time.Sleep(ownerInterval) {
				if got, _ := d.paste("UTF8_STRING"); got == "wJalrXUtnFEMI/K7MDENG" {
					t.Fatal("the secret is back")
				}
			}
		})
	}
}

// readsWhatIsCopied copies a secret repeatedly until the manager has started and reads it.
func readsWhatIsCopied(t *testing.T, c *Clipboard, secret string) {
	t.Helper()
	until(t, "the manager to read what is copied", func() bool {
		copies(t, c, secret)
		h := &c.board.(*unixBoard).x11.link.Load().holding
		for end := time.Now().Add(time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
			h.mu.Lock()
			read := h.read
			h.mu.Unlock()
			if read {
				return true
			}
		}
		return false
	})
}

// TestASecretThatIsPutBackIsToldOf uses a program that restores what it read as soon as the clipboard has no owner.
func TestASecretThatIsPutBackIsToldOf(t *testing.T) {
	for what, try := range map[string]struct {
		back string
		want error
	}{
		"the secret":     {"put-back-at-once", ErrRestored},
		"something else": {"of another program", nil},
	} {
		t.Run(what, func(t *testing.T) {
			d := newX11Desk(t)
			c := New(nil)
			defer c.Close()
			copies(t, c, "put-back-at-once")
			pastes(t, d, "UTF8_STRING", "put-back-at-once")
			go restore(t, try.back)
			ctx, cancel := context.WithTimeout(t.Context(), someTime)
			defer cancel()
			if err := c.Clear(ctx); !errors.Is(err, try.want) {
				t.Errorf("Clear: %v, want %v", err, try.want)
			}
		})
	}
}

// restore copies text as soon as nothing is on the clipboard.
func restore(t *testing.T, text string) {
	xgb.Logger.SetOutput(io.Discard)
	conn, err := xgb.NewConn()
	if err != nil {
		t.Error(err)
		return
	}
	defer conn.Close()
	atom, err := xproto.InternAtom(conn, false, 9, "CLIPBOARD").Reply()
	if err != nil {
		t.Error(err)
		return
	}
	for {
		owner, err := xproto.GetSelectionOwner(conn, atom.Atom).Reply()
		if err != nil {
			return // the test is over
		}
		if owner.Owner == 0 {
			break
		}
	}
	cmd := exec.CommandContext(t.Context(), "sh", "-c", `printf %s "$1" | xclip -selection clipboard -in -quiet`, "sh", text)
	_ = cmd.Run() // until the test is over
}
