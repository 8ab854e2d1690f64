package org.stipple.protocol;

/// A source of the knowledge base.
///
/// @param id its identifier: a word for it and a year, or the number of a clearance
/// @param title authors or organisation, title, year
/// @param strength how strong it is
/// @param read how much of it was read: `seen` (an excerpt of the source itself), `second-hand` (what
///   somebody else says that it says) or `recall` (not confirmed)
/// @param where address, DOI or number
public record Source(String id, String title, Strength strength, String read, String where) {}
