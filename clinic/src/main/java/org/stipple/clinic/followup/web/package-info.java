/// The pages of follow-ups.
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.followup.web;
