/// Pages of the stock room.
///
/// - What is here: [StockPages]: goods in, what is there, lot recall.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [StockPages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.stock.web;
