//go:build wine

package windows

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
)

// The formats that a program sets beside a secret to keep it out of the clipboard history and the cloud clipboard. The
// last two mean no if they hold a DWORD of 0; the first means no by being present.
const (
	excluded  = "ExcludeClipboardContentFromMonitorProcessing"
	inHistory = "CanIncludeInClipboardHistory"
	inCloud   = "CanUploadToCloudClipboard"
)

func TestClipboardHoldsASecretWithItsMarkers(t *testing.T) {
	const secret = "n0t a secret: ключ 密码 🔑"
	k := startKeeper(t)
	copyElsewhere(t, "before")
	k.tell("copy "+secret, "true")
	isMarked(t, clipboard(t), secret)

	before := clipboard(t).Sequence
	k.tell("clear", "false")
	now := clipboard(t)
	if now.Text != "" || len(now.Formats) != 0 || now.Sequence == before {
		t.Errorf("cleared, the clipboard holds %+v", now)
	}
}

func TestClipboardOfAnotherProgramIsLeftAlone(t *testing.T) {
	k := startKeeper(t)
	k.tell("copy a secret", "true")
	copyElsewhere(t, "another program's")
	k.tell("clear", "false")
	now := clipboard(t)
	if _, marked := now.Formats[excluded]; now.Text != "another program's" || marked {
		t.Errorf("the clipboard holds %+v", now)
	}
}

// The secret stays on the clipboard when another program adds a format to it.
func TestClipboardThatAnotherProgramAddsToIsCleared(t *testing.T) {
	const secret = "n0t a secret"
	k := startKeeper(t)
	k.tell("copy "+secret, "true")
	before := clipboard(t)
	output(t, machine.program("peek", "add", "added"))
	if now := clipboard(t); now.Text != secret || len(now.Formats) != len(before.Formats)+1 || now.Sequence == before.Sequence {
		t.Fatalf("the clipboard holds %+v", now)
	}
	k.tell("clear", "false")
	if now := clipboard(t); now.Text != "" || len(now.Formats) != 0 {
		t.Errorf("cleared, the clipboard holds %+v", now)
	}
}

// The same text on the clipboard does not prove that it is still the program's own.
func TestClipboardWithTheSameTextIsLeftAlone(t *testing.T) {
	k := startKeeper(t)
	k.tell("copy the same", "true")
	copyElsewhere(t, "the same")
	k.tell("clear", "false")
	if now := clipboard(t); now.Text != "the same" {
		t.Errorf("the clipboard holds %+v", now)
	}
}

func TestClipboardCopiedTwice(t *testing.T) {
	k := startKeeper(t)
	k.tell("copy first", "true")
	k.tell("copy second", "true")
	isMarked(t, clipboard(t), "second")
	k.tell("clear", "false")
	if now := clipboard(t); now.Text != "" {
		t.Errorf("the clipboard holds %+v", now)
	}
}

// contents is what peek prints.
type contents struct {
	Sequence uint32
	Text     string
	Formats  map[string][]byte
}

// clipboard returns what another program finds on the clipboard.
func clipboard(t *testing.T) (c contents) {
	t.Helper()
	must(t, json.Unmarshal(output(t, machine.program("peek", "clipboard")), &c))
	return c
}

// copyElsewhere copies in another program.
func copyElsewhere(t *testing.T, text string) {
	t.Helper()
	output(t, machine.program("peek", "copy", text))
}

func isMarked(t *testing.T, c contents, secret string) {
	t.Helper()
	if c.Text != secret {
		t.Errorf("the clipboard's text is %q, want %q", c.Text, secret)
	}
	if _, ok := c.Formats[excluded]; !ok {
		t.Errorf("the clipboard has no %s", excluded)
	}
	for _, name := range []string{inHistory, inCloud} {
		if data := c.Formats[name]; !bytes.Equal(data, make([]byte, 4)) {
			t.Errorf("the clipboard's %s is %v, want a DWORD of 0", name, data)
		}
	}
}

// keeper is the program that has the application's clipboard and nothing else.
type keeper struct {
	t       *testing.T
	in      io.WriteCloser
	answers *bufio.Scanner
}

func startKeeper(t *testing.T) *keeper {
	t.Helper()
	cmd := machine.program("keeper")
	log := newLogFile(t)
	cmd.Stderr = log.File
	in, err := cmd.StdinPipe()
	must(t, err)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	t.Cleanup(func() {
		_ = in.Close() // ends it
		if err := endOf(cmd); err != nil {
			t.Errorf("the keeper ended with %v", err)
		}
		if t.Failed() {
			t.Logf("the keeper's log:\n%s", log)
		}
	})
	return &keeper{t: t, in: in, answers: bufio.NewScanner(out)}
}

// tell sends a command and checks the answer.
func (k *keeper) tell(order, answer string) {
	k.t.Helper()
	_, err := fmt.Fprintln(k.in, order)
	must(k.t, err)
	if !k.answers.Scan() {
		k.t.Fatalf("%s: no answer", order)
	}
	if got := strings.TrimSpace(k.answers.Text()); got != answer {
		k.t.Errorf("%s: %s, want %s", order, got, answer)
	}
}
