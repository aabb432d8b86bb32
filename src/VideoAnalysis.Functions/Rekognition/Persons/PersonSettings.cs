using VideoAnalysis.Analyses.Persons;
using VideoAnalysis.Functions.Settings;

namespace VideoAnalysis.Functions.Rekognition.Persons;

/// <summary>The settings of the search for persons.</summary>
internal static class PersonSettings
{
    /// <summary>
    /// Reads <c>COLLECTION_ID</c>, the collection of faces, and <c>FACE_MATCH_THRESHOLD</c> (80 when not set). Without
    /// a collection the search can be named, but not started: each video says so.
    /// </summary>
    /// <exception cref="SettingException">The threshold is no number from 0 to 100.</exception>
    public static PersonAnalysis Read(SettingReader settings)
    {
        var usual = new PersonOptions();
        return new(usual with
        {
            CollectionId = settings.Optional("COLLECTION_ID"),
            MinSimilarity = settings.Fraction("FACE_MATCH_THRESHOLD", 0, 100) ?? usual.MinSimilarity,
        });
    }
}
