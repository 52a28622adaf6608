//go:build linux || freebsd || netbsd || openbsd

package clipboard

import (
	"bytes"
	"testing"
)

func TestHoldingWipesWhatItLetsGoOf(t *testing.T) {
	for name, letGo := range map[string]func(*holding){
		"replaced": func(h *holding) { h.put(2, 0, "another-one") },
		"dropped":  func(h *holding) { h.drop(1) },
		"ended":    func(h *holding) { h.end() },
	} {
		t.Run(name, func(t *testing.T) {
			var h holding
			h.put(1, 0, "to-be-wiped")
			var kept []byte
			h.use(1, func(secret []byte, _ uint32) bool { kept = secret; return false })
			letGo(&h)
			if !bytes.Equal(kept, make([]byte, len("to-be-wiped"))) {
				t.Error("the secret is still in memory")
			}
		})
	}
}

func TestHoldingHeedsItsOwnerOnly(t *testing.T) {
	var h holding
	h.put(1, 0, "first")
	if before := h.put(2, 0, "second"); before != 1 {
		t.Errorf("%d is said to have held before", before)
	}
	if h.drop(1) || h.use(1, func([]byte, uint32) bool { return true }) || !h.held.Load() {
		t.Error("an earlier owner was heeded")
	}
	if !h.drop(2) || h.held.Load() || h.drop(0) {
		t.Error("the owner was not heeded")
	}
}
