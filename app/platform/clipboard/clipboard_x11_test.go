//go:build linux

package clipboard

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"accesskeys/client"
)

// x11Desk is a separate X server with xclip.
type x11Desk struct {
	t      *testing.T
	server *exec.Cmd
}

func newX11Desk(t *testing.T) *x11Desk {
	t.Helper()
	if testing.Short() {
		t.Skip("starts an X server")
	}
	alone(t)
	server := exec.Command("Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp")
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	program(t, server)
	number, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	t.Setenv("DISPLAY", ":"+strings.TrimSpace(number))
	t.Setenv("XDG_SESSION_TYPE", "x11")
	return &x11Desk{t: t, server: server}
}

func (d *x11Desk) paste(target string) (string, error) {
	ctx, cancel := context.WithTimeout(d.t.Context(), someTime)
	defer cancel()
	out, err := exec.CommandContext(ctx, "xclip", "-selection", "clipboard", "-out", "-target", target).Output()
	return string(out), err
}

func (d *x11Desk) targets() []string {
	list, err := d.paste("TARGETS")
	if err != nil {
		d.t.Error(err)
	}
	return strings.Fields(list)
}

// copy copies a text with xclip, which runs until it loses the clipboard or the X server.
func (d *x11Desk) copy(text string) {
	d.t.Helper()
	cmd := exec.Command("xclip", "-selection", "clipboard", "-in", "-quiet")
	cmd.Stdin = strings.NewReader(text)
	program(d.t, cmd)
	until(d.t, "xclip to copy", func() bool {
		got, err := d.paste("UTF8_STRING")
		return err == nil && got == text
	})
}

// requestor is another client of the X server that can make any request.
type requestor struct {
	t      *testing.T
	conn   *xgb.Conn
	window xproto.Window
}

