//go:build race

package client_test

// raced tells that the race detector is on, which makes a test with much computation ten times slower.
const raced = true
