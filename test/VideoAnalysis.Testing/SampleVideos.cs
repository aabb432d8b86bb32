namespace VideoAnalysis.Testing;

/// <summary>The videos that <c>samples/make-samples.py</c> makes, by what is special about each.</summary>
public static class SampleVideos
{
    /// <summary>
    /// 20 s, 1280x720, 25 frames/s: a face that moves, shrinks, turns and leaves; at times a second one.
    /// </summary>
    public static string Astronaut => InRepository("samples/astronaut.mp4");

    /// <summary>What is true of <see cref="Astronaut"/>.</summary>
    public static string AstronautTruth => InRepository("samples/astronaut.json");

    /// <summary>5 s, 320x240, 30 frames/s: one face all the time.</summary>
    public static string FiveSeconds => Small("five-seconds.mp4");

    /// <summary>What is true of <see cref="FiveSeconds"/>.</summary>
    public static string FiveSecondsTruth => Small("five-seconds.json");

    /// <summary>8 s, 640x360: a cup, a cat, a rocket, noise, and nobody.</summary>
    public static string NoFaces => Small("no-faces.mp4");

    /// <summary>2 s, 320x240: a MOV with sound.</summary>
    public static string QuickTime => Small("quicktime.mov");

    /// <summary>2 s, 240x320 lying on its side, with the note that players turn it upright.</summary>
    public static string Rotated => Small("rotated.mov");

    /// <summary><see cref="FiveSeconds"/> in fragments, as recorders and streaming tools write it.</summary>
    public static string Fragmented => Small("fragmented.mp4");

    /// <summary>4 s: 3.3 frames/s at first, then 30.</summary>
    public static string SlowThenFast => Small("slow-then-fast.mp4");

    /// <summary>
    /// 5 s, of which the last frame is shown for 4, as recorders of screens write what does not move.
    /// </summary>
    public static string Held => Small("held.mp4");

    /// <summary>Two video tracks, of which the first is not H.264.</summary>
    public static string TwoTracks => Small("two-tracks.mp4");

    /// <summary>An MP4 with sound and no video track.</summary>
    public static string AudioOnly => Small("audio-only.mp4");

    /// <summary>H.265.</summary>
    public static string Hevc => Small("hevc.mp4");

    /// <summary>MPEG-4 Part 2.</summary>
    public static string Mpeg4Part2 => Small("mpeg4-part2.mp4");

    /// <summary>H.264 in Matroska, under the name of an MP4.</summary>
    public static string Matroska => Small("matroska.mp4");

    private static string Small(string name) => InRepository("test/VideoAnalysis.Testing/Videos/" + name);

    private static string InRepository(string path) => Path.Combine(RepositoryFolder.Path, path);
}
