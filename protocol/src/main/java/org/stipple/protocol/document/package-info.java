/// The small tree that every file of the command line, the knowledge base and the stored answers is read into and
/// written from.
///
/// - What is here: [Document], the tree; [Documents], YAML 1.2 core or JSON in and canonical JSON out;
///   [Field], a place in a tree that knows its path and refuses what does not fit with [UnusableInput].
/// - What is mutable: nothing.
/// - Who may call it: everybody who reads or writes a file.
/// - Where to start reading: [Field].
@org.jspecify.annotations.NullMarked
package org.stipple.protocol.document;
