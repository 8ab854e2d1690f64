/// Where the clinic's data live, and the PostgreSQL that keeps them.
///
/// - What is here: [DataDirectory], the one directory of an installation; [Database], its PostgreSQL, either
///   Stipple's own ([LocalPostgres]) or one that somebody else runs; [Isolation], the refusal to serve from a
///   database that could show one clinic another's rows; [CannotStart], the one line that a person reads when
///   the program does not start; [Backup], a copy of everything while it serves, [Restore] and [Examination].
/// - What is mutable: the data directory and the database; [LocalPostgres] owns a process.
/// - Who may call it: the start of the server. Modules of the clinic see a `DataSource`, and read what they
///   wrote into a column through [StoredDocument].
/// - Where to start reading: [Database].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.stipple.clinic.database;
