package org.stipple.cli;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// One HTML page that needs nothing else: no script, no reference to anything outside, pictures inside it. Every
/// text is escaped; only pictures of our own go in as they are.
final class ReportPage {

    private static final String STYLE = """
            body { font: 15px/1.45 sans-serif; color: #1a1a1a; background: #fff; max-width: 60rem; margin: 2rem auto;
              padding: 0 1rem }
            h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem; break-after: avoid }
            table { border-collapse: collapse; margin: .5rem 0 } th, td { text-align: left; vertical-align: top;
              padding: .25rem .9rem .25rem 0; border-bottom: 1px solid #ccc } thead th { border-bottom-color: #1a1a1a }
            .warning { border: 2px solid #1a1a1a; padding: .6rem .9rem; font-weight: bold }
            img, svg { max-width: 100%; height: auto }
            """;

    private final StringBuilder body = new StringBuilder();
    private final String title;

    ReportPage(String title) {
        this.title = title;
        body.append("<h1>").append(escaped(title)).append("</h1>\n");
        body.append(
                "<p class=\"warning\">A computed draft for a professional to review. Not clinically validated.</p>\n");
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

    byte[] bytes() {
        String page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + escaped(title)
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
