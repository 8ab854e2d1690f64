/// The `stipple` command: the libraries for scripts and researchers, and the door to the server.
///
/// - What is here: [Stipple], which knows all commands and turns their failures into exit statuses; one class a
///   command.
/// - What is mutable: the fields that picocli fills from the command line.
/// - Who may call it: people, scripts and other programs; no other module.
/// - Where to start reading: [Stipple].
@org.jspecify.annotations.NullMarked
package org.stipple.cli;
