package app

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"time"
)

// fault is what happens to a request.
type fault string

// The faults. Those before keep it from the back end.
const (
	faultNone         fault = ""
	dropBefore        fault = "drop before"
	dropAfter         fault = "drop after"
	resetBefore       fault = "reset before"
	resetAfter        fault = "reset after"
	statusBefore      fault = "5xx before"
	statusAfter       fault = "5xx after"
	pageBefore        fault = "page before"
	pageAfter         fault = "page after"
	refuseBefore      fault = "4xx before" // by something on the way, as a page
	truncateAfter     fault = "truncate after"
	delay             fault = "delay"
	hangBefore        fault = "hang before" // and what reaches the back end reaches it late
	hangAfter         fault = "hang after"
	restartBefore     fault = "restart before"
	restartAfter      fault = "restart after"
	cancelBefore      fault = "cancel before"
	cancelAfter       fault = "cancel after"
	lockBefore        fault = "lock before, drop"
	lockAfter         fault = "lock after, drop"
	clockJump         fault = "clock jump"
	longestWithHangs        = 3 // requests of one operation after which nothing hangs any more
	longestWithFaults       = 12
)

func faults() []fault {
	return []fault{dropBefore, dropAfter, resetBefore, resetAfter, statusBefore, statusAfter, pageBefore, pageAfter,
		refuseBefore, truncateAfter, delay, hangBefore, hangAfter, restartBefore, restartAfter, cancelBefore,
		cancelAfter, lockBefore, lockAfter, clockJump}
}

// wait waits until the caller has left, but not for longer than limit.
func wait(r *http.Request, limit time.Duration) {
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-r.Context().Done():
	}
}

// drop closes the connection without an answer.
func drop(w http.ResponseWriter, reset bool) {
	conn, err := taken(w)
	if err != nil {
		return
	}
	if tcp, ok := conn.(*net.TCPConn); ok && reset {
		_ = tcp.SetLinger(0)
	}
	_ = conn.Close()
}

func taken(w http.ResponseWriter) (net.Conn, error) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil && !errors.Is(err, http.ErrHijacked) {
		return nil, err
	}
	return conn, err
}

// pass answers the truth.
func pass(w http.ResponseWriter, truth *httptest.ResponseRecorder) {
	for name, values := range truth.Header() {
		w.Header()[name] = values
	}
	w.WriteHeader(truth.Code)
	_, _ = w.Write(truth.Body.Bytes())
}

// truncate answers half of the truth.
func truncate(w http.ResponseWriter, truth *httptest.ResponseRecorder, reset bool) {
	conn, err := taken(w)
	if err != nil {
		return
	}
	defer func() { _ = conn.Close() }()
	body := truth.Body.Bytes()
	_, _ = fmt.Fprintf(conn, "HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
		truth.Code, len(body), body[:len(body)/2])
	if tcp, ok := conn.(*net.TCPConn); ok && reset {
		_ = tcp.SetLinger(0)
	}
}

// fail answers that the server is out of order.
func fail(w http.ResponseWriter, style int) {
	switch style {
	case 0:
		page(w, http.StatusBadGateway)
	case 1:
		page(w, http.StatusGatewayTimeout)
	case 2:
		w.Header().Set("Retry-After", "0")
		page(w, http.StatusServiceUnavailable)
	default:
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusInternalServerError)
		_, _ = w.Write([]byte(`{"success":false,"code":500,"message":"something broke"}`))
	}
}

// refusals are what something on the way can answer instead of the API.
func refusals() []int {
	return []int{http.StatusForbidden, http.StatusNotFound, http.StatusTooManyRequests, http.StatusUnauthorized}
}

func page(w http.ResponseWriter, status int) {
	w.Header().Set("Content-Type", "text/html")
	w.WriteHeader(status)
	_, _ = w.Write([]byte("<!DOCTYPE html><title>Not what was asked for</title>"))
}
