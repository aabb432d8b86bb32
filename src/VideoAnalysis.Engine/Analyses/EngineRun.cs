using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Shots;

namespace VideoAnalysis.Engine.Analyses;

/// <summary>
/// One analysis of one video: looks at the picture of every half second, follows every frame, or both. What it finds
/// depends on the pictures alone: the same video gives the same findings on every run.
/// </summary>
internal abstract class EngineRun
{
    /// <summary>
    /// Looks at the picture of a half second. Called on several threads at once, each with another picture, and not for
    /// a picture that repeats the one before: what was found then is found again.
    /// </summary>
    /// <param name="picture">Belongs to the caller.</param>
    /// <returns>What is found at its timestamp.</returns>
    public virtual IReadOnlyList<EngineFinding> Look(SampledPicture picture) => [];

    /// <summary>Follows the video: called for one frame after the other.</summary>
    /// <param name="picture">The frame. Belongs to the caller.</param>
    /// <param name="cuts">The cuts that were found since the frame before; they lie some frames back.</param>
    /// <returns>What is known now.</returns>
    public virtual IReadOnlyList<EngineFinding> Follow(SmallPicture picture, IReadOnlyList<Cut> cuts) => [];

    /// <summary>Whether it needs the sound of the video; asked after the last frame.</summary>
    public virtual bool WantsSound => false;

    /// <summary>Hears the sound, one block after the other; called after the last frame where it is wanted.</summary>
    /// <param name="sound">What is heard next.</param>
    public virtual void Hear(SoundBlock sound)
    {
    }

    /// <summary>Called after the last frame, and after the sound.</summary>
    /// <param name="cuts">The cuts that were found since the last frame.</param>
    /// <returns>What is known now.</returns>
    public virtual IReadOnlyList<EngineFinding> End(IReadOnlyList<Cut> cuts) => [];
}
