package org.stipple.imaging.skin;

import java.util.BitSet;
import java.util.List;

/// The openings of the pores of a zone.
public final class Pores {

    /// Where a Gaussian hole is half as deep as in its middle, in its standard deviations: the root of 2 ln 2.
    private static final double HALF_DEPTH = 1.1774;

    /// `design`: the light at the rim makes the dark disc a little smaller than the opening.
    private static final double RIM = 1.05;

    private final Grid grid;
    private final double pitchMm;
    private final List<Pore> pores;

    Pores(Grid grid, double pitchMm, List<Pore> pores) {
        this.grid = grid;
        this.pitchMm = pitchMm;
        this.pores = List.copyOf(pores);
    }

    /// @param x of its middle on the grid, where (0, 0) is the middle of the first pixel
    /// @param sigmaPx standard deviation of its profile, in pixels of the grid
    record Pore(double x, double y, double sigmaPx) {

        double radiusPx() {
            return RIM * HALF_DEPTH * sigmaPx;
        }
    }

    List<Pore> list() {
        return pores;
    }

    int factor() {
        return grid.factor();
    }

    /// How many there are.
    public int count() {
        return pores.size();
    }

    /// What they take together.
    public double areaMm2() {
        double sum = 0;
        for (Pore pore : pores) {
            double radius = pore.radiusPx() * pitchMm;
            sum += Math.PI * radius * radius;
        }
        return sum;
    }

    /// Marks them in the frame of the photo.
    public void mark(BitSet photo) {
        for (Pore pore : pores) {
            Marks.disc(pore.x(), pore.y(), pore.radiusPx(), grid, photo);
        }
    }
}
