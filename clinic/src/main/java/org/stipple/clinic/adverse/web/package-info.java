/// The pages of adverse events.
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.adverse.web;
