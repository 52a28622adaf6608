//go:build linux

package clipboard

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"accesskeys/app/platform/wayland"
	"accesskeys/client"
)

func TestWaylandWithoutDataControl(t *testing.T) {
	newCompositor(t, "wl_seat", "zxdg_decoration_manager_v1")
	c := New(nil)
	defer c.Close()
	if c.Marks(t.Context()) {
		t.Error("it says that it can mark")
	}
	if err := c.Copy(t.Context(), client.NewSecret("unmarkable")); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("Copy: %v", err)
	}
	nothingRuns(t)
}

func TestWaylandOfOlderCompositors(t *testing.T) {
	d := newCompositor(t, "zwlr_data_control_manager_v1", "wl_seat")
	c := New(nil)
	defer c.Close()
	copies(t, c, "as it was done before")
	pastes(t, d, "UTF8_STRING", "as it was done before")
}

func TestWaylandHandsOutNothingElse(t *testing.T) {
	d := newCompositor(t, "ext_data_control_manager_v1", "wl_seat")
	c := New(nil)
	defer c.Close()
	copies(t, c, "only as text")
	owner, source := d.owner()
	if got, err := owner.ask(source, "image/png"); err != nil || got != "" {
		t.Errorf("pasted as a picture: %q, %v", got, err)
	}
	pastes(t, d, "text/plain", "only as text")
}

func TestWaylandHoldsTheLongest(t *testing.T) {
	d := newCompositor(t, "ext_data_control_manager_v1", "wl_seat")
	c := New(nil)
	defer c.Close()
	long := strings.Repeat("0123456789abcdef", longest/16)
	copies(t, c, long)
	if got, err := d.paste("text/plain"); err != nil || got != long {
		t.Errorf("pasted %d bytes, %v", len(got), err)
	}
}

func TestWaylandCompositorThatDies(t *testing.T) {
	d := newCompositor(t, "ext_data_control_manager_v1", "wl_seat")
	c := New(nil)
	defer c.Close()
	copies(t, c, "lost with the compositor")
	d.close()
	until(t, "the secret to be lost", func() bool { return !c.Held() })
	if err := c.Copy(t.Context(), client.NewSecret("nowhere to go")); err == nil {
		t.Error("it says that it copied")
	}
	clears(t, c)
	nothingRuns(t)

	d.open("wayland-8")
	copies(t, c, "of a new compositor")
	pastes(t, d, "UTF8_STRING", "of a new compositor")
}

func TestWaylandCompositorThatObjects(t *testing.T) {
	d := newCompositor(t, "ext_data_control_manager_v1", "wl_seat")
	c := New(nil)
	defer c.Close()
	copies(t, c, "objectionable")
	owner, source := d.owner()
	if err := owner.Send(wayland.Call(wayland.DisplayID, wayland.DisplayError).Number(source).Number(0).Text("no")); err != nil {
		t.Fatal(err)
	}
	until(t, "the secret to be lost", func() bool { return !c.Held() })
	copies(t, c, "over a new connection")
	pastes(t, d, "UTF8_STRING", "over a new connection")
}

// TestWaylandConnectionsThatAreLost breaks each connection. The next copy may be the first to notice.
func TestWaylandConnectionsThatAreLost(t *testing.T) {
	d := newCompositor(t, "ext_data_control_manager_v1", "wl_seat")
	c := New(nil)
	defer c.Close()
	for i := range 100 {
		secret := fmt.Sprint("number ", i)
		copies(t, c, secret)
		pastes(t, d, "UTF8_STRING", secret)
		d.dismiss()
	}
}

func TestWaylandCompositorThatIsStuck(t *testing.T) {
	d := newCompositor(t, "ext_data_control_manager_v1", "wl_seat")
	c := New(nil)
	defer c.Close()
	copies(t, c, "first")
	d.mu.Lock()
	d.from.silent = true
	d.mu.Unlock()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := c.Copy(ctx, client.NewSecret("never confirmed")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Copy: %v", err)
	}
	d.close() // and that ends it
	until(t, "the secret to be lost", func() bool { return !c.Held() })
	nothingRuns(t)
}

func TestWaylandMessagesThatAreCutShort(t *testing.T) {
	for name, m := range map[string]*wayland.Message{
		"nothing":      {},
		"half":         {Rest: []byte{1, 0}},
		"a long text":  {Rest: wayland.Call(0, 0).Number(0xffffffff)[8:]},
		"a short text": {Rest: append(wayland.Call(0, 0).Number(9)[8:], "cut"...)},
	} {
		if got := m.Text(); got != "" || m.Number() != 0 {
			t.Errorf("%s: read %q", name, got)
		}
	}
}
