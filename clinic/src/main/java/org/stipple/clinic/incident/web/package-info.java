/// The pages of incidents.
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.incident.web;
