using System.CommandLine;
using VideoAnalysis.Local.Cli.Arguments;

namespace VideoAnalysis.Local.Cli.Stack.Faces;

/// <summary>The options that only the analysis of faces has.</summary>
internal static class FaceOptions
{
    /// <summary>Creates the options.</summary>
    public static IReadOnlyList<SettingOption> Create()
    {
        var all = new Option<bool>("--all-attributes")
        {
            Description =
                "Store everything that can be measured of a face: more landmarks, whether eyes and mouth are open.",
        };
        return [new(all, "FACE_ATTRIBUTES", parsed => parsed.GetValue(all) ? "ALL" : null)];
    }
}
