namespace VideoAnalysis.Local.Cli.Analyzing;

/// <summary>Shows how far an analysis is. Its members are called from any thread.</summary>
internal interface IProgressView
{
    /// <summary>Shows progress while work is done.</summary>
    /// <param name="keys">The videos.</param>
    /// <param name="work">The work.</param>
    Task ShowAsync(IReadOnlyList<string> keys, Func<Task> work);

    /// <summary>A part of a video has been uploaded.</summary>
    /// <param name="key">The video.</param>
    /// <param name="percent">0 to 100.</param>
    void Uploaded(string key, int percent);

    /// <summary>A part of a video has been looked at.</summary>
    /// <param name="key">The video.</param>
    /// <param name="percent">0 to 100.</param>
    void Analyzed(string key, int percent);

    /// <summary>Nothing more happens to a video.</summary>
    /// <param name="key">The video.</param>
    /// <param name="succeeded">Whether there is a result.</param>
    void Ended(string key, bool succeeded);
}
