using System.Collections.Frozen;

namespace VideoAnalysis.LocalAws.Rekognition.Protocol;

/// <summary>
/// The names of the service's operations, so that a refusal can tell a missing one from a misspelt one.
/// </summary>
internal static class RekognitionOperations
{
    /// <summary>All of the service model (2016-06-27).</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "AssociateFaces", "CompareFaces", "CopyProjectVersion", "CreateCollection", "CreateDataset",
        "CreateFaceLivenessSession", "CreateProject", "CreateProjectVersion", "CreateStreamProcessor", "CreateUser",
        "DeleteCollection", "DeleteDataset", "DeleteFaces", "DeleteProject", "DeleteProjectPolicy",
        "DeleteProjectVersion", "DeleteStreamProcessor", "DeleteUser", "DescribeCollection", "DescribeDataset",
        "DescribeProjectVersions", "DescribeProjects", "DescribeStreamProcessor", "DetectCustomLabels", "DetectFaces",
        "DetectLabels", "DetectModerationLabels", "DetectProtectiveEquipment", "DetectText", "DisassociateFaces",
        "DistributeDatasetEntries", "GetCelebrityInfo", "GetCelebrityRecognition", "GetContentModeration",
        "GetFaceDetection", "GetFaceLivenessSessionResults", "GetFaceSearch", "GetLabelDetection",
        "GetMediaAnalysisJob", "GetPersonTracking", "GetSegmentDetection", "GetTextDetection", "IndexFaces",
        "ListCollections", "ListDatasetEntries", "ListDatasetLabels", "ListFaces", "ListMediaAnalysisJobs",
        "ListProjectPolicies", "ListStreamProcessors", "ListTagsForResource", "ListUsers", "PutProjectPolicy",
        "RecognizeCelebrities", "SearchFaces", "SearchFacesByImage", "SearchUsers", "SearchUsersByImage",
        "StartCelebrityRecognition", "StartContentModeration", "StartFaceDetection", "StartFaceSearch",
        "StartLabelDetection", "StartMediaAnalysisJob", "StartPersonTracking", "StartProjectVersion",
        "StartSegmentDetection", "StartStreamProcessor", "StartTextDetection", "StopProjectVersion",
        "StopStreamProcessor", "TagResource", "UntagResource", "UpdateDatasetEntries", "UpdateStreamProcessor");
}
