package main

import (
	"os"
	"strings"
	"time"
	_ "time/tzdata" // the time zone database, for a system that has none
)

// setLocalZone sets the local time zone if the system names one but has no data for it. Package time falls back to
// time/tzdata itself, unless something asks for the local zone before time/tzdata is initialised. Then it stays at UTC.
func setLocalZone() {
	if time.Local.String() != "UTC" {
		return
	}
	if zone, err := time.LoadLocation(zoneName()); err == nil {
		time.Local = zone
	}
}

// zoneName returns the system's name for the local time zone. It returns "" for UTC and if the system names none.
func zoneName() string {
	name, set := os.LookupEnv("TZ")
	if !set {
		name, _ = os.Readlink("/etc/localtime") // the link's target need not exist
	}
	name = strings.TrimPrefix(name, ":")
	if _, after, ok := strings.Cut(name, "zoneinfo/"); ok {
		name = after
	}
	return name
}
