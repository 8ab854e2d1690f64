/// Pages of recalls.
///
/// - What is here: [RecallPages]: the recalls, one of them with its people, its report; [RecallCsv], the report
///   as a table for other programs.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [RecallPages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.recall.web;
