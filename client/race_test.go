//go:build race

package client_test

// raced makes a test with much to compute ten times slower.
const raced = true
