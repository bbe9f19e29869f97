//go:build !js

package delivery

import _ "time/tzdata" // The zones come along: containers and Windows have none. A page in a browser reads no exports.
