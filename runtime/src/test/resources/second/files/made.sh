#!/bin/sh
mktemp >/dev/null; echo made >"$1"
