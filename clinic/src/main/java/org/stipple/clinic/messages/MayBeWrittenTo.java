package org.stipple.clinic.messages;

import org.stipple.clinic.access.PatientId;

/// That a person said yes to being written to, told to modules further down the line in the transaction in
/// which it is written down: what they were not sent before may be sent now.
public record MayBeWrittenTo(PatientId patient, Channel channel) {}
