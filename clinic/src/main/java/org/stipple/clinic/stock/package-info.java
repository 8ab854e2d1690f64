/// Cartridges and what can be said of each: received, expired, recalled, used.
///
/// - What is here: [Stock], the door; [StockUnit], one sterile unit; [UnitCode], what a scanner reads;
///   [UnitCheck], whether it may be used; [RecalledLots], what a recall has to know.
/// - What is mutable: the tables `unit`, `unit_use`, `lot_recall`, all append-only.
/// - Who may call it: treatment, and the pages of the stock room.
/// - Where to start reading: [UnitCheck].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "web", "web :: look"})
package org.stipple.clinic.stock;
