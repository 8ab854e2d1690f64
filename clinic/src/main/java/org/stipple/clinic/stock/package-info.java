/// What is in stock and can be said of each thing: received, expired, recalled, used, out of service.
///
/// - What is here: [Stock], goods in and recalls; [Handpieces]; [Scanning], from a code to the thing that it
///   names; [Item], one thing: a [StockUnit] that one session uses up, or a [Handpiece]; [UnitCode], what a
///   scanner reads; [UnitCheck], whether it may be used; [GoodsRecalls], what a recall has to know; [Showing],
///   a part of the stock.
/// - What is mutable: the tables `unit`, `unit_use`, `unit_discard`, `unit_correction`, `lot_recall`,
///   `article_recall`, `handpiece`, `handpiece_step`, `handpiece_use`, all append-only.
/// - Who may call it: treatment, and the pages of the stock room.
/// - Where to start reading: [UnitCheck].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "web", "web :: look"})
package org.stipple.clinic.stock;
