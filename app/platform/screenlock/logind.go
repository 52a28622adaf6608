//go:build linux || freebsd || netbsd || openbsd || dragonfly

package screenlock

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os"

	"github.com/godbus/dbus/v5"
	"golang.org/x/sys/unix"
)

// The names of logind's interface, org.freedesktop.login1(5). elogind has the same.
const (
	logindName             = "org.freedesktop.login1"
	logindPath             = dbus.ObjectPath("/org/freedesktop/login1")
	logindManager          = logindName + ".Manager"
	logindSession          = logindName + ".Session"
	logindPrepareForSleep  = logindManager + ".PrepareForSleep"
	logindLock             = logindSession + ".Lock"
	logindLockedHint       = "LockedHint"
	propertiesInterface    = "org.freedesktop.DBus.Properties"
	propertiesChangedEvent = propertiesInterface + ".PropertiesChanged"
)

// logind reports when the machine is about to sleep, which it delays, and when our session is locked.
type logind struct {
	conn *dbus.Conn
	log  *slog.Logger
	away func()

	session   dbus.ObjectPath // our session; "" if it is not known
	inhibitor io.Closer       // delays sleep while it is open; nil if there is none
}

// listenToLogind is a subscribe for the system bus.
func listenToLogind(ctx context.Context, log *slog.Logger, conn *dbus.Conn, away func()) (func(*dbus.Signal), func(), error) {
	l := &logind{conn: conn, log: log, away: away}
	session, err := l.ownSession(ctx)
	if err != nil {
		log.Info("our session is not known: no word of its lock", "error", err)
	}
	l.session = session
	for _, options := range l.matches() {
		// Accept signals only from logind, because any user of the machine can send signals on this bus.
		options = append(options, dbus.WithMatchSender(logindName))
		if err := conn.AddMatchSignalContext(ctx, options...); err != nil {
			return nil, nil, err
		}
	}
	l.delaySleep(ctx)
	return func(s *dbus.Signal) { l.handle(ctx, s) }, l.allowSleep, nil
}

// matches returns the rules for the signals to subscribe to.
func (l *logind) matches() [][]dbus.MatchOption {
	matches := [][]dbus.MatchOption{
		{dbus.WithMatchInterface(logindManager), dbus.WithMatchMember("PrepareForSleep")},
	}
	if l.session == "" {
		return matches
	}
	return append(matches,
		[]dbus.MatchOption{
			dbus.WithMatchInterface(logindSession), dbus.WithMatchMember("Lock"), dbus.WithMatchObjectPath(l.session)},
		[]dbus.MatchOption{
			dbus.WithMatchInterface(propertiesInterface), dbus.WithMatchMember("PropertiesChanged"),
			dbus.WithMatchObjectPath(l.session), dbus.WithMatchArg(0, logindSession)})
}

// handle handles one signal.
func (l *logind) handle(ctx context.Context, s *dbus.Signal) {
	switch {
	case s.Name == logindPrepareForSleep:
		if !firstIsTrue(s.Body) {
			l.delaySleep(ctx)
			return
		}
		l.away()
		l.allowSleep()
	case s.Path != l.session:
	case s.Name == logindLock, s.Name == propertiesChangedEvent && lockedNow(s.Body):
		l.away()
	}
}

// lockedNow reports whether a PropertiesChanged signal says that the session is locked now.
func lockedNow(body []any) bool {
	if len(body) < 2 || body[0] != logindSession {
		return false
	}
	changed, _ := body[1].(map[string]dbus.Variant)
	return changed[logindLockedHint].Value() == true
}

// delaySleep asks logind to wait for us before the machine sleeps. Without that, away might run only after the machine
// wakes up.
func (l *logind) delaySleep(ctx context.Context) {
	if l.inhibitor != nil {
		return
	}
	var fd dbus.UnixFD
	err := l.call(ctx, logindPath, logindManager+".Inhibit",
		"sleep", "Access Keys", "Hide secrets before the machine sleeps", "delay").Store(&fd)
	if err != nil {
		l.log.Info("sleep will not wait", "error", err)
		return
	}
	unix.CloseOnExec(int(fd))
	l.inhibitor = os.NewFile(uintptr(fd), "sleep inhibitor")
}

// allowSleep lets the machine sleep.
func (l *logind) allowSleep() {
	if l.inhibitor == nil {
		return
	}
	_ = l.inhibitor.Close()
	l.inhibitor = nil
}

// ownSession returns the session in which the program runs. A desktop that was started by systemd runs its programs
// outside of its session; then ownSession returns the session with the user's display.
func (l *logind) ownSession(ctx context.Context) (path dbus.ObjectPath, err error) {
	byPID := l.call(ctx, logindPath, logindManager+".GetSessionByPID", uint32(os.Getpid())).Store(&path)
	if byPID == nil {
		return path, nil
	}
	byID := errors.New("XDG_SESSION_ID is not set")
	if id := os.Getenv("XDG_SESSION_ID"); id != "" {
		if byID = l.call(ctx, logindPath, logindManager+".GetSession", id).Store(&path); byID == nil {
			return path, nil
		}
	}
	path, byUser := l.displaySession(ctx)
	if byUser == nil {
		return path, nil
	}
	return "", errors.Join(byPID, byID, byUser)
}

// displaySession returns the session with the user's graphical display.
func (l *logind) displaySession(ctx context.Context) (dbus.ObjectPath, error) {
	var user dbus.ObjectPath
	if err := l.call(ctx, logindPath, logindManager+".GetUser", uint32(os.Getuid())).Store(&user); err != nil {
		return "", err
	}
	var property dbus.Variant
	err := l.call(ctx, user, propertiesInterface+".Get", logindName+".User", "Display").Store(&property)
	if err != nil {
		return "", err
	}
	var display struct {
		ID   string
		Path dbus.ObjectPath
	}
	if err := property.Store(&display); err != nil {
		return "", err
	}
	if display.ID == "" {
		return "", errors.New("the user has no display")
	}
	return display.Path, nil
}

// call calls a method of logind. It does not start logind if that is not running.
func (l *logind) call(ctx context.Context, path dbus.ObjectPath, method string, args ...any) *dbus.Call {
	return l.conn.Object(logindName, path).CallWithContext(ctx, method, dbus.FlagNoAutoStart, args...)
}
