package org.stipple.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// One HTML page that needs nothing else: no reference to anything outside, pictures inside it. Every text is
/// escaped; only pictures and markup of our own go in as they are. It has no script, or one of our own that the
/// page says by its hash, so that the browser runs no other.
final class ReportPage {

    private static final String STYLE = """
            body { font: 15px/1.45 sans-serif; color: #1a1a1a; background: #fff; max-width: 60rem; margin: 2rem auto;
              padding: 0 1rem }
            h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem; break-after: avoid }
            table { border-collapse: collapse; margin: .5rem 0 } th, td { text-align: left; vertical-align: top;
              padding: .25rem .9rem .25rem 0; border-bottom: 1px solid #ccc } thead th { border-bottom-color: #1a1a1a }
            .warning { border: 2px solid #1a1a1a; padding: .6rem .9rem; font-weight: bold }
            img, svg { max-width: 100%; height: auto }
            .unit { color: #555 } thead th.bars { min-width: 13rem } th.bars span { display: inline-block; width: 50% }
            th.bars span + span { text-align: right } td.bars { padding: 0 .9rem 0 0; line-height: 0 }
            .change-bar { width: 13rem; height: auto } .stack td:last-child { white-space: nowrap }
            .improved { color: #17663a } .worse { color: #9a3f06 }
            .improved td:last-child, .worse td:last-child { font-weight: bold }
            figure { margin: 0 } figcaption { padding: .3rem 0 } [hidden] { display: none }
            .pair { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; position: relative }
            .pair svg, .one svg, .map > svg { display: block; width: 100% } .one { max-width: 30rem }
            .pair.slide { display: block; max-width: 46rem }
            .pair.slide #after { position: absolute; inset: 0 0 auto 0 }
            .pair.slide #after figcaption { text-align: right }
            #bar { display: none } .pair.slide #bar { display: block; position: absolute; top: 2rem; bottom: 0; width: 3px;
              margin-left: -1.5px; background: #fff; box-shadow: 0 0 0 1px #1a1a1a; pointer-events: none }
            #range { display: block; width: 100%; max-width: 46rem; height: 44px; margin: 0 } button { font: inherit;
              min-height: 44px; padding: 0 1rem; border: 1px solid #777; border-radius: 4px; background: #fff }
            #outlines { fill: none } .edge { stroke: #1a1a1a } .line { stroke: #fff }
            #names { fill: #fff; stroke: #1a1a1a; stroke-width: 3px; paint-order: stroke; text-anchor: middle }
            .bare .zones { display: none } label input { width: 1.3rem; height: 1.3rem }
            .maps { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 1.5rem }
            .map h3 { font-size: 1rem; margin: 0 0 .3rem } .map > svg { background: #fff }
            .map p { margin: .2rem 0 } .under { filter: grayscale(1) contrast(.6) brightness(1.3) }
            .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: 0; padding: 0 }
            .swatch { width: .8rem; margin-right: .35rem }
            @media (max-width: 40rem) {
              .stack thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden }
              .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; border: 0; padding-right: 0 }
              .stack tr { border-bottom: 1px solid #ccc; padding: .5rem 0 }
              .stack td[data-label] { display: flex; justify-content: space-between; gap: 1rem; padding: .1rem 0 }
              .stack td[data-label]::before { content: attr(data-label); color: #555; font-weight: normal }
              .stack .change-bar { width: 100% } table:not(.stack) { display: block; overflow-x: auto }
            }
            @media print {
              #slider, #mode, #bar { display: none !important } .pair.slide { display: grid; max-width: none }
              .pair.slide #after { position: static; clip-path: none !important } figure, tr { break-inside: avoid }
              .pair.slide #after figcaption { text-align: left }
            }
            """;

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private String script = "";

    ReportPage(String title) {
        this(title, "A computed draft for a professional to review. Not clinically validated.");
    }

    /// @param warning what whoever reads it must know first
    ReportPage(String title, String warning) {
        this.title = title;
        body.append("<h1>").append(escaped(title)).append("</h1>\n<p class=\"warning\">");
        body.append(escaped(warning)).append("</p>\n");
    }

    ReportPage heading(String text) {
        body.append("<h2>").append(escaped(text)).append("</h2>\n");
        return this;
    }

    ReportPage paragraph(String text) {
        body.append("<p>").append(escaped(text)).append("</p>\n");
        return this;
    }

    ReportPage list(List<String> items) {
        body.append("<ul>\n");
        items.forEach(item -> body.append("<li>").append(escaped(item)).append("</li>\n"));
        body.append("</ul>\n");
        return this;
    }

    /// @param rows each as many texts as there are heads; the first names the row
    ReportPage table(List<String> heads, List<List<String>> rows) {
        body.append("<table>\n<thead><tr>");
        heads.forEach(
                head -> body.append("<th scope=\"col\">").append(escaped(head)).append("</th>"));
        body.append("</tr></thead>\n<tbody>\n");
        for (var row : rows) {
            body.append("<tr><th scope=\"row\">")
                    .append(escaped(row.getFirst()))
                    .append("</th>");
            row.subList(1, row.size())
                    .forEach(cell -> body.append("<td>").append(escaped(cell)).append("</td>"));
            body.append("</tr>\n");
        }
        body.append("</tbody>\n</table>\n");
        return this;
    }

    /// @param words for those who do not see it
    ReportPage png(byte[] png, String words) {
        body.append("<p><img alt=\"")
                .append(escaped(words))
                .append("\" src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(png))
                .append("\"></p>\n");
        return this;
    }

    /// @param svg made by ourselves, of numbers and fixed words alone
    ReportPage svg(String svg) {
        body.append("<p>").append(svg).append("</p>\n");
        return this;
    }

    /// @param ours made by ourselves, every text in it escaped
    ReportPage markup(String ours) {
        body.append(ours);
        return this;
    }

    /// What the page does beyond showing: without it everything can still be read.
    ///
    /// @param ours written by ourselves, without anything of a case in it
    ReportPage script(String ours) {
        script = ours;
        return this;
    }

    byte[] bytes() {
        String page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'" + allowed() + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + escaped(title)
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n" + body
                + (script.isEmpty() ? "" : "<script>" + script + "</script>\n") + "</body>\n</html>\n";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    /// The script by its hash (Content Security Policy Level 3, section 2.3.1).
    private String allowed() {
        if (script.isEmpty()) {
            return "";
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "; script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
