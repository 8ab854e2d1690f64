package org.stipple.darkroom;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.stipple.imaging.Photo;
import org.stipple.imaging.UnusablePhoto;

/// What the other process does: reads one file, answers with its pixels or with why there are none, and ends.
final class Developing {

    private Developing() {}

    /// Standard input is the file, standard output the answer.
    public static void main(String[] none) throws IOException {
        answer(System.in, System.out);
    }

    static void answer(InputStream from, OutputStream to) throws IOException {
        var in = new DataInputStream(from);
        var out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
        try {
            Exchange.write(Photo.decode(Exchange.file(in)), out);
        } catch (UnusablePhoto refused) {
            Exchange.write(refused, out);
        }
        out.flush();
    }
}
