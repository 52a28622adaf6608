//go:build linux || freebsd || netbsd || openbsd || dragonfly

// Package motion tells whether the user has asked the system that nothing moves.
package motion

import (
	"context"
	"strings"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/platform/sessionbus"
)

// Names of the desktop portal's interface org.freedesktop.portal.Settings.
const (
	portalName     = "org.freedesktop.portal.Desktop"
	portalPath     = dbus.ObjectPath("/org/freedesktop/portal/desktop")
	portalSettings = "org.freedesktop.portal.Settings"
)

// motionSetting is one of the ways in which a desktop says that nothing should move.
type motionSetting struct {
	namespace, key string
	still          func(value any) bool
}

// motionSettings are those of all desktops, then of GNOME and its kin, and of KDE.
func motionSettings() []motionSetting {
	return []motionSetting{
		{"org.freedesktop.appearance", "reduced-motion", func(v any) bool { return v == uint32(1) }},
		{"org.gnome.desktop.interface", "enable-animations", func(v any) bool { return v == false }},
		{"org.kde.kdeglobals.KDE", "AnimationDurationFactor", isZero},
	}
}

// isZero tells whether a value is a number of nothing, which KDE writes down as text.
func isZero(v any) bool {
	s, ok := v.(string)
	return ok && s != "" && strings.Trim(s, "0.") == ""
}

// Reduced reports whether the user has asked the system that nothing moves; false where that cannot
// be told. It asks the desktop portal: run it in the background.
func Reduced(ctx context.Context) bool {
	conn, err := sessionbus.Connect(ctx, sessionbus.SessionAddress())
	if err != nil {
		return false
	}
	defer func() { _ = conn.Close() }()
	for _, s := range motionSettings() {
		if value, err := readSetting(ctx, conn, s); err == nil && s.still(value) {
			return true
		}
	}
	return false
}

// readSetting asks for a setting. Older portals have Read alone, which wraps its answer once more.
func readSetting(ctx context.Context, conn *dbus.Conn, s motionSetting) (any, error) {
	portal := conn.Object(portalName, portalPath)
	var value dbus.Variant
	err := portal.CallWithContext(ctx, portalSettings+".ReadOne", 0, s.namespace, s.key).Store(&value)
	if err != nil {
		err = portal.CallWithContext(ctx, portalSettings+".Read", 0, s.namespace, s.key).Store(&value)
	}
	if inner, wrapped := value.Value().(dbus.Variant); wrapped {
		return inner.Value(), err
	}
	return value.Value(), err
}
