package demo

import (
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

// serving is the HTTP server of a Server. It can be stopped and started again.
type serving struct {
	mu   sync.Mutex
	http *http.Server // nil while stopped
	done chan struct{}
}

// begin starts to serve s on listener.
func (v *serving) begin(listener net.Listener, s *Server) {
	v.mu.Lock()
	defer v.mu.Unlock()
	web := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		ErrorLog:          log.New(io.Discard, "", 0),
	}
	done := make(chan struct{})
	v.http, v.done = web, done
	go func() {
		defer close(done)
		if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			s.options.Logger.Error("demo back end stopped", "error", err)
		}
	}()
}

// end stops listening and closes every connection. It returns when that is done.
func (v *serving) end() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.http == nil {
		return nil
	}
	err := v.http.Close()
	<-v.done
	v.http = nil
	return err
}
