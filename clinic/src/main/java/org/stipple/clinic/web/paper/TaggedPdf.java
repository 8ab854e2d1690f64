package org.stipple.clinic.web.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// A document for paper and for screen readers: flowing text, tables and pictures on pages of A4, each tagged
/// as what it is, in the order in which it is read. The same calls at the same time give the same bytes. Its
/// font comes with the library and is embedded; what it has no sign for is shown as an empty box, and said at
/// the end.
public final class TaggedPdf {

    /// Of the format, the newest that every reader knows.
    private static final float VERSION = 1.7f;

    private static final float MARGIN = 51;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float FOOT = 62;
    private static final float TEXT = 9.5f;
    private static final float SMALL = 8;
    private static final float LEADING = 1.38f;
    private static final float PAD = 3.5f;
    private static final float INK = 0.08f;
    private static final float GREY = 0.36f;
    private static final float HAIR = 0.75f;
    /// How much of the width a drawing takes.
    private static final float DRAWN = 0.45f;
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final CmapLookup signs;
    private final PDStructureElement root;
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private final List<COSArray> parents = new ArrayList<>();
    private final String title;
    private final Instant made;
    private final String language;
    private PDPage page = new PDPage(PDRectangle.A4);
    private PDPageContentStream out;
    private float y;
    private boolean without;

    /// What stands in a cell of a table.
    public sealed interface Cell {
        /// Words.
        record Words(String words) implements Cell {}

        /// A change against what could be detected, drawn; the words beside it say the same.
        ///
        /// @param times how many limits of detection the change is
        record Bar(double times) implements Cell {}
    }

    /// A picture with what it shows.
    public static final class Picture {

        private final byte[] jpeg;
        private final String shows;
        private final String below;

        public Picture(byte[] jpeg, String shows, String below) {
            this.jpeg = jpeg.clone();
            this.shows = shows;
            this.below = below;
        }
    }

    /// A term and what is said of it.
    public record Fact(String term, String words) {}

    /// A paper in English.
    ///
    /// @param title of the file, which names nobody
    /// @param made when
    public TaggedPdf(String title, Instant made) {
        this(title, made, "en");
    }

    /// @param title of the file, which names nobody
    /// @param made when
    /// @param language as a screen reader is told it: `es`
    public TaggedPdf(String title, Instant made, String language) {
        this.title = title;
        this.made = made;
        this.language = language;
        try {
            TrueTypeFont face = face();
            font = PDType0Font.load(document, face, true);
            signs = face.getUnicodeCmapLookup();
            out = begun(page);
        } catch (IOException broken) {
            throw new UncheckedIOException("the font of the library cannot be read", broken);
        }
        root = new PDStructureElement(StandardStructureTypes.DOCUMENT, tree);
        tree.appendKid(root);
    }

