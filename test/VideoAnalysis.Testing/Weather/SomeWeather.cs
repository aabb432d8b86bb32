namespace VideoAnalysis.Testing.Weather;

/// <summary>Weather for tests.</summary>
public static class SomeWeather
{
    private static readonly string[] Kinds = ["rain", "Sonne & \"Wind\"", "雪"];

    /// <summary>
    /// So many spans, the same each time, kind after kind: the time begins anew with each kind, and spans of different
    /// kinds overlap.
    /// </summary>
    public static IReadOnlyList<WeatherDetection> Of(int count)
    {
        var perKind = Math.Max(1, (count + Kinds.Length - 1) / Kinds.Length);
        return [.. Enumerable.Range(0, count).Select(i => new WeatherDetection
        {
            Timestamp = i % perKind * 1_500L,
            EndTimestamp = (i % perKind * 1_500L) + 2_000,
            Confidence = 50 + (i % 50),
            Kind = Kinds[i / perKind],
            Wind = i % 7,
        })];
    }
}
