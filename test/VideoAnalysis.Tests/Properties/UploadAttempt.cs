namespace VideoAnalysis.Tests.Properties;

/// <summary>An attempt at analysing an upload.</summary>
/// <param name="Number">The upload's number among those of the key: a higher one came later.</param>
/// <param name="Attempt">0 for the first, then one up.</param>
internal readonly record struct UploadAttempt(int Number, int Attempt) : IComparable<UploadAttempt>
{
    public int CompareTo(UploadAttempt other) => (Number, Attempt).CompareTo((other.Number, other.Attempt));
}