    private static TrueTypeFont face() throws IOException {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
        }
    }

    private PDPageContentStream begun(PDPage on) throws IOException {
        document.addPage(on);
        on.setStructParents(parents.size());
        parents.add(new COSArray());
        // The order in which a keyboard goes through what can be reached is that of the tags.
        on.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, on);
    }

    /// The title of the paper.
    public void title(String words) {
        gap(2);
        block(StandardStructureTypes.H1, words, 18, true, 0);
        gap(4);
    }

    /// A heading of a part.
    public void heading(String words) {
        room(64);
        gap(14);
        block(StandardStructureTypes.H2, words, 12.5f, true, 0);
        gap(3);
    }

    /// A heading within a part.
    public void under(String words) {
        room(48);
        gap(8);
        block(StandardStructureTypes.H3, words, 10.5f, true, 0);
        gap(2);
    }

    /// A paragraph.
    public void text(String words) {
        block(StandardStructureTypes.P, words, TEXT, false, 0);
        gap(3);
    }

    /// A paragraph in small print.
    public void small(String words) {
        block(StandardStructureTypes.P, words, SMALL, false, 0);
        gap(3);
    }

    /// Points of a list.
    public void list(List<String> lines) {
        PDStructureElement list = element(root, StandardStructureTypes.L);
        for (String line : lines) {
            PDStructureElement item = element(list, StandardStructureTypes.LI);
            PDStructureElement body = element(item, StandardStructureTypes.L_BODY);
            room(TEXT * LEADING);
            float at = y - TEXT;
            artifact(() -> write("•", MARGIN + 2, at, TEXT, false));
            lines(body, wrapped(line, TEXT, WIDTH - 14), TEXT, false, 14);
            gap(2);
        }
        gap(2);
    }

    /// Each row a term and what is said of it; the terms are headers of their rows.
    public void facts(List<Fact> facts) {
        table(
                List.of(),
                new float[] {0.2f, 0.8f},
                facts.stream()
                        .map(fact -> List.<Cell>of(new Cell.Words(fact.term()), new Cell.Words(fact.words())))
                        .toList());
    }

    /// @param head empty for none
    /// @param widths of the columns, in parts of the whole
    public void table(List<String> head, float[] widths, List<List<Cell>> rows) {
        PDStructureElement table = element(root, StandardStructureTypes.TABLE);
        if (!head.isEmpty()) {
            room(60);
            header(element(table, StandardStructureTypes.TR), head, widths);
        }
        for (List<Cell> row : rows) {
            List<List<String>> texts = texts(row, widths);
            float high = height(texts);
            if (high > y - FOOT) {
                turn();
                if (!head.isEmpty()) {
                    again(head, widths);
                }
            }
            row(element(table, StandardStructureTypes.TR), row, texts, widths, high);
        }
        gap(6);
    }

    private List<List<String>> texts(List<Cell> row, float[] widths) {
        var texts = new ArrayList<List<String>>();
        for (int i = 0; i < row.size(); i++) {
            texts.add(
                    switch (row.get(i)) {
                        case Cell.Words(var words) -> wrapped(words, TEXT, widths[i] * WIDTH - 2 * PAD);
                        case Cell.Bar _ -> List.<String>of();
                    });
        }
        return texts;
    }

    private static float height(List<List<String>> texts) {
        int most = texts.stream().mapToInt(List::size).max().orElse(1);
        return Math.max(1, most) * TEXT * LEADING + 2 * PAD;
    }

    private void header(PDStructureElement row, List<String> head, float[] widths) {
        float x = MARGIN;
        for (int i = 0; i < head.size(); i++) {
            PDStructureElement cell = scoped(row, PDTableAttributeObject.SCOPE_COLUMN);
            float left = x + PAD;
            String words = head.get(i);
            tagged(cell, () -> write(words, left, y - PAD - SMALL, SMALL, true));
            x += widths[i] * WIDTH;
        }
        y -= SMALL * LEADING + 2 * PAD;
        line();
    }

    /// The head of a table that goes on, which was read once already.
    private void again(List<String> head, float[] widths) {
        artifact(() -> {
            float x = MARGIN;
            for (int i = 0; i < head.size(); i++) {
                write(head.get(i), x + PAD, y - PAD - SMALL, SMALL, true);
                x += widths[i] * WIDTH;
            }
        });
        y -= SMALL * LEADING + 2 * PAD;
        line();
    }

    private void row(PDStructureElement row, List<Cell> cells, List<List<String>> texts, float[] widths, float high) {
        float top = y;
        float x = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            float left = x + PAD;
            float wide = widths[i] * WIDTH - 2 * PAD;
            PDStructureElement cell =
                    i == 0 ? scoped(row, PDTableAttributeObject.SCOPE_ROW) : element(row, StandardStructureTypes.TD);
            boolean first = i == 0;
            List<String> words = texts.get(i);
            switch (cells.get(i)) {
                case Cell.Words _ ->
                    tagged(cell, () -> {
                        float at = top - PAD - TEXT;
                        for (String line : words) {
                            write(line, left, at, TEXT, first);
                            at -= TEXT * LEADING;
                        }
                    });
                case Cell.Bar(var times) -> artifact(() -> bar(times, left, top - high / 2, wide));
            }
            x += widths[i] * WIDTH;
        }
        y -= high;
        line();
    }

    /// A dot with a whisker of one limit to each side over the band in which a change cannot be told from none.
    private void bar(double times, float left, float middle, float wide) throws IOException {
        final float reach = 5;
        float unit = wide / 2 / (reach + 0.5f);
        float zero = left + wide / 2;
        out.setNonStrokingColor(0.88f);
        out.addRect(zero - unit, middle - 7, 2 * unit, 14);
        out.fill();
        out.setStrokingColor(0.55f);
        out.setLineWidth(0.6f);
        stroke(zero, middle - 7, zero, middle + 7);
        float at = zero + unit * (float) Math.clamp(times, -reach, reach);
        out.setStrokingColor(INK);
        out.setNonStrokingColor(INK);
        out.setLineWidth(1);
        if (Math.abs(times) > reach) {
            float back = times < 0 ? unit : -unit;
            stroke(at + 2 * back, middle, at, middle);
            out.moveTo(at, middle);
            out.lineTo(at + back / 2, middle + 4);
            out.lineTo(at + back / 2, middle - 4);
            out.closePath();
            out.fill();
            return;
        }
        stroke(at - unit, middle, at + unit, middle);
        stroke(at - unit, middle - 3, at - unit, middle + 3);
        stroke(at + unit, middle - 3, at + unit, middle + 3);
        if (Math.abs(times) <= 1) {
            out.setNonStrokingColor(1f);
        }
        disc(at, middle, 2.8f);
        out.fillAndStroke();
        out.setNonStrokingColor(INK);
    }

    private void stroke(float fromX, float fromY, float toX, float toY) throws IOException {
        out.moveTo(fromX, fromY);
        out.lineTo(toX, toY);
        out.stroke();
    }

    private void disc(float x, float at, float radius) throws IOException {
        float bend = radius * 0.5523f;
        out.moveTo(x + radius, at);
        out.curveTo(x + radius, at + bend, x + bend, at + radius, x, at + radius);
        out.curveTo(x - bend, at + radius, x - radius, at + bend, x - radius, at);
        out.curveTo(x - radius, at - bend, x - bend, at - radius, x, at - radius);
        out.curveTo(x + bend, at - radius, x + radius, at - bend, x + radius, at);
        out.closePath();
    }

    /// Two pictures of one size beside each other.
    public void pair(Picture one, Picture other, int width, int height) {
        float wide = (WIDTH - 10) / 2;
        float high = wide * height / width;
        float most = PDRectangle.A4.getHeight() * 0.4f;
        if (high > most) {
            wide *= most / high;
            high = most;
        }
        room(high + 24);
        picture(one, MARGIN, wide, high);
        picture(other, MARGIN + wide + 10, wide, high);
        y -= high + 4;
        float left = MARGIN + wide + 10;
        tagged(element(root, StandardStructureTypes.CAPTION), () -> write(one.below, MARGIN, y - SMALL, SMALL, false));
        tagged(element(root, StandardStructureTypes.CAPTION), () -> write(other.below, left, y - SMALL, SMALL, false));
        gap(SMALL * LEADING + 4);
    }

    /// Lines that were drawn by hand in a box, as they were drawn.
    ///
    /// @param strokes each a line from point to point, with the origin at the top left
    /// @param width of the box, in the unit of the points
    /// @param shows what a screen reader says
    public void drawing(List<List<float[]>> strokes, float width, float height, String shows) {
        float wide = WIDTH * DRAWN;
        float scale = wide / width;
        float high = height * scale;
        room(high + 8);
        float top = y;
        PDStructureElement figure = element(root, StandardStructureTypes.Figure);
        figure.setAlternateDescription(shown(shows));
        tagged(figure, () -> {
            out.setStrokingColor(INK);
            out.setLineWidth(1.4f);
            out.setLineCapStyle(1);
            out.setLineJoinStyle(1);
            for (List<float[]> points : strokes) {
                float[] first = points.getFirst();
                out.moveTo(MARGIN + first[0] * scale, top - first[1] * scale);
                for (float[] point : points) {
                    out.lineTo(MARGIN + point[0] * scale, top - point[1] * scale);
                }
                out.stroke();
            }
        });
        y -= high + 4;
    }

    private void picture(Picture picture, float x, float wide, float high) {
        PDStructureElement figure = element(root, StandardStructureTypes.Figure);
        figure.setAlternateDescription(shown(picture.shows));
        tagged(figure, () -> {
            PDImageXObject image = JPEGFactory.createFromByteArray(document, picture.jpeg);
            out.drawImage(image, x, y - high, wide, high);
        });
    }

    private void block(String type, String words, float size, boolean bold, float indent) {
        lines(element(root, type), wrapped(words, size, WIDTH - indent), size, bold, indent);
    }

    private void lines(PDStructureElement element, List<String> lines, float size, boolean bold, float indent) {
        int done = 0;
        while (done < lines.size()) {
            room(size * LEADING);
            int fit = Math.max(1, (int) ((y - FOOT) / (size * LEADING)));
            List<String> here = lines.subList(done, Math.min(lines.size(), done + fit));
            tagged(element, () -> {
                float at = y - size;
                for (String line : here) {
                    write(line, MARGIN + indent, at, size, bold);
                    at -= size * LEADING;
                }
            });
            y -= here.size() * size * LEADING;
            done += here.size();
        }
    }

    private void gap(float points) {
        y -= points;
    }

    /// Turns to a new page where there is less room than that.
    private void room(float points) {
        if (y - points < FOOT) {
            turn();
        }
    }

    private void turn() {
        try {
            out.close();
            page = new PDPage(PDRectangle.A4);
            out = begun(page);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void line() {
        artifact(() -> {
            out.setStrokingColor(HAIR);
            out.setLineWidth(0.5f);
            stroke(MARGIN, y, MARGIN + WIDTH, y);
        });
    }

    private static PDStructureElement element(PDStructureNode parent, String type) {
        var element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    private static PDStructureElement scoped(PDStructureElement row, String scope) {
        PDStructureElement cell = element(row, StandardStructureTypes.TH);
        var attributes = new PDTableAttributeObject();
        attributes.setScope(scope);
        cell.addAttribute(attributes);
        return cell;
    }

    /// Something that is drawn.
    private interface Drawn {
        void draw() throws IOException;
    }

    /// Draws what is read as that element, wherever its page is.
    private void tagged(PDStructureElement element, Drawn what) {
        COSArray ofPage = parents.getLast();
        int mark = ofPage.size();
        try {
            var properties = new COSDictionary();
            properties.setInt(COSName.MCID, mark);
            out.beginMarkedContent(COSName.getPDFName(element.getStructureType()), PDPropertyList.create(properties));
            what.draw();
            out.endMarkedContent();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(mark);
        element.appendKid(reference);
        ofPage.add(element.getCOSObject());
    }

    /// Draws what a screen reader passes over.
    private void artifact(Drawn what) {
        try {
            out.beginMarkedContent(COSName.ARTIFACT);
            what.draw();
            out.endMarkedContent();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The library has the upright face alone: bold is drawn with an outline.
    private void write(String words, float x, float at, float size, boolean bold) throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.setNonStrokingColor(size < TEXT && !bold ? GREY : INK);
        out.setStrokingColor(INK);
        out.setLineWidth(size / 34);
        out.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        out.newLineAtOffset(x, at);
        out.showText(shown(words));
        out.endText();
    }

    /// What the font can show of it.
    private String shown(String words) {
        var shown = new StringBuilder();
        Normalizer.normalize(words, Normalizer.Form.NFC)
                .codePoints()
                .map(sign -> Character.isWhitespace(sign) || Character.isISOControl(sign) ? ' ' : sign)
                .forEach(sign -> {
                    if (signs.getGlyphId(sign) == 0) {
                        without = true;
                        shown.append('□');
                    } else {
                        shown.appendCodePoint(sign);
                    }
                });
        return shown.toString();
    }

    private List<String> wrapped(String words, float size, float width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : shown(words).split(" ")) {
            String rest = word;
            while (wide(rest, size) > width) {
                int fits = fits(rest, size, width);
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            if (!line.isEmpty() && wide(line + " " + rest, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private int fits(String word, float size, float width) {
        int fits = 1;
        while (fits < word.length() && wide(word.substring(0, fits + 1), size) <= width) {
            fits++;
        }
        return fits;
    }

    private float wide(String words, float size) {
        try {
            return font.getStringWidth(words) / 1000 * size;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The file.
    ///
    /// @param foot what stands at the foot of each page, before its number
    public byte[] file(String foot) {
        if (without) {
            small(words().of("frame.paper.box"));
        }
        try {
            out.close();
            feet(foot);
            described();
            var file = new ByteArrayOutputStream();
            document.save(file, CompressParameters.NO_COMPRESSION);
            document.close();
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a document could not be written to memory", impossible);
        }
    }

    private Words words() {
        return Words.in(Tongue.of(language).orElse(Tongue.ENGLISH));
    }

    private void feet(String foot) throws IOException {
        int pages = document.getNumberOfPages();
        for (int number = 1; number <= pages; number++) {
            out = new PDPageContentStream(document, document.getPage(number - 1), AppendMode.APPEND, true, true);
            String words = words().of("frame.paper.page", number, pages);
            artifact(() -> {
                write(foot, MARGIN, 36, SMALL, false);
                write(words, MARGIN + WIDTH - wide(words, SMALL), 36, SMALL, false);
            });
            out.close();
        }
    }

    private void described() throws IOException {
        document.setVersion(VERSION);
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(tree);
        catalog.setLanguage(language);
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        Map<Integer, PDParentTreeValue> byPage = new HashMap<>();
        for (int i = 0; i < parents.size(); i++) {
            byPage.put(i, new PDParentTreeValue(parents.get(i)));
        }
        var numbers = new PDNumberTreeNode(PDParentTreeValue.class);
        numbers.setNumbers(byPage);
        tree.setParentTree(numbers);
        tree.setParentTreeNextKey(parents.size());
        var about = document.getDocumentInformation();
        about.setTitle(title);
        about.setProducer("Stipple");
        about.setCreationDate(GregorianCalendar.from(made.atZone(ZoneOffset.UTC)));
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(metadata().getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
        // The library makes the identifier of a file from this number and what the file says of itself.
        document.setDocumentId(made.toEpochMilli());
    }

    private String metadata() {
        return """
                <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
                <xmp:CreateDate>%s</xmp:CreateDate><xmp:CreatorTool>Stipple</xmp:CreatorTool>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="r"?>
                """.formatted(title, language, made);
    }
}
