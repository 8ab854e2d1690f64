package org.stipple.imaging.landmark;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.dnn.Net;

/// What a network answers at one of its ends.
record Output(float[] values) {

    static Output[] of(Net net, Mat blob) {
        net.setInput(blob);
        var names = net.getUnconnectedOutLayersNames();
        List<Mat> blobs = new ArrayList<>();
        net.forward(blobs, names);
        var outputs = new Output[blobs.size()];
        for (int i = 0; i < outputs.length; i++) {
            Mat flat = blobs.get(i).reshape(1, 1);
            var values = new float[(int) flat.total()];
            flat.get(0, 0, values);
            outputs[i] = new Output(values);
            flat.release();
            blobs.get(i).release();
        }
        return outputs;
    }
}
