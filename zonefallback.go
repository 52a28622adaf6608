package main

import (
	"os"
	"strings"
	"time"
	_ "time/tzdata" // the zones, for a system that has no list of them
)

// setLocalZone finds the local time zone where the system names one that it has no data of. Package time finds it too,
// unless something asks for the local zone before time/tzdata is initialised, and then it stays with UTC.
func setLocalZone() {
	if time.Local.String() != "UTC" {
		return
	}
	if zone, err := time.LoadLocation(zoneName()); err == nil {
		time.Local = zone
	}
}

// zoneName is what the system calls the local time zone, "" for UTC and where it does not say.
func zoneName() string {
	name, set := os.LookupEnv("TZ")
	if !set {
		name, _ = os.Readlink("/etc/localtime") // may lead nowhere
	}
	name = strings.TrimPrefix(name, ":")
	if _, after, ok := strings.Cut(name, "zoneinfo/"); ok {
		name = after
	}
	return name
}