func newRequestor(t *testing.T) *requestor {
	t.Helper()
	xgb.Logger.SetOutput(io.Discard)
	conn, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(conn.Close)
	window, err := xproto.NewWindowId(conn)
	if err != nil {
		t.Fatal(err)
	}
	root := xproto.Setup(conn).DefaultScreen(conn).Root
	err = xproto.CreateWindowChecked(conn, 0, window, root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check()
	if err != nil {
		t.Fatal(err)
	}
	return &requestor{t: t, conn: conn, window: window}
}

func (r *requestor) atom(name string) xproto.Atom {
	r.t.Helper()
	reply, err := xproto.InternAtom(r.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		r.t.Fatal(err)
	}
	return reply.Atom
}

// ask requests a target of the clipboard, and returns the property that the answer names.
func (r *requestor) ask(target string, property xproto.Atom, at xproto.Timestamp) xproto.Atom {
	r.t.Helper()
	xproto.ConvertSelection(r.conn, r.window, r.atom("CLIPBOARD"), r.atom(target), property, at)
	answer := make(chan xproto.SelectionNotifyEvent, 1)
	go func() {
		for {
			event, err := r.conn.WaitForEvent()
			if notice, ok := event.(xproto.SelectionNotifyEvent); ok {
				answer <- notice
				return
			}
			if event == nil && err == nil {
				return
			}
		}
	}()
	select {
	case notice := <-answer:
		if notice.Requestor != r.window || notice.Selection != r.atom("CLIPBOARD") || notice.Target != r.atom(target) {
			r.t.Errorf("the answer to another question: %v", notice)
		}
		return notice.Property
	case <-time.After(someTime):
		r.t.Fatalf("no answer about %s", target)
		return 0
	}
}

// value returns the content of a property and its type.
func (r *requestor) value(property xproto.Atom) (xproto.Atom, []byte) {
	r.t.Helper()
	got, err := xproto.GetProperty(r.conn, false, r.window, property, xproto.GetPropertyTypeAny, 0, 1<<16).Reply()
	if err != nil {
		r.t.Fatal(err)
	}
	return got.Type, got.Value
}

// x11Copy returns a desktop with a secret on its clipboard, and a program that can request it.
func x11Copy(t *testing.T, secret string) (*Clipboard, *requestor) {
	t.Helper()
	newX11Desk(t)
	c := New(nil)
	t.Cleanup(func() {
		c.Close()
	})
	copies(t, c, secret)
	return c, newRequestor(t)
}

func TestX11AnswersSeveralQuestionsAtOnce(t *testing.T) {
	_, r := x11Copy(t, "one of several")
	list := r.atom("LIST")
	asked := words(uint32(r.atom("UTF8_STRING")), uint32(r.atom("A")), uint32(r.atom("image/png")), uint32(r.atom("B")),
		uint32(r.atom(hint)), uint32(r.atom("C")), uint32(r.atom("MULTIPLE")), uint32(r.atom("D")), uint32(r.atom("TEXT")), 0)
	xproto.ChangeProperty(r.conn, xproto.PropModeReplace, r.window, list, r.atom("ATOM_PAIR"), 32, uint32(len(asked)/4), asked)
	if got := r.ask("MULTIPLE", list, 0); got != list {
		t.Fatalf("MULTIPLE was answered in %d", got)
	}
	want := words(uint32(r.atom("UTF8_STRING")), uint32(r.atom("A")), uint32(r.atom("image/png")), 0,
		uint32(r.atom(hint)), uint32(r.atom("C")), uint32(r.atom("MULTIPLE")), 0, uint32(r.atom("TEXT")), 0)
	if _, got := r.value(list); !slices.Equal(got, want) {
		t.Errorf("what could be had: %v, want %v", got, want)
	}
	if kind, got := r.value(r.atom("A")); kind != r.atom("UTF8_STRING") || string(got) != "one of several" {
		t.Errorf("the secret: %q of type %d", got, kind)
	}
	if _, got := r.value(r.atom("C")); string(got) != "secret" {
		t.Errorf("the mark: %q", got)
	}
}

func TestX11AnswersObsoleteRequestors(t *testing.T) {
	_, r := x11Copy(t, "for the old")
	target := r.atom("UTF8_STRING")
	if got := r.ask("UTF8_STRING", xproto.AtomNone, 0); got != target {
		t.Fatalf("answered in %d, want %d", got, target)
	}
	if _, got := r.value(target); string(got) != "for the old" {
		t.Errorf("pasted %q", got)
	}
}

func TestX11RefusesWhatItDoesNotHave(t *testing.T) {
	_, r := x11Copy(t, "never refused")
	for _, target := range []string{"SAVE_TARGETS", "image/png", "DELETE"} {
		if got := r.ask(target, r.atom("OUT"), 0); got != xproto.AtomNone {
			t.Errorf("%s was answered", target)
		}
	}
	if got := r.ask("MULTIPLE", r.atom("NOT_THERE"), 0); got != xproto.AtomNone {
		t.Error("MULTIPLE without a list was answered")
	}
	if got := r.ask("MULTIPLE", xproto.AtomNone, 0); got != xproto.AtomNone {
		t.Error("MULTIPLE without a property was answered")
	}
}

func TestX11KnowsSinceWhenItHasTheClipboard(t *testing.T) {
	_, r := x11Copy(t, "dated")
	out := r.atom("OUT")
	if got := r.ask("TIMESTAMP", out, 0); got != out {
		t.Fatal("TIMESTAMP was refused")
	}
	_, date := r.value(out)
	since := xproto.Timestamp(xgb.Get32(date))
	if since == xproto.TimeCurrentTime {
		t.Error("it was taken at no time in particular")
	}
	if got := r.ask("UTF8_STRING", out, since-1); got != xproto.AtomNone {
		t.Error("what was there before was asked for, and the secret handed out")
	}
	if got := r.ask("UTF8_STRING", out, since); got != out {
		t.Error("it was refused to one that asks as of its time")
	}
}

func TestX11OffersLatin1OnlyForWhatIsTheSameInIt(t *testing.T) {
	_, r := x11Copy(t, "schlüssel")
	out := r.atom("OUT")
	if got := r.ask("STRING", out, 0); got != xproto.AtomNone {
		t.Error("STRING was answered in UTF-8")
	}
	if got := r.ask("TEXT", out, 0); got != out {
		t.Fatal("TEXT was refused")
	}
	if kind, got := r.value(out); kind != r.atom("UTF8_STRING") || string(got) != "schlüssel" {
		t.Errorf("TEXT: %q of type %d", got, kind)
	}
}

func TestX11HoldsTheLongest(t *testing.T) {
	long := strings.Repeat("0123456789abcdef", longest/16)
	_, r := x11Copy(t, long)
	out := r.atom("OUT")
	r.ask("UTF8_STRING", out, 0)
	if _, got := r.value(out); string(got) != long {
		t.Errorf("pasted %d bytes", len(got))
	}
}

func TestX11ServerThatDies(t *testing.T) {
	d := newX11Desk(t)
	c := New(nil)
	defer c.Close()
	copies(t, c, "lost with the server")
	stop(d.server)
	until(t, "the secret to be lost", func() bool { return !c.Held() })
	ctx, cancel := context.WithTimeout(t.Context(), someTime)
	defer cancel()
	if err := c.Copy(ctx, client.NewSecret("nowhere to go")); err == nil || errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Copy without a server: %v", err)
	}
	clears(t, c)
	nothingRuns(t)

	again := newX11Desk(t)
	copies(t, c, "of a new server")
	pastes(t, again, "UTF8_STRING", "of a new server")
}

func TestX11ServerThatDiesMeanwhile(t *testing.T) {
	d := newX11Desk(t)
	c := New(nil)
	defer c.Close()
	copies(t, c, "first")
	dead := make(chan struct{})
	go func() {
		defer close(dead)
		stop(d.server)
	}()
	until(t, "Copy to fail", func() bool {
		ctx, cancel := context.WithTimeout(t.Context(), someTime)
		defer cancel()
		err := c.Copy(ctx, client.NewSecret("again"))
		if errors.Is(err, context.DeadlineExceeded) {
			t.Fatal("Copy does not notice that the server is gone")
		}
		return err != nil
	})
	<-dead
	until(t, "the secret to be lost", func() bool { return !c.Held() })
	nothingRuns(t)
}
