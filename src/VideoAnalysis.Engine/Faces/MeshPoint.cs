namespace VideoAnalysis.Engine.Faces;

/// <summary>
/// The points of the face mesh that are used here, by their index in MediaPipe's canonical face model. Left and right
/// are the picture's.
/// </summary>
internal static class MeshPoint
{
    public const int Forehead = 10;
    public const int Chin = 152;
    public const int LeftJaw = 234;
    public const int RightJaw = 454;
    public const int LeftMidJaw = 58;
    public const int RightMidJaw = 288;

    public const int LeftEyeOuter = 33;
    public const int LeftEyeInner = 133;
    public const int LeftEyeTop = 159;
    public const int LeftEyeBottom = 145;
    public const int RightEyeInner = 362;
    public const int RightEyeOuter = 263;
    public const int RightEyeTop = 386;
    public const int RightEyeBottom = 374;

    public const int LeftBrowOuter = 70;
    public const int LeftBrowTop = 105;
    public const int LeftBrowInner = 107;
    public const int RightBrowInner = 336;
    public const int RightBrowTop = 334;
    public const int RightBrowOuter = 300;

    public const int NoseTip = 4;
    public const int NoseBase = 2;
    public const int LeftNostril = 98;
    public const int RightNostril = 327;

    public const int MouthLeft = 61;
    public const int MouthRight = 291;
    public const int MouthTop = 0;
    public const int MouthBottom = 17;
    public const int InnerMouthLeft = 78;
    public const int InnerMouthRight = 308;
    public const int InnerMouthTop = 13;
    public const int InnerMouthBottom = 14;
}
