/// For how long a record is kept, and how a class of it is erased.
///
/// - What is here: [Retention], the clinic's rules and what stands against erasing; [Requests], who asked for
///   it, and legal holds; [Erasures], which erases and keeps the ledger; [LedgerFile], the ledger outside the
///   database, which a restore cannot take back; [Settling], which destroys files and keeps that ledger up to
///   date; [ErasedAgain], which erases once more what came back with a backup.
/// - What is mutable: rows go, as a class of a record, with an entry of the ledger in the same transaction.
///   Everything else is append-only.
/// - Who may call it: its own pages. Other modules say what stands against erasing
///   ([org.stipple.clinic.patient.AgainstErasing]) and what they keep in files
///   ([org.stipple.clinic.patient.KeptBeside]).
/// - Where to start reading: [Erasures], then decision 103.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "database", "messages", "patient", "web", "web :: look"})
package org.stipple.clinic.erasure;
