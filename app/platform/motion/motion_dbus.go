//go:build linux || freebsd || netbsd || openbsd || dragonfly

// Package motion tells whether the user has turned on reduced motion in the system.
package motion

import (
	"context"
	"strings"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/platform/sessionbus"
)

// The names of the desktop portal's interface org.freedesktop.portal.Settings.
const (
	portalName     = "org.freedesktop.portal.Desktop"
	portalPath     = dbus.ObjectPath("/org/freedesktop/portal/desktop")
	portalSettings = "org.freedesktop.portal.Settings"
)

// motionSetting is a desktop setting for reduced motion.
type motionSetting struct {
	namespace, key string
	reduced        func(value any) bool // reports whether a value of the setting means reduced motion
}

// motionSettings returns the setting that all desktops share, that of GNOME and related desktops, and that of KDE.
func motionSettings() []motionSetting {
	return []motionSetting{
		{"org.freedesktop.appearance", "reduced-motion", func(v any) bool { return v == uint32(1) }},
		{"org.gnome.desktop.interface", "enable-animations", func(v any) bool { return v == false }},
		{"org.kde.kdeglobals.KDE", "AnimationDurationFactor", isZero},
	}
}

// isZero reports whether a value is the number zero, which KDE writes as text.
func isZero(v any) bool {
	s, ok := v.(string)
	return ok && s != "" && strings.Trim(s, "0.") == ""
}

// Reduced reports whether the user has turned on reduced motion in the system. It returns false if that is not known. It
// asks the desktop portal, so it should run in the background.
func Reduced(ctx context.Context) bool {
	conn, err := sessionbus.Connect(ctx, sessionbus.SessionAddress())
	if err != nil {
		return false
	}
	defer func() { _ = conn.Close() }()
	for _, s := range motionSettings() {
		if value, err := readSetting(ctx, conn, s); err == nil && s.reduced(value) {
			return true
		}
	}
	return false
}

// readSetting returns the value of a setting. Older portals have only Read, which wraps its answer in a second variant.
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
