//go:build linux

package motion_test

import (
	"context"
	"testing"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/motion"
	"accesskeys/app/platform/platformtest"
)

// portal is org.freedesktop.portal.Settings with the settings of a desktop, by namespace and key.
type portal map[string]any

func (p portal) read(namespace, key string) (dbus.Variant, *dbus.Error) {
	value, ok := p[namespace+" "+key]
	if !ok {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.portal.Error.NotFound", nil)
	}
	return dbus.MakeVariant(value), nil
}

// newPortal is a portal with ReadOne.
type newPortal struct{ portal }

// ReadOne is called by Reduced.
func (p newPortal) ReadOne(namespace, key string) (dbus.Variant, *dbus.Error) {
	return p.read(namespace, key)
}

// oldPortal is a portal with only Read.
type oldPortal struct{ portal }

// Read is called by Reduced.
func (p oldPortal) Read(namespace, key string) (dbus.Variant, *dbus.Error) {
	value, err := p.read(namespace, key)
	return dbus.MakeVariant(value), err
}

func TestReducedMotionIsAskedOfThePortal(t *testing.T) {
	const (
		all   = "org.freedesktop.appearance reduced-motion"
		gnome = "org.gnome.desktop.interface enable-animations"
		kde   = "org.kde.kdeglobals.KDE AnimationDurationFactor"
	)
	for name, c := range map[string]struct {
		settings portal
		want     bool
	}{
		"nothing said":         {portal{}, false},
		"reduced":              {portal{all: uint32(1)}, true},
		"no preference":        {portal{all: uint32(0)}, false},
		"GNOME moves":          {portal{gnome: true}, false},
		"GNOME stands":         {portal{gnome: false}, true},
		"both and one of them": {portal{all: uint32(0), gnome: false}, true},
		"KDE moves":            {portal{kde: "0.5"}, false},
		"KDE stands":           {portal{kde: "0"}, true},
		"of another kind":      {portal{all: "1", gnome: "false", kde: false}, false},
	} {
		for kind, service := range map[string]any{"new": newPortal{c.settings}, "old": oldPortal{c.settings}} {
			t.Run(name+" "+kind, func(t *testing.T) {
				bus := platformtest.NewBus(t)
				servePortal(t, bus, service)
				t.Setenv("DBUS_SESSION_BUS_ADDRESS", bus.Address)
				if got := motion.Reduced(t.Context()); got != c.want {
					t.Errorf("got %v", got)
				}
			})
		}
	}
}

func servePortal(t *testing.T, bus *platformtest.Bus, service any) {
	t.Helper()
	conn := bus.Join(t)
	check.Must(t, conn.Export(service, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"))
	_, err := conn.RequestName("org.freedesktop.portal.Desktop", dbus.NameFlagDoNotQueue)
	check.Must(t, err)
}

func TestWithoutAPortalMotionIsNotReduced(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", platformtest.NewBus(t).Address)
	if motion.Reduced(t.Context()) {
		t.Error("reduced without a portal")
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	if motion.Reduced(t.Context()) {
		t.Error("reduced without a bus")
	}
}

// mutePortal never answers.
type mutePortal struct{ asked chan struct{} }

// ReadOne is called by Reduced.
func (p mutePortal) ReadOne(string, string) (dbus.Variant, *dbus.Error) {
	p.asked <- struct{}{}
	select {}
}

func TestAPortalThatDoesNotAnswerIsGivenUp(t *testing.T) {
	bus := platformtest.NewBus(t)
	mute := mutePortal{asked: make(chan struct{}, 8)}
	servePortal(t, bus, mute)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", bus.Address)
	ctx, cancel := context.WithCancel(t.Context())
	answer := make(chan bool, 1)
	go func() { answer <- motion.Reduced(ctx) }()
	<-mute.asked
	cancel()
	if <-answer {
		t.Error("reduced, without an answer")
	}
}
