package org.stipple.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NodeList;

/// Writes pixels, and nothing else, into a fresh file.
final class PhotoWriter {

    private static final float QUALITY = 0.95f;

    private PhotoWriter() {}

    /// @param tables by which a JPEG is rounded; without them as by quality 0.95
    static byte[] write(Photo photo, PhotoFormat format, Optional<JpegTables> tables) {
        return write(image(photo.pixels(), photo.width(), photo.height()), format, QUALITY, tables);
    }

    /// @param rgb `0xRRGGBB`, index `y * width + x`
    static BufferedImage image(int[] rgb, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, rgb);
        return image;
    }

    /// Says of a JPEG that colours are kept as finely as brightness: averaged over squares of two pixels they
    /// move what is read of pores.
    private static IIOMetadata fine(
            ImageWriter writer, RenderedImage image, ImageWriteParam how, Optional<JpegTables> tables)
            throws IOException {
        var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), how);
        var tree = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        NodeList components = tree.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            var component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        tables.ifPresent(known -> {
            NodeList rounding = tree.getElementsByTagName("dqtable");
            for (int i = 0; i < rounding.getLength(); i++) {
                var table = (IIOMetadataNode) rounding.item(i);
                boolean brightness = table.getAttribute("qtableId").equals("0");
                table.setUserObject(new JPEGQTable(brightness ? known.brightness() : known.colour()));
            }
            how.setCompressionMode(ImageWriteParam.MODE_COPY_FROM_METADATA);
        });
        metadata.setFromTree(metadata.getNativeMetadataFormatName(), tree);
        return metadata;
    }

    /// @param quality of a JPEG, to 1; a PNG has none
    static byte[] write(RenderedImage image, PhotoFormat format, float quality) {
        return write(image, format, quality, Optional.empty());
    }

    private static byte[] write(RenderedImage image, PhotoFormat format, float quality, Optional<JpegTables> tables) {
        var writer = ImageIO.getImageWritersByFormatName(format.name().toLowerCase(Locale.ROOT))
                .next();
        var bytes = new ByteArrayOutputStream();
        // In memory: the default stream would keep a file in the temporary directory.
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            if (format == PhotoFormat.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
            }
            writer.setOutput(out);
            writer.write(
                    null,
                    new IIOImage(image, null, format == PhotoFormat.JPEG ? fine(writer, image, how, tables) : null),
                    how);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory could not be written to", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
