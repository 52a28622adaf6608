package client

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"
	"time"
)

// plainKey is the API's AccessKey as a plain struct.
type plainKey struct {
	ID         int64     `json:"id"`
	UserID     string    `json:"userId"`
	KeyID      string    `json:"keyId"`
	KeySecret  string    `json:"keySecret"`
	ValidUntil time.Time `json:"validUntil"`
	State      string    `json:"state"`
	CreatedAt  time.Time `json:"createdAt"`
	UpdateAt   time.Time `json:"updateAt"`
	DeletedAt  time.Time `json:"deletedAt"`
}

// BenchmarkDecodeList10000 compares our decoder, which reads the body piece by piece, with encoding/json into a plain
// struct. The latter has the body in memory already, which is not counted.
func BenchmarkDecodeList10000(b *testing.B) {
	const count = 10000
	keys := make([]plainKey, count)
	for i := range keys {
		created := time.Date(2024, 1, 1, 0, i, 0, 0, time.UTC)
		keys[i] = plainKey{
			ID: int64(i), UserID: "demo", KeyID: fmt.Sprintf("AK%030d", i), KeySecret: fmt.Sprintf("%032d", i),
			State: "enabled", CreatedAt: created, UpdateAt: created,
		}
	}
	body, err := json.Marshal(keys)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("stream", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(body)))
		for b.Loop() {
			got, err := decodeList(bytes.NewReader(body))
			if err != nil || len(got.Keys) != count {
				b.Fatal(len(got.Keys), err)
			}
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(body)))
		for b.Loop() {
			var got []plainKey
			if err := json.Unmarshal(body, &got); err != nil || len(got) != count {
				b.Fatal(len(got), err)
			}
		}
	})
}
