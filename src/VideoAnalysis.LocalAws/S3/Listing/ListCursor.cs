using VideoAnalysis.LocalAws.S3.Protocol;

namespace VideoAnalysis.LocalAws.S3.Listing;

/// <summary>How far a list has come: to a key, or to everything below a common prefix.</summary>
/// <param name="Last">The key or the common prefix that came last.</param>
/// <param name="IsPrefix">Which of the two.</param>
internal sealed record ListCursor(string Last, bool IsPrefix)
{
    /// <summary>Reads a continuation token.</summary>
    /// <exception cref="S3Exception">The text is not a token of a list.</exception>
    public static ListCursor Parse(string token)
    {
        var place = ListToken.Parse(token);
        return place[0] is 'k' or 'p'
            ? new ListCursor(place[1..], place[0] == 'p')
            : throw S3Errors.InvalidArgument(
                "continuation-token", token, "The continuation token provided is incorrect");
    }

    /// <summary>The continuation token.</summary>
    public override string ToString() => ListToken.Write((IsPrefix ? 'p' : 'k') + Last);
}
